package server

// page_test.go tests the pages, the schema's text and the health checks.

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"
)

func TestPages(t *testing.T) {
	built := fstest.MapFS{
		"index.html":        {Data: []byte("the explorer")},
		"graphiql.html":     {Data: []byte("the editor")},
		"assets/page-1a.js": {Data: []byte("the script")},
	}
	s := serve(t, answers(`{}`), func(o *Options) { o.Pages = built })
	for _, c := range []struct {
		path, want, cache string
		status            int
	}{
		{"/", "the explorer", "no-cache", 200},
		{"/?lang=zh", "the explorer", "no-cache", 200},
		{"/entity/ror:03f0f6041", "the explorer", "no-cache", 200},
		{"/entity/a%2Fb", "the explorer", "no-cache", 200},
		{"/explore?of=AU", "the explorer", "no-cache", 200},
		{"/graphiql", "the editor", "no-cache", 200},
		{"/assets/page-1a.js", "the script", "public, max-age=31536000, immutable", 200},
		{"/assets/none.js", "not found", "", 404},
		{"/assets/", "not found", "", 404},
		{"/none", "not found", "", 404},
	} {
		response, body := send(t, http.MethodGet, s.URL+c.path, "", nil)
		if response.StatusCode != c.status || !strings.Contains(body, c.want) {
			t.Errorf("%s: got %d %s", c.path, response.StatusCode, body)
		}
		if got := response.Header.Get("Cache-Control"); got != c.cache {
			t.Errorf("%s: Cache-Control is %q, want %q", c.path, got, c.cache)
		}
	}
}

func TestPagesThatWereNotBuilt(t *testing.T) {
	s := serve(t, answers(`{}`))
	for _, path := range []string{"/", "/graphiql", "/entity/AU", "/explore"} {
		response, body := send(t, http.MethodGet, s.URL+path, "", nil)
		if response.StatusCode != 200 || !strings.Contains(body, "Node 20") || !strings.Contains(body, `href="/schema.graphql"`) {
			t.Errorf("%s: got %d %s", path, response.StatusCode, body)
		}
	}
}

func TestSDL(t *testing.T) {
	s := serve(t, answers(`{}`))
	response, body := send(t, http.MethodGet, s.URL+"/schema.graphql", "", nil)
	if response.StatusCode != 200 || body != testSDL {
		t.Errorf("got %d %s", response.StatusCode, body)
	}
	response, body = send(t, http.MethodGet, s.URL+"/schema.graphql", "", headers{"If-None-Match", response.Header.Get("ETag")})
	if response.StatusCode != 304 || body != "" {
		t.Errorf("asked again: got %d %s", response.StatusCode, body)
	}
}

func TestHealth(t *testing.T) {
	e := answers(`{}`)
	s := serve(t, e)
	for _, path := range []string{"/healthz", "/readyz"} {
		if response, body := send(t, http.MethodGet, s.URL+path, "", nil); response.StatusCode != 200 {
			t.Errorf("%s: got %d %s", path, response.StatusCode, body)
		}
	}
	e.ready = errors.New("dial tcp 10.0.0.7: refused")
	s = serve(t, e)
	response, body := send(t, http.MethodGet, s.URL+"/readyz", "", nil)
	if response.StatusCode != 503 || body != "not ready: Neo4j does not answer\n" {
		t.Errorf("without a database: got %d %s", response.StatusCode, body)
	}
	if response, body := send(t, http.MethodGet, s.URL+"/healthz", "", nil); response.StatusCode != 200 {
		t.Errorf("the process runs, but /healthz says %d %s", response.StatusCode, body)
	}
}
