package graph

// errors.go holds the errors that the compiler and the engine give: a code for
// programs, a message that says what was wrong and what to do, and the place
// in the operation.

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"
)

// The codes of an Error.
const (
	BadUserInput       = "BAD_USER_INPUT"      // the request asks for something that cannot be
	ServiceUnavailable = "SERVICE_UNAVAILABLE" // the database is out of reach: try again
	Timeout            = "TIMEOUT"             // the caller's time ran out
	TooExpensive       = "TOO_EXPENSIVE"       // more than one operation may be, by our bounds or the database's: ask for less
	Internal           = "INTERNAL"            // a fault of ours
)

// An Error is a fault of a request or of what answers it. Message is fit to be
// shown; Cause, which may hold the database's words, is not.
type Error struct {
	Code     string
	Message  string
	Path     ast.Path      // of the field, and of the argument within it
	Position *ast.Position // in the operation; may be nil
	Cause    error
}

// Error leads with the place.
func (e *Error) Error() string {
	text := e.Message
	if len(e.Path) > 0 {
		text = e.Path.String() + ": " + text
	}
	if e.Cause != nil {
		text += ": " + e.Cause.Error()
	}
	return text
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// badInput is an Error about the value at path.
func badInput(path ast.Path, position *ast.Position, format string, args ...any) *Error {
	return &Error{Code: BadUserInput, Message: fmt.Sprintf(format, args...), Path: path, Position: position}
}
