package graph

// errors.go holds the errors that the compiler and the engine give: a code for
// programs, a message that says what was wrong and what to do, and the place
// in the operation.

import (
	"fmt"
	"slices"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
)

// The codes of an Error.
const (
	BadUserInput       = "BAD_USER_INPUT"      // the request asks for something that cannot be
	ServiceUnavailable = "SERVICE_UNAVAILABLE" // the database is out of reach: try again
	Timeout            = "TIMEOUT"             // the caller's time ran out
	Cancelled          = "CANCELLED"           // the caller did not wait for the answer
	TooExpensive       = "TOO_EXPENSIVE"       // more than one operation may be, by our bounds or the database's: ask for less
	Internal           = "INTERNAL"            // a fault of ours
)

// An Error is a fault of a request or of what answers it. Message is fit to be
// shown; Cause, which may hold the database's words, is not.
type Error struct {
	Code     string
	Message  string
	Path     ast.Path      // of the field, by the keys of the response
	Argument ast.Path      // within the field's arguments; empty if the error is not about one
	Position *ast.Position // in the operation; may be nil
	Cause    error
	DBTime   time.Duration // how long the database was waited for
}

// Error leads with the place.
func (e *Error) Error() string {
	text := e.Message
	if len(e.Path)+len(e.Argument) > 0 {
		text = slices.Concat(e.Path, e.Argument).String() + ": " + text
	}
	if e.Cause != nil {
		text += ": " + e.Cause.Error()
	}
	return text
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// wrong is an Error about the value at a place.
func (p place) wrong(format string, args ...any) *Error {
	return &Error{
		Code: BadUserInput, Message: fmt.Sprintf(format, args...),
		Path: p.path[:len(p.path)-p.inside], Argument: p.path[len(p.path)-p.inside:], Position: p.position,
	}
}
