package server

// errors.go decides what a client is told of an error, and with which HTTP status. What the database says is for the log
// only.

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"guanxi/graph"
)

// Codes of requests that are no GraphQL request.
const (
	badRequest       = "BAD_REQUEST"
	forbidden        = "FORBIDDEN"
	methodNotAllowed = "METHOD_NOT_ALLOWED"
	notAcceptable    = "NOT_ACCEPTABLE"
	tooLarge         = "CONTENT_TOO_LARGE"
	unsupportedMedia = "UNSUPPORTED_MEDIA_TYPE"
)

// statuses is the table of errors: the HTTP status of each code.
var statuses = map[string]int{
	errcode.ParseFailed:      http.StatusBadRequest,
	errcode.ValidationFailed: http.StatusBadRequest,
	graph.BadUserInput:       http.StatusBadRequest,
	graph.TooExpensive:       http.StatusBadRequest,

	badRequest:       http.StatusBadRequest,
	forbidden:        http.StatusForbidden,
	notPersisted:     http.StatusOK, // as Apollo has it: the client is to ask again, and nothing is wrong
	methodNotAllowed: http.StatusMethodNotAllowed,
	notAcceptable:    http.StatusNotAcceptable,
	tooLarge:         http.StatusRequestEntityTooLarge,
	unsupportedMedia: http.StatusUnsupportedMediaType,

	graph.ServiceUnavailable: http.StatusServiceUnavailable,
	graph.Timeout:            http.StatusGatewayTimeout,
	graph.Cancelled:          statusCancelled,
	graph.Internal:           http.StatusInternalServerError,
}

// statusCancelled is for the log: nobody waits for this answer. (nginx's number.)
const statusCancelled = 499

// statusOf is the status of a response that has errors and no data.
func statusOf(errs gqlerror.List) int {
	for _, err := range errs {
		if status, ok := statuses[codeOf(err)]; ok {
			return status
		}
	}
	return http.StatusInternalServerError
}

func codeOf(err *gqlerror.Error) string {
	code, _ := err.Extensions["code"].(string)
	return code
}

// maxErrors is how many errors of one response a client is told: a long document may hold thousands.
const maxErrors = 20

// presenter makes what the client reads of an error, and logs what it must not read.
func presenter(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		e := entryOf(ctx)
		shown, cause := present(ctx, err)
		shown.Message = shorten(shown.Message)
		if cause != nil {
			level, what := slog.LevelError, "request failed"
			if ctx.Err() != nil {
				level, what = slog.LevelInfo, "request cancelled" // the client left, or the server stops
			}
			log.Log(ctx, level, what, "request", e.id, "code", codeOf(shown), "cause", cause)
			shown.Extensions["request"] = e.id
		}
		switch n := e.fail(codeOf(shown)); {
		case n <= maxErrors:
			return shown
		case n == maxErrors+1:
			return &gqlerror.Error{Message: "there are more errors than these", Extensions: shown.Extensions}
		}
		return nil
	}
}

// present parts an error into what the client reads and, if there is more to it, what is for the log. An error of the
// engine has a message for the client, and a cause that is not. Of all other errors, those without a cause were written
// as GraphQL errors; the rest is the database's or a fault of ours, and is not told.
func present(ctx context.Context, err error) (shown *gqlerror.Error, cause error) {
	if own, ok := errors.AsType[*graph.Error](err); ok {
		shown = &gqlerror.Error{Message: own.Message, Path: own.Path, Extensions: map[string]any{"code": own.Code}}
		if len(own.Argument) > 0 {
			shown.Extensions["argument"] = own.Argument
		}
		if p := own.Position; p != nil {
			shown.Locations = []gqlerror.Location{{Line: p.Line, Column: p.Column}}
		}
		return shown, own.Cause
	}
	written, ok := errors.AsType[*gqlerror.Error](err)
	if ok && (written.Err == nil || codeOf(written) == errcode.ValidationFailed) {
		clarify(ctx, written)
		return written, nil
	}
	return &gqlerror.Error{
		Message:    "internal error",
		Path:       graphql.GetPath(ctx),
		Extensions: map[string]any{"code": graph.Internal},
	}, err
}

// maxMessage is how many bytes of a message a client is told: some repeat what was sent, which it knows.
const maxMessage = 1000

// shorten cuts a long message, between two characters.
func shorten(message string) string {
	if len(message) <= maxMessage {
		return message
	}
	return strings.ToValidUTF8(message[:maxMessage], "") + "…"
}

// clarify gives two of gqlgen's errors what they lack: the place of a wrong variable, and the choice of operations.
func clarify(ctx context.Context, err *gqlerror.Error) {
	if !graphql.HasOperationContext(ctx) || codeOf(err) != errcode.ValidationFailed {
		return
	}
	op := graphql.GetOperationContext(ctx)
	if op.Doc != nil && op.Operation == nil {
		err.Message = chooseOperation(op.Doc.Operations, op.OperationName)
		return
	}
	graph.ExplainVariable(err, op.Operation)
}

// chooseOperation says which operations a document has, when name is none of them.
func chooseOperation(ops ast.OperationList, name string) string {
	names := make([]string, len(ops))
	for i, o := range ops {
		names[i] = o.Name
	}
	list := strings.Join(names[:min(len(names), maxErrors)], ", ")
	if name == "" {
		return fmt.Sprintf("the document has %d operations: name the one to run in operationName (%s)", len(ops), list)
	}
	return fmt.Sprintf("the document has no operation %q, but %s", name, list)
}

// recoverFunc logs a panic in a resolver; the client reads of an internal error.
func recoverFunc(log *slog.Logger) graphql.RecoverFunc {
	return func(ctx context.Context, p any) error {
		log.ErrorContext(ctx, "panic", "request", entryOf(ctx).id, "value", fmt.Sprint(p), "stack", string(debug.Stack()))
		return errPanic
	}
}

// errPanic stands for a panic that is already logged.
var errPanic = errors.New("panic")
