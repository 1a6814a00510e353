package server

// page_test.go tests the pages, the schema's text and the health checks.

import (
	"context"
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
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
		{"/find?q=a", "the explorer", "no-cache", 200},
		{"/paths?from=AU", "the explorer", "no-cache", 200},
		{"/docking?for=AU", "the explorer", "no-cache", 200},
		{"/compare?of=AU", "the explorer", "no-cache", 200},
		{"/measures", "the explorer", "no-cache", 200},
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

func TestNowhere(t *testing.T) {
	built := fstest.MapFS{"index.html": {Data: []byte("the explorer")}, "graphiql.html": {Data: []byte("the editor")}}
	browser := headers{"Accept", "text/html,*/*;q=0.8", "Range", "bytes=0-3"}
	for _, pages := range []fs.FS{built, nil} {
		s := serve(t, answers(`{}`), func(o *Options) { o.Pages = pages })
		if response, body := send(t, http.MethodGet, s.URL+"/none", "", browser); response.StatusCode != 404 || !strings.Contains(body, "xplorer") {
			t.Errorf("got %d %s", response.StatusCode, body)
		}
		if response, body := send(t, http.MethodGet, s.URL+"/assets/none.js", "", browser); response.StatusCode != 404 || !strings.Contains(body, "not found") {
			t.Errorf("a script: got %d %s", response.StatusCode, body)
		}
		if response, _ := send(t, http.MethodPost, s.URL+"/none", "", browser); response.StatusCode != 404 {
			t.Errorf("a POST: got %d", response.StatusCode)
		}
	}
}

func TestFrames(t *testing.T) {
	built := fstest.MapFS{"index.html": {Data: []byte("the explorer")}, "graphiql.html": {Data: []byte("the editor")}}
	const machine = "'self' http://localhost:* http://127.0.0.1:*"
	for _, c := range []struct {
		frames   []string
		loopback bool
		path     string
		want     string
	}{
		{nil, true, "/explore?of=AU&embed=1", machine},
		{nil, false, "/explore?of=AU&embed=1", "*"},
		{nil, false, "/entity/AU?embed=1", "*"},
		{nil, false, "/explore?of=AU", "'none'"},
		{nil, false, "/explore?of=AU&embed=0", "'none'"},
		{nil, false, "/graphiql?embed=1", "'none'"},
		{nil, false, "/graphql?query={__typename}&embed=1", "'none'"},
		{[]string{"none"}, false, "/explore?of=AU&embed=1", "'none'"},
		{[]string{"*"}, true, "/explore?of=AU&embed=1", "*"},
		{[]string{"https://Blog.example", "http://localhost:5173"}, true, "/explore?embed=1", "'self' https://blog.example http://localhost:5173"},
	} {
		s, err := New(Options{Schema: testSchema(t), Engine: answers(`{}`), Pages: built, Frames: c.frames})
		if err != nil {
			t.Fatal(err)
		}
		policy := call(s.Handler(c.loopback), "GET", "http://localhost"+c.path).Header().Get("Content-Security-Policy")
		if !strings.HasPrefix(policy, "default-src 'self'") || !strings.HasSuffix(policy, "; frame-ancestors "+c.want) {
			t.Errorf("%s, frames %q, loopback %v: got %q, want the ancestors %s", c.path, c.frames, c.loopback, policy, c.want)
		}
	}
}

func TestBadFrames(t *testing.T) {
	for _, origin := range []string{"blog.example", "https://blog.example/page", "https://a.example; script-src *"} {
		_, err := New(Options{Schema: testSchema(t), Engine: answers(`{}`), Frames: []string{origin}})
		if err == nil || !strings.Contains(err.Error(), "GUANXI_FRAMES") {
			t.Errorf("%q: got %v", origin, err)
		}
	}
	_, err := New(Options{Schema: testSchema(t), Engine: answers(`{}`), Frames: []string{"none", "https://a.example"}})
	if err == nil || !strings.Contains(err.Error(), "GUANXI_FRAMES: none stands alone") {
		t.Errorf("none and an origin: got %v", err)
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
	// Who did not wait is told nothing, and says nothing of the database.
	var l lockedBuffer
	o := Options{Schema: testSchema(t), Engine: e}
	logged(&l)(&o)
	mine, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	left, leave := context.WithCancel(t.Context())
	leave()
	mine.Handler(false).ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(left, http.MethodGet, "/readyz", nil))
	if lines := l.lines(t); len(lines) != 1 || lines[0]["level"] != "DEBUG" || lines[0]["status"] != float64(statusCancelled) {
		t.Errorf("a prober that left: logged %v", lines)
	}
	if response, body := send(t, http.MethodGet, s.URL+"/healthz", "", nil); response.StatusCode != 200 {
		t.Errorf("the process runs, but /healthz says %d %s", response.StatusCode, body)
	}
}
