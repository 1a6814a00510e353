// Package graph compiles GraphQL query operations to Cypher and runs them.
//
// An operation becomes one statement, run in one read transaction; the
// statement answers with one record, and the record is written as JSON by a
// shape that was prepared along with the statement. The way of an operation:
//
//	model.go    what the schema's directives say, read once
//	parse.go    text to a checked operation
//	select.go   its selections to a plan: collect.go, input.go, filter.go,
//	            sort.go, sortrelated.go, page.go, connection.go, window.go, cursor.go,
//	            aggregate.go, facet.go, question.go, written.go, check.go, statements.go, counting.go
//	anchor.go   where the search starts, by statistics.go and estimate.go; cost.go, conditions.go
//	emit.go     the plan to Cypher and a shape: predicate.go, emitconnection.go,
//	            emitonce.go, emitway.go, emitaggregate.go, emitfacet.go, hoist.go
//	cache.go    both are kept for the next operation of the same form
//	bind.go     a request's values to parameters
//	computation.go  what Go works out for a question first
//	run.go      the statement to a record
//	write.go    the record to JSON by its shape.go: writescalar.go, writeconnection.go
//
// planprint.go prints plans, profile.go the database's own.
package graph

import (
	"context"
	"fmt"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Options are an Engine's settings; the zero value of each has a default.
type Options struct {
	Database         string        // default: the server's
	StatementTimeout time.Duration // default: 30 s
	Plans            int           // how many plans are kept; default: 1000
	DefaultLimit     int           // of lists that have no @limit; default: 100
	MaxLimit         int           // of lists that have no @limit; default: 5000
	MaxLevels        int           // of objects below one another; default: 12
	MaxConditions    int           // weight of the conditions on related nodes in one operation; default: 30
	MaxCost          int           // rows that one operation is estimated to read, all levels together; default: 200,000
	MaxColumns       int           // that one operation may read, all levels together; default: 2000
	MaxStatement     int           // bytes of Cypher that one operation may become; default: 32 KiB
	MaxPage          int           // rows that a page of any list may have; default: 5000
	MaxAnswer        int           // bytes of JSON that one operation may be answered with; default: 32 MiB
	Matches          bool          // whether operators that are opt-in (matches) are on
}

// Defaults are the options with the default in the place of each zero.
func (o Options) Defaults() Options {
	if o.StatementTimeout == 0 {
		o.StatementTimeout = 30 * time.Second
	}
	if o.Plans == 0 {
		o.Plans = 1000
	}
	if o.DefaultLimit == 0 {
		o.DefaultLimit = 100
	}
	if o.MaxLimit == 0 {
		o.MaxLimit = 5000
	}
	if o.MaxLevels == 0 {
		o.MaxLevels = 12
	}
	if o.MaxConditions == 0 {
		o.MaxConditions = 30
	}
	if o.MaxCost == 0 {
		o.MaxCost = 200_000
	}
	if o.MaxColumns == 0 {
		o.MaxColumns = 2000
	}
	if o.MaxStatement == 0 {
		o.MaxStatement = 32 << 10
	}
	if o.MaxPage == 0 {
		o.MaxPage = 5000
	}
	if o.MaxAnswer == 0 {
		o.MaxAnswer = 32 << 20
	}
	return o
}

// An Engine answers query operations from one database.
type Engine struct {
	model      *model
	driver     neo4j.DriverWithContext
	options    Options
	plans      *planCache
	statistics atomic.Pointer[Statistics]
	computing  chan struct{} // one for each computation that is at work
}

// New makes an engine for the schema, which is checked for directives that
// make no sense. The driver stays the caller's.
func New(schema *ast.Schema, driver neo4j.DriverWithContext, o Options) (*Engine, error) {
	m, err := newModel(schema)
	if err != nil {
		return nil, err
	}
	o = o.Defaults()
	return &Engine{
		model: m, driver: driver, options: o, plans: newPlanCache(o.Plans),
		computing: make(chan struct{}, max(2, runtime.GOMAXPROCS(0))),
	}, nil
}

// A Request is an operation that was parsed and validated against the schema,
// and its coerced variables: see Parse.
type Request struct {
	Query     string
	Operation *ast.OperationDefinition
	Variables map[string]any
}

// An Answer is the outcome of a query operation. Data is the JSON of `data`;
// it is null if Errors made it so.
type Answer struct {
	Data      []byte
	Errors    gqlerror.List
	Truncated []Truncation // the first hundred; Omitted counts the others
	Omitted   int
	DBTime    time.Duration
}

// Answer runs the operation. An error is an *Error, and no part of the
// operation has taken place.
func (e *Engine) Answer(ctx context.Context, r Request) (*Answer, error) {
	c, b, err := e.bound(r)
	if err != nil {
		return nil, err
	}
	start := time.Now()
	record, err := e.run(ctx, c.cypher, b.params, c.plan.computations...)
	if err != nil {
		return nil, err
	}
	answer := &Answer{DBTime: time.Since(start)}
	record, err = c.plan.present(record)
	if err != nil {
		return nil, err
	}
	w := &writer{binding: b, pages: c.plan.pages, max: e.options.MaxAnswer, buf: make([]byte, 0, c.size.Load()+512)}
	if !c.shape.write(w, record) {
		w.buf = append(w.buf[:0], "null"...)
	}
	if w.full() {
		return nil, &Error{Code: TooExpensive, DBTime: answer.DBTime, Message: fmt.Sprintf(
			"the answer is larger than the %d bytes that are allowed; ask for smaller pages (limit, first), fewer levels or fewer fields", w.max)}
	}
	c.size.Store(int64(len(w.buf)))
	answer.Data, answer.Errors, answer.Truncated, answer.Omitted = w.buf, w.errors, w.truncated, w.omitted
	return answer, nil
}

// A Statement is what an operation was compiled to.
type Statement struct {
	Plan    string   `json:"plan"`
	Anchors []string `json:"anchors,omitempty"` // where each search starts, and why there
	Cypher  string   `json:"cypher"`
	Params  Params   `json:"params"`
	Cached  bool     `json:"cached"` // whether the plan was there already

	Reads []ComputedRead `json:"reads,omitempty"` // what Go reads first, to compute $rows of questions; they are no part of Params
}

// Compile gives the statement that would answer the operation.
func (e *Engine) Compile(r Request) (*Statement, error) {
	untyped(r.Variables)
	cached := e.plans.get(e.key(r)) != nil
	c, b, err := e.bound(r)
	if err != nil {
		return nil, err
	}
	return &Statement{Plan: c.plan.String(), Anchors: c.plan.anchors(), Cypher: c.cypher, Params: b.params, Cached: cached, Reads: c.plan.computedReads()}, nil
}

// bound gives the operation's plan, from the cache if it is there, and what the
// request's values make of it.
func (e *Engine) bound(r Request) (*compiled, *binding, error) {
	untyped(r.Variables)
	c, err := e.compiled(r)
	if err != nil {
		return nil, nil, err
	}
	b, err := c.plan.bind(r.Variables)
	if err != nil {
		return nil, nil, err
	}
	return c, b, c.plan.load.check(b.limits, e.options.MaxCost)
}

// compile makes the plan of an operation and what follows from it.
func (e *Engine) compile(r Request) (*compiled, error) {
	s := &selector{estimator: estimator{e.model, e.statistics.Load()}, options: e.options, vars: r.Variables}
	p, err := s.plan(r.Operation)
	if err != nil {
		return nil, err
	}
	query, shape := newEmitter(e.model).emit(p)
	c := &compiled{plan: p, cypher: query.String(), shape: shape}
	if len(c.cypher) > e.options.MaxStatement { // the database's planner takes no timeout
		return nil, &Error{Code: TooExpensive, Message: fmt.Sprintf(
			"the operation becomes a statement of %d bytes and at most %d are allowed; ask for fewer levels, or for the same of every type where fragments differ", len(c.cypher), e.options.MaxStatement)}
	}
	return c, nil
}
