package server

// health.go answers those who watch the server: whether it runs, and whether it can answer questions.

import (
	"fmt"
	"net/http"
)

// healthz says that the process runs.
func (s *Server) healthz(w http.ResponseWriter, _ *http.Request) {
	plain(w, http.StatusOK, "ok")
}

// readyz says whether the database answers. It takes part again by itself once the database is back.
func (s *Server) readyz(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	if err := s.options.Engine.Ready(ctx); err != nil {
		if ctx.Err() != nil { // who asked did not wait
			w.WriteHeader(statusCancelled)
			return
		}
		s.options.Logger.WarnContext(ctx, "not ready", "request", entryOf(ctx).id, "cause", err)
		plain(w, http.StatusServiceUnavailable, "not ready: Neo4j does not answer")
		return
	}
	plain(w, http.StatusOK, "ready")
}

// plain writes a line of text.
func plain(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	fmt.Fprintln(w, text)
}
