package graph

// run.go runs a statement in one read transaction and takes its one record.

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// grace is how long the database may take to end a statement that is over time.
const grace = 5 * time.Second

// run gives the columns of the statement's record.
func (e *Engine) run(ctx context.Context, cypher string, params map[string]any, computations ...*computation) ([]any, error) {
	if cypher == "" { // nothing of the operation is in the database
		return []any{}, nil
	}
	record, err := read(ctx, e, cypher, params, computations, func(ctx context.Context, result neo4j.ResultWithContext) (*neo4j.Record, error) {
		return result.Single(ctx)
	})
	if err != nil {
		return nil, err
	}
	return record.Values, nil
}

// read runs a statement and has take make something of its result. An error is
// an *Error.
func read[T any](ctx context.Context, e *Engine, cypher string, params map[string]any, computations []*computation, take func(context.Context, neo4j.ResultWithContext) (T, error)) (taken T, _ error) {
	start := time.Now()
	// The database ends a statement at its timeout; this ends the wait for a
	// database that does not even do that.
	caller := ctx
	ctx, cancel := context.WithTimeout(ctx, e.options.StatementTimeout+grace)
	defer cancel()
	until := start.Add(e.options.StatementTimeout)
	if len(computations) > 0 {
		done, err := e.turn(ctx, until, computations[0])
		if err != nil {
			fault := e.fault(caller, ctx, err)
			fault.DBTime = time.Since(start)
			return taken, fault
		}
		defer done()
	}
	session := e.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, DatabaseName: e.options.Database})
	defer func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
		defer cancel()
		session.Close(ctx)
	}()
	var final error
	_, err := session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		params, err := e.compute(ctx, until, tx, computations, params)
		var result neo4j.ResultWithContext
		if err == nil {
			result, err = tx.Run(ctx, cypher, params)
		}
		if err == nil {
			taken, err = take(ctx, result)
		}
		if _, ours := errors.AsType[*Error](err); ours || isTooMuch(err) {
			final = err
			err = errFinal
		}
		return nil, err
	}, neo4j.WithTxTimeout(e.options.StatementTimeout))
	if final != nil {
		err = final
	}
	if err != nil {
		fault := e.fault(caller, ctx, err)
		fault.DBTime = time.Since(start)
		return taken, fault
	}
	return taken, nil
}

// errFinal keeps the driver from running a statement again that took more than
// it may: the database calls it a transient error.
var errFinal = errors.New("not to be run again")

// isTooMuch tells whether the database gave up for a statement's time or memory.
func isTooMuch(err error) bool {
	var db *neo4j.Neo4jError
	return errors.As(err, &db) && (strings.Contains(db.Code, "TransactionTimedOut") || strings.Contains(db.Code, "OutOfMemory"))
}

// fault says in our words what went wrong in the database. The caller's context
// may have ended, and also the one within, for the time of a statement.
func (e *Engine) fault(caller, within context.Context, err error) *Error {
	if ours, ok := errors.AsType[*Error](err); ok {
		return ours
	}
	var db *neo4j.Neo4jError
	var expired *neo4j.TokenExpiredError
	switch {
	case errors.Is(caller.Err(), context.DeadlineExceeded):
		return &Error{Code: Timeout, Message: "the time for this request ran out before the database had answered; ask for less", Cause: err}
	case caller.Err() != nil:
		return &Error{Code: Cancelled, Message: "the request was cancelled", Cause: err}
	case isTooMuch(err), within.Err() != nil:
		return &Error{Code: TooExpensive, Message: fmt.Sprintf("the database gave up on this operation: it needs more than %s or more memory than one operation may take; ask for fewer levels, conditions that are nested less deep, a narrower where, or less of a large page; what the database had to plan for the first time takes longer then, so that it may answer when asked again", e.options.StatementTimeout), Cause: err}
	case errors.As(err, &expired), errors.As(err, &db) && strings.HasPrefix(db.Code, "Neo.ClientError.Security."):
		return &Error{Code: Internal, Message: "the database does not let this server in; whoever runs the server must set the right NEO4J_USERNAME and NEO4J_PASSWORD", Cause: err}
	case db != nil && strings.HasSuffix(db.Code, ".DatabaseNotFound"):
		return &Error{Code: Internal, Message: "the database that this server is set to does not exist; whoever runs the server must create it, or set another NEO4J_DATABASE", Cause: err}
	case db != nil && !strings.HasPrefix(db.Code, "Neo.TransientError") && !strings.Contains(db.Code, "DatabaseUnavailable"):
		return &Error{Code: Internal, Message: "the database refused the statement; this is a fault of the server", Cause: err}
	case poolIsEmpty(err):
		return &Error{Code: ServiceUnavailable, Message: "the server is busy: all its connections to the database are in use; try again in a moment", Cause: err}
	}
	return &Error{Code: ServiceUnavailable, Message: "the database is out of reach; try again in a moment", Cause: err}
}

// poolIsEmpty tells whether the driver waited in vain for one of its
// connections. It has no type for that, and a name of that kind for more.
func poolIsEmpty(err error) bool {
	return strings.Contains(err.Error(), "Timeout while waiting for connection") && strings.HasSuffix(err.Error(), context.DeadlineExceeded.Error())
}

// Ready tells whether the database answers, nil if it does. One whose connections
// are all in use is at work.
func (e *Engine) Ready(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 4*time.Second)
	defer cancel()
	_, err := e.run(ctx, "RETURN 1 AS one", nil)
	if fault, is := errors.AsType[*Error](err); is && fault.Cause != nil && poolIsEmpty(fault.Cause) {
		return nil
	}
	return err
}
