package server

// graphql.go assembles gqlgen's handler: the executable schema, the transports, the limits and the error presenter.

import (
	"context"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
)

// newGraphQL is the handler of /graphql.
func newGraphQL(o Options) http.Handler {
	h := handler.New(newExecutable(o.Schema, o.Engine, o.Limits.Schema))

	h.AddTransport(stream{keepAlive: 15 * time.Second, patience: writeTimeout, limits: o.Limits})
	h.AddTransport(post{limits: o.Limits})
	h.AddTransport(get{})
	h.AddTransport(refuse{})

	known := documents{lru.New[*ast.QueryDocument](cachedDocuments)}
	h.SetQueryCache(known)
	if o.Trusted != nil {
		use(h, o.Trusted)
	} else {
		use(h, newPersisted())
	}
	use(h, limiter{o.Limits, known, o.Schema})
	use(h, debugger{})
	h.SetErrorPresenter(presenter(o.Logger))
	h.SetRecoverFunc(recoverFunc(o.Logger))
	return h
}

// use adds an extension, but no field interceptor: a compiled read has no resolvers, so that one would never run, and
// what it should guard would stay open. Guard operations, or trace by the stages of the engine.
func use(h *handler.Server, x graphql.HandlerExtension) {
	switch x.(type) {
	case graphql.FieldInterceptor, graphql.RootFieldInterceptor:
		panic("server: " + x.ExtensionName() + " intercepts fields, which compiled reads do not have")
	}
	h.Use(x)
}

// A parsed document was measured to take up to 110 times the memory of its text, so that only short ones are kept:
// 256 x 8 KiB x 110 is 220 MiB at the very worst, and a few MiB in practice.
const (
	cachedDocuments    = 256
	cachedDocumentSize = 8 << 10
)

// documents keeps parsed and validated documents by their text.
type documents struct {
	*lru.LRU[*ast.QueryDocument]
}

// Add keeps d, unless its text is long.
func (c documents) Add(ctx context.Context, text string, d *ast.QueryDocument) {
	if len(text) <= cachedDocumentSize {
		c.LRU.Add(ctx, text, d)
	}
}
