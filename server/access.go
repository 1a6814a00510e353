package server

// access.go decides which web pages may call. A server on a laptop has no login, so that the browser's rules are what
// stands between it and the pages its user visits: only pages of allowed origins may read answers (CORS), and a name
// that another page points at this machine (DNS rebinding) is not answered.

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// checkHost answers only requests that were sent to a loopback name or to one of the given hosts.
func checkHost(next http.Handler, hosts []string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := hostOf(r)
		if isLoopbackName(name) || slices.ContainsFunc(hosts, isName(name)) {
			next.ServeHTTP(w, r)
			return
		}
		http.Error(w, fmt.Sprintf("this server is for this machine: it does not answer as %q. Allow the name with GUANXI_HOSTS.", name),
			http.StatusMisdirectedRequest)
	})
}

// isName compares names of hosts.
func isName(name string) func(string) bool {
	return func(host string) bool { return strings.EqualFold(strings.TrimSpace(host), name) }
}

// origins are those whose pages may read answers.
type origins struct {
	all  bool
	some []string
}

// parseOrigins checks that each is an origin: a scheme, a host, maybe a port, and nothing else. An error names the setting.
func parseOrigins(setting string, list []string) (origins, error) {
	var o origins
	for _, text := range list {
		text = strings.TrimSpace(text)
		if text == "*" {
			o.all = true
			continue
		}
		u, err := url.Parse(text)
		if err != nil || u.Scheme == "" || u.Host == "" || u.Scheme+"://"+u.Host != text {
			return o, fmt.Errorf("%s: %q is no origin: write a scheme and a host, as in https://example.org, or *", setting, text)
		}
		o.some = append(o.some, strings.ToLower(text))
	}
	return o, nil
}

// allowed reports whether the origin is one of them. What has none is no page's request.
func (o origins) allowed(origin string) bool {
	return origin != "" && (o.all || slices.Contains(o.some, strings.ToLower(origin)))
}

// allow answers preflights of allowed origins, and lets their pages read the answers. Others get no such leave, and
// their browsers keep the answer from them.
func (o origins) allow(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Add("Vary", "Origin")
		origin := r.Header.Get("Origin")
		if !o.allowed(origin) {
			next.ServeHTTP(w, r)
			return
		}
		h.Set("Access-Control-Allow-Origin", origin)
		h.Set("Access-Control-Expose-Headers", requestHeader+", Retry-After")
		if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {
			h.Set("Access-Control-Allow-Methods", "GET, POST")
			h.Set("Access-Control-Allow-Headers", "Accept, Content-Type, "+requestHeader+", "+debugHeader)
			h.Set("Access-Control-Max-Age", "600")
			w.WriteHeader(http.StatusNoContent)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// policy lets our pages load only what this server serves. Monaco, GraphiQL's editor, writes style elements of its own
// and has fonts within its style sheets.
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; " +
	"object-src 'none'; base-uri 'none'; form-action 'none'"

// secure sets the headers that keep other pages from using ours.
func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policyFor(framedByNone))
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Content-Type-Options", "nosniff")
		next.ServeHTTP(w, r)
	})
}
