package server

// persisted_test.go speaks Apollo's protocol of persisted queries.

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

const document = "{ institutions { id } }"

// hashed is a request by hash, with members beside it.
func hashed(hash, members string) string {
	return `{` + members + `"extensions":{"persistedQuery":{"version":1,"sha256Hash":"` + hash + `"}}}`
}

func TestPersistedQueries(t *testing.T) {
	hash := sha256Of(document)
	s := serve(t, answers(`{"institutions":[]}`))
	unknown := `{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}`
	known := `{"data":{"institutions":[]}}`
	byURL := s.URL + "/graphql?" + url.Values{"extensions": {`{"persistedQuery":{"version":1,"sha256Hash":"` + hash + `"}}`}}.Encode()

	for _, step := range []struct {
		name, body, want string
		status           int
	}{
		{"not yet known", hashed(hash, ""), unknown, 200},
		{"invalid ones are not kept", hashed(sha256Of("{ nothing }"), `"query":"{ nothing }",`), `Cannot query field`, 400},
		{"and stay unknown", hashed(sha256Of("{ nothing }"), ""), unknown, 200},
		{"another's hash", hashed(sha256Of("x"), `"query":"`+document+`",`), `is not the one that`, 400},
		{"with its text", hashed(hash, `"query":"`+document+`",`), known, 200},
		{"by its hash", hashed(hash, ""), known, 200},
		{"an empty text", hashed(hash, `"query":"",`), known, 200},
		{"in capitals", hashed(strings.ToUpper(hash), ""), known, 200},
		{"of another version", strings.Replace(hashed(hash, ""), `"version":1`, `"version":2`, 1), `another version than 1`, 400},
		{"no hash", `{"extensions":{"persistedQuery":{"version":1}}}`, `has no hash`, 400},
		{"no object", `{"extensions":{"persistedQuery":7}}`, `has no hash`, 400},
		{"null", `{"extensions":{"persistedQuery":null}}`, `has no \"query\"`, 400},
	} {
		response, body := ask(t, s, step.body)
		if response.StatusCode != step.status || !strings.Contains(body, step.want) {
			t.Errorf("%s: got %d %s\nwant %d %s", step.name, response.StatusCode, body, step.status, step.want)
		}
	}
	if response, body := send(t, http.MethodGet, byURL, "", nil); response.StatusCode != 200 || body != known {
		t.Errorf("by GET: got %d %s", response.StatusCode, body)
	}
	if _, body := ask(t, s, hashed(hash, ""), "Accept", "text/event-stream"); !strings.Contains(body, known) {
		t.Errorf("as events: got %s", body)
	}
}

func TestLongDocumentsAreNotKept(t *testing.T) {
	long := document + "#" + strings.Repeat("x", persistedDocumentSize)
	s := serve(t, answers(`{}`))
	if response, body := ask(t, s, hashed(sha256Of(long), `"query":"`+long+`",`)); response.StatusCode != 200 || body != `{"data":{}}` {
		t.Errorf("got %d %s", response.StatusCode, body)
	}
	if _, body := ask(t, s, hashed(sha256Of(long), "")); !strings.Contains(body, "PersistedQueryNotFound") {
		t.Errorf("got %s", body)
	}
}
