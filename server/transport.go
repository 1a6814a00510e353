package server

// transport.go takes GraphQL requests by POST and GET. gqlgen's own transports are not used for these: they marshal a
// finished response again, escape it for HTML, and answer with statuses of their own. They do not offer batches,
// multipart requests or @defer either.

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"guanxi/graph"
)

// post takes a JSON body. Other content types, which a page of any origin may send without asking (text/plain, forms),
// are refused.
type post struct{ limits Limits }

// Supports reports whether r is a POST.
func (post) Supports(r *http.Request) bool { return r.Method == http.MethodPost }

// Do answers r.
func (t post) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	media := negotiate(r.Header.Get("Accept"))
	if media == "" {
		fault(w, r, notAcceptable, unacceptable)
		return
	}
	start := graphql.Now()
	body, code, err := readBody(w, r, t.limits.Body)
	if err != nil {
		fault(w, r, code, err.Error())
		return
	}
	params, err := parseBody(body)
	if err != nil {
		fault(w, r, badRequest, err.Error())
		return
	}
	params.Headers = r.Header
	params.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}
	op, response := prepare(r.Context(), exec, params)
	if response == nil {
		response = run(r.Context(), exec, op)
	}
	respond(w, media, response)
}

// get takes its parameters from the URL. It answers queries only: a link must not change anything.
type get struct{}

// Supports reports whether r is a GET.
func (get) Supports(r *http.Request) bool { return r.Method == http.MethodGet }

// Do answers r.
func (get) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	media := negotiate(r.Header.Get("Accept"))
	if media == "" {
		fault(w, r, notAcceptable, unacceptable)
		return
	}
	params, err := parseURL(r.URL.RawQuery)
	if err != nil {
		fault(w, r, badRequest, err.Error())
		return
	}
	params.Headers = r.Header
	op, response := prepare(r.Context(), exec, params)
	if response == nil {
		if op.Operation.Operation != ast.Query {
			w.Header().Set("Allow", http.MethodPost)
			fault(w, r, methodNotAllowed, "GET answers queries only: send a "+string(op.Operation.Operation)+" by POST")
			return
		}
		response = run(r.Context(), exec, op)
	}
	respond(w, media, response)
}

// refuse answers all other methods.
type refuse struct{}

// Supports is true of every request: this transport comes last.
func (refuse) Supports(*http.Request) bool { return true }

// Do answers r.
func (refuse) Do(w http.ResponseWriter, r *http.Request, _ graphql.GraphExecutor) {
	w.Header().Set("Allow", "GET, POST, OPTIONS")
	if r.Method == http.MethodOptions {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	fault(w, r, methodNotAllowed, "use GET or POST, not "+r.Method)
}

const unacceptable = "Accept names no media type that can be had: " + graphQLType + ", " + jsonType +
	" or, by POST, text/event-stream"

// prepare parses and validates a request. It answers at once if there is an error.
func prepare(ctx context.Context, exec graphql.GraphExecutor, p *graphql.RawParams) (*graphql.OperationContext, *graphql.Response) {
	op, errs := exec.CreateOperationContext(ctx, p)
	if errs != nil {
		return nil, exec.DispatchError(graphql.WithOperationContext(ctx, op), errs)
	}
	return op, nil
}

// run executes an operation.
func run(ctx context.Context, exec graphql.GraphExecutor, op *graphql.OperationContext) *graphql.Response {
	next, ctx := exec.DispatchOperation(ctx, op)
	if response := next(ctx); response != nil {
		return response
	}
	// gqlgen answers nothing once the client is gone, or the server stops.
	return exec.DispatchError(ctx, gqlerror.List{coded(graph.Cancelled, "the request was cancelled")})
}
