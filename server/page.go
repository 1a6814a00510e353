package server

// page.go serves what a browser shows: GraphiQL, or, where the pages were not built, a page that says so; and the schema
// as text.

import (
	"crypto/sha256"
	_ "embed"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// missing is the page in place of those that were not built.
//
//go:embed missing.html
var missing string

// addPages serves GraphiQL at /, until the explorer takes that, and at /graphiql.
func (s *Server) addPages(mux *http.ServeMux) {
	page := s.missingPage
	if s.options.Pages != nil {
		page = s.graphiQL
		mux.Handle("GET /assets/", cacheForever(http.FileServerFS(s.options.Pages)))
	}
	mux.HandleFunc("GET /{$}", page)
	mux.HandleFunc("GET /graphiql", page)
}

// graphiQL serves the page that loads GraphiQL. It is asked for anew each time, since it names the assets of its build.
func (s *Server) graphiQL(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-cache")
	http.ServeFileFS(w, r, s.options.Pages, "index.html")
}

// missingPage says how to get the pages, and what works without them.
func (s *Server) missingPage(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	fmt.Fprint(w, missing)
}

// cacheForever lets browsers keep files whose names change with their content.
func cacheForever(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/") {
			http.NotFound(w, r) // no listing of the folder
			return
		}
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		next.ServeHTTP(w, r)
	})
}

// serveSDL serves the schema as text, with a tag by which clients see that it has not changed. The tag is a weak one:
// the text may be sent compressed.
func (s *Server) serveSDL(w http.ResponseWriter, r *http.Request) {
	if s.options.Trusted != nil {
		plain(w, http.StatusForbidden, "this server runs only documents that it was told to trust, and does not tell its schema")
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("ETag", fmt.Sprintf(`W/"%x"`, sha256.Sum256([]byte(s.options.SDL))))
	http.ServeContent(w, r, "", time.Time{}, strings.NewReader(s.options.SDL))
}
