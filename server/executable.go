package server

// executable.go is the schema as gqlgen executes it: queries go to the engine, which has no resolvers, and what they ask of
// the schema to introspection.go; mutations and subscriptions go to the code that gqlgen generated.
//
// Errors are added inside the response handler, and only with graphql.AddError: any other way passes by the presenter,
// which keeps the database's words from the client.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph"
	"guanxi/server/exec"
)

//go:generate go tool gqlgen generate

// executable overrides Exec of the generated schema.
type executable struct {
	graphql.ExecutableSchema
	engine Engine
	told   int // bytes of what one operation may be told of the schema
}

// newExecutable gives the generated code the whole schema, not only the part it was generated from.
func newExecutable(schema *ast.Schema, engine Engine, told int) executable {
	return executable{exec.NewExecutableSchema(exec.Config{Schema: schema}), engine, told}
}

// Exec answers the operation in ctx.
func (e executable) Exec(ctx context.Context) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx)
	entryOf(ctx).operation = op.Operation
	if op.Operation.Operation != ast.Query {
		return e.ExecutableSchema.Exec(ctx)
	}
	done := false
	return func(ctx context.Context) *graphql.Response {
		if done {
			return nil
		}
		done = true
		return &graphql.Response{Data: e.query(ctx, op)}
	}
}

// query answers a query operation with the JSON of its data: nil when there is none because of an error.
func (e executable) query(ctx context.Context, op *graphql.OperationContext) (data json.RawMessage) {
	defer func() {
		if p := recover(); p != nil {
			graphql.AddError(ctx, op.RecoverFunc(ctx, p))
			data = nil
		}
	}()
	read, introspection := split(op.Operation)
	if introspection == nil {
		return e.read(ctx, op, read)
	}
	about, err := introspect(op, e.Schema(), introspection, e.told)
	if err != nil {
		graphql.AddError(ctx, err)
		return nil
	}
	if len(read.SelectionSet) == 0 {
		return about
	}
	data = e.read(ctx, op, read)
	if data == nil || isNull(data) {
		return data
	}
	return merge(responseOrder(op), data, about)
}

// read has the engine answer an operation.
func (e executable) read(ctx context.Context, op *graphql.OperationContext, read *ast.OperationDefinition) json.RawMessage {
	request := graph.Request{Query: op.RawQuery, Operation: read, Variables: op.Variables}
	entry := entryOf(ctx)
	var statement *graph.Statement
	if entry.plan {
		statement, _ = e.engine.Compile(request) // its error is Answer's, too
	}
	answer, err := e.engine.Answer(ctx, request)
	if err != nil {
		if own, ok := errors.AsType[*graph.Error](err); ok {
			entry.db = own.DBTime
		}
		addDebug(ctx, statement, entry.db)
		graphql.AddError(ctx, err)
		return nil
	}
	entry.db = answer.DBTime
	addDebug(ctx, statement, entry.db)
	for _, err := range answer.Errors {
		graphql.AddError(ctx, err)
	}
	if len(answer.Truncated) > 0 {
		graphql.RegisterExtension(ctx, "truncated", answer.Truncated)
	}
	if answer.Omitted > 0 {
		graphql.RegisterExtension(ctx, "truncatedOmitted", answer.Omitted)
	}
	return answer.Data
}

// responseOrder lists the keys of the data in the order that GraphQL asks for.
func responseOrder(op *graphql.OperationContext) []string {
	fields := graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Query"})
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.Alias
	}
	return keys
}

// merge writes the members of two JSON objects as one, in the order of keys.
func merge(keys []string, objects ...json.RawMessage) json.RawMessage {
	members := map[string]json.RawMessage{}
	for _, o := range objects {
		if err := json.Unmarshal(o, &members); err != nil {
			// Both were written by this program.
			panic(fmt.Errorf("data that is no JSON object: %w", err))
		}
	}
	var b bytes.Buffer
	b.WriteByte('{')
	for _, key := range keys {
		value, ok := members[key]
		if !ok {
			continue
		}
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "%q:", key) // a GraphQL name needs no escapes
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes()
}

func isNull(data json.RawMessage) bool { return string(data) == "null" }
