package graph

// computation.go plans and runs what Go computes for a question ahead of the
// operation's statement: it reads the files that it declares, in the statement's
// own transaction, and its rows become the parameter $rows of the question's file.

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guanxi/graph/cypher"
	"guanxi/graph/question"
)

// A computation makes the rows of one root field.
type computation struct {
	name   string // of the question's file
	does   question.Computation
	reads  map[string]string      // the statement of each file
	args   map[string]cypher.Expr // by the names that the function knows: a parameter, or null
	rows   cypher.Param           // what the rows are given as
	places map[string]place       // of the arguments
	scope  scope
	place
}

// paging are the arguments that say how many rows are wanted. Functions know
// that as their limit.
var paging = []string{"first", "last", "limit", "offset", "after", "before"}

// computation plans what Go computes for the question of the field. All of its
// arguments count, whether its statements name them or not.
func (s *selector) computation(f *fieldModel, does question.Computation, c collected, scope scope, at place) (*computation, error) {
	comp := &computation{
		name: f.question, does: does, reads: map[string]string{}, scope: scope, place: at,
		args: map[string]cypher.Expr{}, places: map[string]place{},
	}
	for _, def := range f.def.Arguments {
		if slices.Contains(paging, def.Name) && f.many() {
			continue
		}
		in := s.argument(c.fields[0], def, at)
		comp.places[def.Name] = in.place
		comp.args[def.Name] = s.checkedParam(def, in, scope)
	}
	for _, read := range does.Reads {
		file, err := question.Lines(read.File)
		if err != nil {
			return nil, err
		}
		text, args := s.written(f, file, c, nil, comp.args, scope, at)
		comp.reads[read.File] = cypher.Query{cypher.Verbatim{Lines: text, Names: args}}.String()
	}
	comp.rows = s.add(param{computed: true})
	s.computations = append(s.computations, comp)
	return comp, nil
}

// reading tells what the computation reads; empty if there is none.
func (c *computation) reading() string {
	if c == nil {
		return ""
	}
	var files []string
	for _, read := range c.does.Reads {
		files = append(files, read.File)
	}
	return ", computed from " + strings.Join(files, ", ")
}

// turn waits until the operation of a computation may go on, and gives what ends
// its turn. No more of them are at work at once than there are processors; those
// that wait have no connection to the database, which others need, and waiting
// takes of their time.
func (e *Engine) turn(ctx context.Context, until time.Time, c *computation) (done func(), _ error) {
	timer := time.NewTimer(time.Until(until))
	defer timer.Stop()
	select {
	case e.computing <- struct{}{}:
		return func() { <-e.computing }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-timer.C:
		return nil, &Error{Code: TooExpensive, Path: c.path, Position: c.position, Message: fmt.Sprintf(
			"other computations were at work for more than %s; try again later", e.options.StatementTimeout)}
	}
}

// compute runs the computations and gives the parameters with their rows. It
// ends with the time that a statement may take.
func (e *Engine) compute(ctx context.Context, until time.Time, tx neo4j.ManagedTransaction, computations []*computation, params map[string]any) (map[string]any, error) {
	if len(computations) == 0 {
		return params, nil
	}
	params = maps.Clone(params) // the transaction may be run again
	caller := ctx
	ctx, cancel := context.WithDeadline(ctx, until)
	defer cancel()
	for _, c := range computations {
		rows, err := c.does.Rows(c.telling(ctx), c.reader(tx, params), c.values(params))
		if err == nil {
			err = ctx.Err()
		}
		fault, wrong := errors.AsType[*question.ArgumentError](err)
		bound, much := errors.AsType[*question.BoundError](err)
		switch {
		case wrong:
			return nil, c.places[fault.Argument].wrong("%s", fault.Message)
		case much:
			return nil, &Error{Code: TooExpensive, Path: c.path, Position: c.position, Message: bound.Message}
		case err != nil && ctx.Err() != nil && caller.Err() == nil:
			return nil, &Error{Code: TooExpensive, Path: c.path, Position: c.position, Cause: err, Message: fmt.Sprintf(
				"computing this takes more than %s; ask for less, such as fewer kinds, fewer hops or a greater minShared", e.options.StatementTimeout)}
		case err != nil:
			return nil, err
		}
		params[string(c.rows)] = rows
	}
	return params, nil
}

// values are those of the arguments, and which statements count.
func (c *computation) values(params map[string]any) question.Args {
	values := question.Args{"statements": c.scope.told(params)}
	for name, arg := range c.args {
		if param, given := arg.(cypher.Param); given {
			values[name] = params[string(param)]
		}
	}
	return values
}

// reader runs the statements of the computation's files, each as often as it is
// declared.
func (c *computation) reader(tx neo4j.ManagedTransaction, params map[string]any) question.Reader {
	times := map[string]int{}
	for _, read := range c.does.Reads {
		times[read.File] = read.Times
	}
	return func(ctx context.Context, file string, more map[string]any) ([]any, error) {
		if times[file]--; times[file] < 0 {
			return nil, fmt.Errorf("graph: %s reads %s more often than it declares", c.name, file)
		}
		given := maps.Clone(params)
		maps.Copy(given, more)
		result, err := tx.Run(ctx, c.reads[file], given)
		if err != nil {
			return nil, err
		}
		record, err := result.Single(ctx)
		if err != nil {
			return nil, err
		}
		return record.Values, nil
	}
}

// A ComputedRead is a statement that a computation reads, ahead of the
// operation's own.
type ComputedRead struct {
	File   string `json:"file"`
	Times  int    `json:"times"` // at most
	Cypher string `json:"cypher"`
}

// computedReads are those of all computations of the operation.
func (p *plan) computedReads() (reads []ComputedRead) {
	for _, c := range p.computations {
		for _, read := range c.does.Reads {
			reads = append(reads, ComputedRead{read.File, read.Times, strings.TrimSuffix(c.reads[read.File], "\n")})
		}
	}
	return reads
}
