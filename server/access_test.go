package server

// access_test.go tests who may call: names, origins, and what pages may do.

import (
	"net/http"
	"strings"
	"testing"
)

func TestHostCheck(t *testing.T) {
	s := serve(t, answers(`{}`), func(o *Options) { o.Hosts = []string{" Guanxi.test"} })
	for host, status := range map[string]int{
		"localhost":             200,
		"localhost:8080":        200,
		"LocalHost.:8080":       200,
		"127.0.0.1:8080":        200,
		"127.8.0.1":             200,
		"[::1]:8080":            200,
		"[::1]":                 200,
		"guanxi.test:8080":      200,
		"evil.example":          421, // a name that its owner pointed at 127.0.0.1
		"evil.example:8080":     421,
		"localhost.evil.test":   421,
		"127.0.0.1.evil.test":   421,
		"192.168.1.7:8080":      421,
		"guanxi.test.evil.test": 421,
	} {
		for _, path := range []string{"/healthz", "/graphql?query={__typename}", "/"} {
			response, body := send(t, http.MethodGet, s.URL+path, "", headers{"Host", host})
			if response.StatusCode != status {
				t.Errorf("%s as %s: got %d %s, want %d", path, host, response.StatusCode, body, status)
			}
		}
	}
}

func TestNoHostCheckBeyondLoopback(t *testing.T) {
	server, err := New(Options{Schema: testSchema(t), Engine: answers(`{}`)})
	if err != nil {
		t.Fatal(err)
	}
	if got := call(server.Handler(false), "GET", "http://guanxi.example/healthz").Code; got != 200 {
		t.Errorf("got %d", got)
	}
	if got := call(server.Handler(true), "GET", "http://guanxi.example/healthz").Code; got != 421 {
		t.Errorf("on loopback: got %d", got)
	}
}

func TestCORS(t *testing.T) {
	some := func(o *Options) { o.Origins = []string{"https://map.example", "http://localhost:5173"} }
	all := func(o *Options) { o.Origins = []string{"*"} }
	none := func(*Options) {}
	for _, c := range []struct {
		name    string
		change  func(*Options)
		origin  string
		allowed bool
	}{
		{"none by default", none, "https://map.example", false},
		{"listed", some, "https://map.example", true},
		{"listed with a port", some, "http://localhost:5173", true},
		{"other port", some, "http://localhost:5174", false},
		{"other scheme", some, "http://map.example", false},
		{"longer name", some, "https://map.example.evil.test", false},
		{"sandboxed page", some, "null", false},
		{"all", all, "https://anything.example", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := serve(t, answers(`{}`), c.change)
			want, status, preflight := "", 403, 403
			if c.allowed {
				want, status, preflight = c.origin, 200, 204
			}
			response, _ := ask(t, s, good, "Origin", c.origin)
			if got := response.Header.Get("Access-Control-Allow-Origin"); got != want || response.StatusCode != status {
				t.Errorf("POST: got %d for %q, want %q", response.StatusCode, got, want)
			}
			if vary := strings.Join(response.Header.Values("Vary"), ","); !strings.Contains(vary, "Origin") {
				t.Errorf("Vary is %q", vary)
			}
			response, _ = send(t, http.MethodOptions, s.URL+"/graphql", "", headers{
				"Origin", c.origin, "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type",
			})
			if got := response.Header.Get("Access-Control-Allow-Origin"); got != want || response.StatusCode != preflight {
				t.Errorf("preflight: got %d for %q, want %q", response.StatusCode, got, want)
			}
			if got := response.Header.Get("Access-Control-Allow-Headers"); (got != "") != c.allowed {
				t.Errorf("preflight: allows the headers %q", got)
			}
			if response.Header.Get("Access-Control-Allow-Credentials") != "" {
				t.Error("credentials are allowed")
			}
		})
	}
}

func TestBadOrigins(t *testing.T) {
	for _, origin := range []string{"map.example", "https://map.example/", "https://", "https://a.example/path", "https://u@a.example", ""} {
		_, err := New(Options{Schema: testSchema(t), Engine: answers(`{}`), Origins: []string{origin}})
		if err == nil || !strings.Contains(err.Error(), "GUANXI_CORS") {
			t.Errorf("%q: got %v", origin, err)
		}
	}
}

func TestSecurityHeaders(t *testing.T) {
	s := serve(t, answers(`{}`))
	response, _ := send(t, http.MethodGet, s.URL+"/", "", nil)
	if policy := response.Header.Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'self'") || strings.Contains(policy, "http") {
		t.Errorf("Content-Security-Policy is %q", policy)
	}
	if got := response.Header.Get("X-Content-Type-Options"); got != "nosniff" {
		t.Errorf("X-Content-Type-Options is %q", got)
	}
}
