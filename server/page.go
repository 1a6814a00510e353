package server

// page.go serves what a browser shows: the explorer and GraphiQL, or, where the pages were not built, a page that says so;
// and the schema as text.

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"fmt"
	"io/fs"
	"net/http"
	"strings"
	"time"
)

// missing is the page in place of those that were not built.
//
//go:embed missing.html
var missing string

// addPages serves the explorer at / and at the addresses of its views, and GraphiQL at /graphiql; to a browser at an
// address that is none, the explorer again.
func (s *Server) addPages(mux *http.ServeMux, loopback bool) {
	var explorer, graphiQL http.Handler = http.HandlerFunc(s.missingPage), http.HandlerFunc(s.missingPage)
	if s.options.Pages != nil {
		explorer, graphiQL = s.framed(s.page("index.html"), loopback), s.page("graphiql.html")
		mux.Handle("GET /assets/", cacheForever(http.FileServerFS(s.options.Pages)))
	}
	for _, path := range []string{"/{$}", "/find", "/entity/{id...}", "/explore", "/paths", "/docking", "/compare", "/measures"} {
		mux.Handle("GET "+path, explorer)
	}
	mux.Handle("GET /graphiql", graphiQL)
	mux.Handle("/", nowhere(explorer))
}

// nowhere answers at addresses that are none of ours: a browser is shown the explorer, which says so and leads on.
func nowhere(explorer http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page := (r.Method == http.MethodGet || r.Method == http.MethodHead) && strings.Contains(r.Header.Get("Accept"), "text/html")
		if !page || strings.HasPrefix(r.URL.Path, "/assets/") {
			http.NotFound(w, r)
			return
		}
		r.Header.Del("Range")
		r.Header.Del("If-Modified-Since")
		explorer.ServeHTTP(&notFound{ResponseWriter: w}, r)
	})
}

// notFound says of a page that it is in the place of one that is not there.
type notFound struct {
	http.ResponseWriter
	begun bool
}

func (w *notFound) WriteHeader(status int) {
	w.begun = true
	if status == http.StatusOK {
		status = http.StatusNotFound
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *notFound) Write(p []byte) (int, error) {
	if !w.begun {
		w.WriteHeader(http.StatusOK)
	}
	return w.ResponseWriter.Write(p)
}

// page serves a built page. It is asked for anew each time, since it names the assets of its build.
func (s *Server) page(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		page, err := fs.ReadFile(s.options.Pages, name)
		if err != nil {
			http.Error(w, name+" is not among the built pages: build them again with make build", http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Cache-Control", "no-cache")
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(page))
	}
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
