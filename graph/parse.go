package graph

// parse.go takes a request from text to a checked operation, for callers that
// have no GraphQL server in front.

import (
	"errors"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// checks are the rules of the GraphQL specification.
var checks = rules.NewDefaultRules()

// Parse reads a query, checks it against the schema, and coerces variables.
// The operation may go unnamed if it is the only one.
func (e *Engine) Parse(query, operation string, variables map[string]any) (Request, gqlerror.List) {
	doc, err := parser.ParseQuery(&ast.Source{Name: "query", Input: query})
	if err != nil {
		return Request{}, listOf(err)
	}
	if errs := validator.ValidateWithRules(e.model.schema, doc, checks); len(errs) > 0 {
		return Request{}, errs
	}
	op := doc.Operations.ForName(operation)
	switch {
	case op == nil && operation == "":
		return Request{}, gqlerror.List{gqlerror.Errorf("the query holds %d operations; name the one to run", len(doc.Operations))}
	case op == nil:
		return Request{}, gqlerror.List{gqlerror.Errorf("the query holds no operation named %q", operation)}
	case op.Operation != ast.Query:
		return Request{}, gqlerror.List{gqlerror.Errorf("only a query can be compiled, and this is a %s", op.Operation)}
	}
	vars, err := validator.VariableValues(e.model.schema, op, variables)
	if err != nil {
		return Request{}, listOf(err)
	}
	return Request{Query: query, Operation: op, Variables: vars}, nil
}

func listOf(err error) gqlerror.List {
	var list gqlerror.List
	var one *gqlerror.Error
	switch {
	case errors.As(err, &list):
		return list
	case errors.As(err, &one):
		return gqlerror.List{one}
	}
	return gqlerror.List{gqlerror.Wrap(err)}
}
