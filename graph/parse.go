package graph

// parse.go takes a request from text to a checked operation, for callers that
// have no GraphQL server in front.

import (
	"errors"
	"fmt"
	"strings"

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
	doc, err := parser.ParseQuery(&ast.Source{Input: query})
	if err != nil {
		return Request{}, listOf(err)
	}
	if errs := validator.ValidateWithRules(e.model.schema, doc, checks); len(errs) > 0 {
		return Request{}, errs
	}
	op := doc.Operations.ForName(operation)
	switch {
	case len(doc.Operations) == 0:
		return Request{}, gqlerror.List{gqlerror.Errorf("the query holds no operation")}
	case op == nil && operation == "":
		return Request{}, gqlerror.List{gqlerror.Errorf("the query holds %d operations; name the one to run", len(doc.Operations))}
	case op == nil:
		return Request{}, gqlerror.List{gqlerror.Errorf("the query holds no operation named %q", operation)}
	case op.Operation != ast.Query:
		return Request{}, gqlerror.List{gqlerror.Errorf("only a query can be compiled, and this is a %s", op.Operation)}
	}
	vars, err := validator.VariableValues(e.model.schema, op, variables)
	if err != nil {
		errs := listOf(err)
		for _, err := range errs {
			ExplainVariable(err, op)
		}
		return Request{}, errs
	}
	if err := CheckVariables(e.model.schema, op, vars); err != nil {
		return Request{}, gqlerror.List{err}
	}
	return Request{Query: query, Operation: op, Variables: vars}, nil
}

// ExplainVariable makes the validator's error about a variable's value say which
// variable, and where in its value; any other error is left as it is.
func ExplainVariable(err *gqlerror.Error, op *ast.OperationDefinition) {
	if len(err.Path) < 2 || err.Path[0] != ast.PathName("variable") {
		return
	}
	reason := err.Message
	if _, kind, ok := strings.Cut(reason, " as "); ok && strings.HasPrefix(reason, "cannot use value ") {
		reason = "its value cannot be used as " + kind // the validator names another value than it was given
	}
	err.Message = fmt.Sprintf("variable $%s: %s", err.Path[1:].String(), reason)
	if name, ok := err.Path[1].(ast.PathName); ok && op != nil {
		if v := op.VariableDefinitions.ForName(string(name)); v != nil && v.Position != nil {
			err.Locations = []gqlerror.Location{{Line: v.Position.Line, Column: v.Position.Column}}
		}
	}
	err.Path = nil // a path is for fields of the response; this one leads into a variable
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
