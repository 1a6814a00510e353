package server

// debug.go tells a client that asks for it how its operation is answered: extensions.guanxi holds the plan, the Cypher
// and its parameters, the time in the database, and whether the plan was known. It is asked for by
// {"extensions": {"guanxi": {"plan": true}}} or by a header, and told on the machine itself, or wherever the operator
// allows it.

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"guanxi/graph"
)

// debugHeader asks for the same as the extension: X-Guanxi-Debug: plan.
const debugHeader = "X-Guanxi-Debug"

// allowDebug notes whether a request may ask: always if the operator says so, and else if it was sent to a loopback name
// of a server that only this machine reaches. (A proxy on this machine has a name of its own.)
func allowDebug(next http.Handler, always, loopback bool) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		entryOf(r.Context()).mayDebug = always || loopback && isLoopbackName(hostOf(r))
		next.ServeHTTP(w, r)
	})
}

// hostOf is the name that a request was sent to.
func hostOf(r *http.Request) string {
	name := r.Host
	if host, _, err := net.SplitHostPort(name); err == nil {
		name = host
	}
	return strings.TrimSuffix(strings.ToLower(strings.Trim(name, "[]")), ".")
}

// isLoopbackName reports whether a name always stands for this machine.
func isLoopbackName(name string) bool {
	ip := net.ParseIP(name)
	return name == "localhost" || ip != nil && ip.IsLoopback()
}

// debugger is the extension of gqlgen's handler that reads whether the plan is asked for.
type debugger struct{}

// ExtensionName is the name that gqlgen asks of an extension.
func (debugger) ExtensionName() string { return "Debug" }

// Validate accepts every schema.
func (debugger) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext refuses to tell those who may not know.
func (debugger) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	asked, err := asksForPlan(op)
	if err != nil {
		return coded(badRequest, "%v", err)
	}
	e := entryOf(ctx)
	if asked && !e.mayDebug {
		return coded(forbidden, "this server tells its plans only to its own machine: whoever runs it can allow this with "+
			"--debug or GUANXI_DEBUG; guanxi query FILE --cypher prints the same")
	}
	e.plan = asked
	return nil
}

// asksForPlan reads the extension and the header.
func asksForPlan(op *graphql.OperationContext) (bool, error) {
	switch op.Headers.Get(debugHeader) {
	case "":
	case "plan":
		return true, nil
	default:
		return false, errors.New(debugHeader + " can be plan, and nothing else")
	}
	given, ok := op.Extensions["guanxi"]
	if !ok || given == nil {
		return false, nil
	}
	object, ok := given.(map[string]any)
	plan, isBool := object["plan"].(bool)
	if !ok || len(object) != 1 || !isBool {
		return false, errors.New(`extensions.guanxi is wrong: send {"plan": true}`)
	}
	return plan, nil
}

// A debugBlock is extensions.guanxi.
type debugBlock struct {
	*graph.Statement
	DBTime float64 `json:"dbTime"` // milliseconds
}

// addDebug adds the block to the response; after an error, too, since that may be what is looked into.
func addDebug(ctx context.Context, statement *graph.Statement, db time.Duration) {
	if statement != nil {
		graphql.RegisterExtension(ctx, "guanxi", debugBlock{statement, float64(db.Microseconds()) / 1000})
	}
}
