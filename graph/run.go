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
func (e *Engine) run(ctx context.Context, cypher string, params map[string]any) ([]any, error) {
	if cypher == "" { // nothing of the operation is in the database
		return []any{}, nil
	}
	// The database ends a statement at its timeout; this ends the wait for a
	// database that does not even do that.
	caller := ctx
	ctx, cancel := context.WithTimeout(ctx, e.options.StatementTimeout+grace)
	defer cancel()
	session := e.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, DatabaseName: e.options.Database})
	defer session.Close(context.WithoutCancel(ctx))
	record, err := session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		result, err := tx.Run(ctx, cypher, params)
		if err != nil {
			return nil, err
		}
		return result.Single(ctx)
	}, neo4j.WithTxTimeout(e.options.StatementTimeout))
	if err != nil {
		return nil, e.fault(caller, err)
	}
	return record.(*neo4j.Record).Values, nil
}

// fault says in our words what went wrong in the database.
func (e *Engine) fault(ctx context.Context, err error) *Error {
	var db *neo4j.Neo4jError
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return &Error{Code: Timeout, Message: "the time for this request ran out before the database had answered; ask for less", Cause: err}
	case ctx.Err() != nil:
		return &Error{Code: Timeout, Message: "the request was cancelled", Cause: err}
	case errors.As(err, &db) && (strings.Contains(db.Code, "TransactionTimedOut") || strings.Contains(db.Code, "MemoryPoolOutOfMemory") || strings.Contains(db.Code, "TransactionOutOfMemory")):
		return &Error{Code: TooExpensive, Message: fmt.Sprintf("the database gave up on this operation: it needs more than %s or more memory than one operation may take; ask for fewer levels, smaller pages or a narrower where", e.options.StatementTimeout), Cause: err}
	case errors.As(err, &db) && !strings.HasPrefix(db.Code, "Neo.TransientError") && !db.IsAuthenticationFailed() && !strings.Contains(db.Code, "DatabaseUnavailable"):
		return &Error{Code: Internal, Message: "the database refused the statement; this is a fault of the server", Cause: err}
	}
	return &Error{Code: ServiceUnavailable, Message: "the database is out of reach; try again in a moment", Cause: err}
}

// Ready tells whether the database answers, nil if it does.
func (e *Engine) Ready(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 4*time.Second)
	defer cancel()
	_, err := e.run(ctx, "RETURN 1 AS one", nil)
	return err
}
