// Package server answers GraphQL over HTTP. Reads go to the engine, which compiles them to Cypher; what the engine
// writes reaches the client as it is. The package adds what HTTP needs around that: transports, limits, errors, access
// and logs.
package server

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph"
)

// Engine answers what a client asks; *graph.Engine is one.
type Engine interface {
	// Answer runs a query operation that holds no introspection.
	Answer(ctx context.Context, r graph.Request) (*graph.Answer, error)
	// Compile tells by which statement, without running it.
	Compile(r graph.Request) (*graph.Statement, error)
	// Ready is nil while the database answers. It knows within 5 s.
	Ready(ctx context.Context) error
}

// Options say what is served, and to whom.
type Options struct {
	Schema *ast.Schema // the whole API
	SDL    string      // the same as text, served at /schema.graphql
	Engine Engine

	Pages fs.FS // the built pages; nil where they were not built

	Origins []string // whose pages may call from a browser: "https://example.org", or "*"
	Hosts   []string // names by which a server that listens on loopback only may be called, beside localhost
	Frames  []string // whose pages may frame the explorer: origins, "*" or "none"; nil: any, but on loopback those of this machine

	Trusted *Trusted // the only documents that are run; nil: any
	Debug   bool     // tell plans to everyone who asks, not only on this machine

	Limits  Limits        // zero: DefaultLimits
	Timeout time.Duration // how long the engine may take for an answer; zero: its default, 30 s
	Logger  *slog.Logger  // nil: slog.Default
}

// Server serves the API. Make one with New.
type Server struct {
	options Options
	graphql http.Handler
	origins origins
	frames  string // whose pages may frame the explorer; empty: by where it listens
}

// New prepares a server; it fails when the options contradict themselves.
func New(o Options) (*Server, error) {
	if o.Schema == nil || o.Engine == nil {
		return nil, errors.New("a server needs a schema and an engine")
	}
	if o.Limits == (Limits{}) {
		o.Limits = DefaultLimits()
	}
	if o.Timeout == 0 {
		o.Timeout = 30 * time.Second
	}
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	allowed, err := parseOrigins("GUANXI_CORS", o.Origins)
	if err != nil {
		return nil, err
	}
	frames, err := parseFrames(o.Frames)
	if err != nil {
		return nil, err
	}
	return &Server{options: o, graphql: allowed.guard(newGraphQL(o)), origins: allowed, frames: frames}, nil
}

// Handler answers all requests. With loopback, only requests to a loopback name (or to one of Options.Hosts) are
// answered.
func (s *Server) Handler(loopback bool) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/graphql", s.graphql)
	mux.HandleFunc("GET /schema.graphql", s.serveSDL)
	mux.HandleFunc("GET /healthz", s.healthz)
	mux.HandleFunc("GET /readyz", s.readyz)
	s.addPages(mux, loopback)

	// From the outside in: a request is named and logged before anything can refuse it.
	h := s.origins.allow(compress(mux))
	if loopback {
		h = checkHost(h, s.options.Hosts)
	}
	h = allowDebug(h, s.options.Debug, loopback)
	h = secure(h)
	h = recoverPanics(h, s.options.Logger)
	return logRequests(h, s.options.Logger)
}

// How long a connection may take. A statement has its own, shorter time.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 30 * time.Second
	writeTimeout  = 90 * time.Second // beside the time for the answer itself
	idleTimeout   = 2 * time.Minute
	stopTimeout   = 10 * time.Second
)

// Serve answers on l until ctx ends. Then it takes no new request, and gives those under way 10 s before it cuts them.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	requests, cut := context.WithCancel(context.WithoutCancel(ctx))
	defer cut()
	h := &http.Server{
		Handler:           s.Handler(isLoopback(l.Addr())),
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      s.options.Timeout + writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    64 << 10,
		BaseContext:       func(net.Listener) context.Context { return requests },
		ErrorLog:          slog.NewLogLogger(s.options.Logger.Handler(), slog.LevelDebug),
	}

	failed := make(chan error, 1)
	go func() { failed <- h.Serve(l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serving on %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}

	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTimeout)
	defer cancel()
	if err := h.Shutdown(grace); err != nil {
		cut()
		return h.Close()
	}
	return nil
}

// isLoopback reports whether only this machine can reach the address.
func isLoopback(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}
