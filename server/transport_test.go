package server

// transport_test.go holds requests and statuses to the rules of GraphQL over HTTP.

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"guanxi/graph"
)

// The bodies of requests.
const (
	good     = `{"query":"{ institutions { id } }"}`
	unparsed = `{"query":"{ institutions {"}`
	invalid  = `{"query":"{ universities { id } }"}`
	wrongVar = `{"query":"query Q($n: Int) { institutions(first: $n) { id } }","variables":{"n":"many"}}`
)

func TestPostStatus(t *testing.T) {
	unavailable := fails(&graph.Error{Code: graph.ServiceUnavailable, Message: "out of reach", Cause: errors.New("dial tcp 10.0.0.7")})
	badInput := fails(&graph.Error{Code: graph.BadUserInput, Message: "first is -1: it cannot be negative"})
	data := answers(`{"institutions":[]}`)
	for _, c := range []struct {
		name   string
		engine Engine
		body   string
		accept string
		status int
		want   string // in the body
	}{
		{"data", data, good, graphQLType, 200, `{"data":{"institutions":[]}}`},
		{"data as JSON", data, good, jsonType, 200, `{"data":{"institutions":[]}}`},
		{"no Accept", data, invalid, "", 400, `GRAPHQL_VALIDATION_FAILED`},
		{"any", data, invalid, "*/*", 400, `GRAPHQL_VALIDATION_FAILED`},
		{"browser", data, good, "text/html,application/xhtml+xml,*/*;q=0.8", 200, `data`},
		{"prefers JSON", data, invalid, graphQLType + ";q=0.1, application/json", 200, `GRAPHQL_VALIDATION_FAILED`},
		{"prefers GraphQL", data, invalid, "application/json;q=0.9, " + graphQLType, 400, `GRAPHQL_VALIDATION_FAILED`},
		{"nothing we have", data, good, "image/png", 406, `NOT_ACCEPTABLE`},
		{"refused by q", data, good, "application/json;q=0", 406, `NOT_ACCEPTABLE`},

		{"no syntax", data, unparsed, graphQLType, 400, `"locations":[{"line":1,"column":17}],"extensions":{"code":"GRAPHQL_PARSE_FAILED"}`},
		{"no syntax, JSON", data, unparsed, jsonType, 200, `GRAPHQL_PARSE_FAILED`},
		{"unknown field", data, invalid, graphQLType, 400, `Cannot query field \"universities\" on type \"Query\"`},
		{"wrong variable", data, wrongVar, graphQLType, 400, `"variable $n: cannot use string as Int","locations":[{"line":1,"column":9}]`},
		{"fraction", data, strings.Replace(wrongVar, `"many"`, `3.5`, 1), graphQLType, 400, `variable $n: its value cannot be used as Int`},
		{"wrong variable, JSON", data, wrongVar, jsonType, 200, `variable $n`},
		{"unknown operation", data, `{"query":"query A { institutions { id } }","operationName":"B"}`, graphQLType, 400, `no operation \"B\", but A`},
		{"which operation", data, `{"query":"query A { institutions { id } } query B { institutions { id } }"}`, graphQLType, 400, `(A, B)`},
		{"empty document", data, `{"query":""}`, graphQLType, 400, `no operation provided`},

		{"no JSON", data, `NONSENSE`, jsonType, 400, `not JSON from byte 1 on`},
		{"half JSON", data, `{"query":`, graphQLType, 400, `no whole JSON value`},
		{"two values", data, good + good, graphQLType, 400, `something follows the JSON`},
		{"empty body", data, ``, jsonType, 400, `no whole JSON value`},
		{"typo", data, `{"qeury":"{ __typename }"}`, jsonType, 400, `has no \"query\"`},
		{"query is no string", data, `{"query":7}`, jsonType, 400, `query must be a string, not a JSON number`},
		{"variables are a list", data, `{"query":"{ __typename }","variables":[7]}`, jsonType, 400, `variables must be an object, not a JSON array`},
		{"null parameters", data, `{"query":"{ institutions { id } }","variables":null,"operationName":null,"extensions":null}`, graphQLType, 200, `data`},
		{"batch", data, "[" + good + "]", jsonType, 400, `batches are not offered`},
		{"two queries", data, `{"query":"{ institutions { id } }","variables":{"query":1},"query":"{ node(id: 1) { id } }"}`, jsonType, 400, `the body has more than one \"query\": send one`},
		{"a query in other letters", data, `{"QUERY":"{ institutions { id } }"}`, jsonType, 400, `the body has \"query\" in other letters`},
		{"not UTF-8", data, "{\"query\":\"{ institutions(where: {name: \\\"\xff\\\"}) { id } }\"}", jsonType, 400, `not UTF-8`},

		{"partial", partly(`{"institutions":null}`, "a field failed"), good, graphQLType, 200, `{"errors":[{"message":"a field failed"}],"data":{"institutions":null}}`},
		{"all null", partly(`null`, "a field failed"), good, graphQLType, 200, `{"errors":[{"message":"a field failed"}],"data":null}`},
		{"bad input", badInput, good, graphQLType, 400, `{"errors":[{"message":"first is -1: it cannot be negative","extensions":{"code":"BAD_USER_INPUT"}}]}`},
		{"bad input, JSON", badInput, good, jsonType, 200, `BAD_USER_INPUT`},
		{"no database", unavailable, good, graphQLType, 503, `"code":"SERVICE_UNAVAILABLE"`},
		{"no database, JSON", unavailable, good, jsonType, 200, `"code":"SERVICE_UNAVAILABLE"`},
		{"too slow", fails(&graph.Error{Code: graph.Timeout}), good, graphQLType, 504, `"code":"TIMEOUT"`},
		{"too expensive", fails(&graph.Error{Code: graph.TooExpensive, Message: "needs 3 GB"}), good, graphQLType, 400, `needs 3 GB`},
		{"unknown error", fails(errors.New("Neo.ClientError: secret")), good, graphQLType, 500, `"internal error"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := serve(t, c.engine)
			response, body := ask(t, s, c.body, "Accept", c.accept)
			if response.StatusCode != c.status || !strings.Contains(body, c.want) {
				t.Errorf("got %d %s\nwant %d with %s", response.StatusCode, body, c.status, c.want)
			}
			for _, secret := range []string{"10.0.0.7", "dial tcp", "secret"} {
				if strings.Contains(body, secret) {
					t.Errorf("the answer tells %q: %s", secret, body)
				}
			}
			media := response.Header.Get("Content-Type")
			if want := negotiate(c.accept); want != "" && media != want+"; charset=utf-8" {
				t.Errorf("answered as %q, not %q", media, want)
			}
		})
	}
}

func TestContentType(t *testing.T) {
	s := serve(t, answers(`{}`))
	for contentType, status := range map[string]int{
		"application/json":                  200,
		"application/json; charset=utf-8":   200,
		"application/json; charset=UTF-8":   200,
		"application/json; charset=latin1":  415,
		"text/plain":                        415, // a page of any origin may send these three
		"application/x-www-form-urlencoded": 415,
		"multipart/form-data; boundary=x":   415,
		"application/graphql":               415,
		"":                                  415,
	} {
		response, body := ask(t, s, good, "Content-Type", contentType)
		if response.StatusCode != status {
			t.Errorf("%q: got %d %s, want %d", contentType, response.StatusCode, body, status)
		}
	}
}

func TestGet(t *testing.T) {
	s := serve(t, fakeEngine{answer: func(_ context.Context, r graph.Request) (*graph.Answer, error) {
		return &graph.Answer{Data: []byte(`{"operation":"` + r.Operation.Name + `"}`)}, nil
	}})
	for _, c := range []struct {
		name   string
		params url.Values
		status int
		want   string
	}{
		{"query", url.Values{"query": {"{ institutions { id } }"}}, 200, `{"data":{"operation":""}}`},
		{"named", url.Values{"query": {"query A { institutions { id } } query B { institutions { id } }"}, "operationName": {"B"}}, 200, `"B"`},
		{"variables", url.Values{"query": {"query A($n: Int!) { institutions(first: $n) { id } }"}, "variables": {`{"n":3}`}}, 200, `"A"`},
		{"bad variables", url.Values{"query": {"{ institutions { id } }"}, "variables": {`[3]`}}, 400, `variables: it must be an object`},
		{"no query", url.Values{}, 400, `GraphiQL is at /graphiql`},
		{"invalid", url.Values{"query": {"{ universities { id } }"}}, 400, `GRAPHQL_VALIDATION_FAILED`},
		{"mutation", url.Values{"query": {`mutation { rename(id: "x") { id } }`}}, 405, `send a mutation by POST`},
	} {
		t.Run(c.name, func(t *testing.T) {
			response, body := send(t, http.MethodGet, s.URL+"/graphql?"+c.params.Encode(), "", nil)
			if response.StatusCode != c.status || !strings.Contains(body, c.want) {
				t.Errorf("got %d %s\nwant %d with %s", response.StatusCode, body, c.status, c.want)
			}
		})
	}
}

func TestOtherMethods(t *testing.T) {
	s := serve(t, answers(`{}`))
	for method, status := range map[string]int{"PUT": 405, "DELETE": 405, "PATCH": 405, "HEAD": 405, "OPTIONS": 204} {
		response, _ := send(t, method, s.URL+"/graphql", "", nil)
		if response.StatusCode != status || response.Header.Get("Allow") == "" {
			t.Errorf("%s: got %d, Allow %q; want %d", method, response.StatusCode, response.Header.Get("Allow"), status)
		}
	}
}

func TestDataIsWrittenAsItIs(t *testing.T) {
	data := `{"institutions":[{"id":"a<b>&c","name":"关系   \u0001"}]}`
	response, body := ask(t, serve(t, answers(data)), good)
	if want := `{"data":` + data + `}`; body != want {
		t.Errorf("got %s\nwant %s", body, want)
	}
	if response.ContentLength != int64(len(body)) {
		t.Errorf("Content-Length is %d, the body has %d bytes", response.ContentLength, len(body))
	}
}

// TestProgress has an engine tell how far it is: to a client that takes events, and to no other.
func TestProgress(t *testing.T) {
	s := serve(t, fakeEngine{answer: func(ctx context.Context, r graph.Request) (*graph.Answer, error) {
		for done := range 3 {
			graph.TellProgress(ctx, graph.Progress{Field: "a", Stage: "<counting>", Done: done, Of: 3})
		}
		return &graph.Answer{Data: []byte(`{}`)}, nil
	}})
	_, body := ask(t, s, good, "Accept", "text/event-stream; progress=true")
	want := ":\n\n"
	for done := range 3 {
		want += fmt.Sprintf("event: progress\ndata: {\"field\":\"a\",\"stage\":\"\\u003ccounting\\u003e\",\"done\":%d,\"of\":3}\n\n", done)
	}
	if want += "event: next\ndata: {\"data\":{}}\n\nevent: complete\ndata:\n\n"; body != want {
		t.Errorf("got %q\nwant %q", body, want)
	}
	if _, body := ask(t, s, good, "Accept", "text/event-stream"); strings.Contains(body, "progress") {
		t.Errorf("to a client that knows the protocol's events alone: got %q", body)
	}
	if _, body := ask(t, s, good); body != `{"data":{}}` {
		t.Errorf("as one response: got %s", body)
	}
}

// TestAClientThatLeavesEndsWhatItAskedFor reads the first event, and goes.
func TestAClientThatLeavesEndsWhatItAskedFor(t *testing.T) {
	ended := make(chan error, 1)
	s := serve(t, fakeEngine{answer: func(ctx context.Context, r graph.Request) (*graph.Answer, error) {
		graph.TellProgress(ctx, graph.Progress{Field: "a", Stage: "counting"})
		<-ctx.Done()
		ended <- context.Cause(ctx)
		return nil, ctx.Err()
	}})
	ctx, leave := context.WithCancel(t.Context())
	defer leave()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.URL+"/graphql", strings.NewReader(good))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "text/event-stream; progress=true")
	response, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	lines := bufio.NewScanner(response.Body)
	for lines.Scan() && lines.Text() != "event: progress" {
	}
	leave()
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		t.Error("it goes on after its client has gone")
	}
}

func TestStream(t *testing.T) {
	s := serve(t, answers(`{"institutions":[]}`))
	response, body := ask(t, s, good, "Accept", "text/event-stream")
	want := ":\n\nevent: next\ndata: {\"data\":{\"institutions\":[]}}\n\nevent: complete\ndata:\n\n"
	if response.StatusCode != 200 || body != want || !strings.HasPrefix(response.Header.Get("Content-Type"), "text/event-stream") {
		t.Errorf("got %d %q as %q", response.StatusCode, body, response.Header.Get("Content-Type"))
	}
	if response, body := ask(t, s, `{"qeury":1}`, "Accept", "text/event-stream"); response.StatusCode != 400 {
		t.Errorf("a request without a query: got %d %s", response.StatusCode, body)
	}
	// A client that lists all it knows gets one response.
	response, _ = ask(t, s, good, "Accept", "application/json, text/event-stream, multipart/mixed")
	if got := response.Header.Get("Content-Type"); !strings.HasPrefix(got, jsonType) {
		t.Errorf("got %q", got)
	}
}
