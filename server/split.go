package server

// split.go parts a query that asks for data and for the schema into one for either.

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// split parts the root of o into what the engine answers and the introspection fields. The second is nil, and the
// first o itself, when there are none, as is usual. Fragments, conditions and directives stay with the fields they
// apply to.
func split(o *ast.OperationDefinition) (read, introspection *ast.OperationDefinition) {
	if !Introspects(o) {
		return o, nil
	}
	part := func(keep func(*ast.Field) bool) *ast.OperationDefinition {
		c := *o
		c.SelectionSet = filter(o.SelectionSet, keep)
		return &c
	}
	return part(func(f *ast.Field) bool { return !isIntrospection(f) }), part(isIntrospection)
}

// Introspects reports whether the operation asks for the schema, which the engine cannot tell.
func Introspects(o *ast.OperationDefinition) bool { return anyField(o.SelectionSet, isIntrospection) }

// isIntrospection reports whether a root field asks for the schema. __typename asks for data like any other.
func isIntrospection(f *ast.Field) bool {
	return strings.HasPrefix(f.Name, "__") && f.Name != "__typename"
}

// anyField reports whether a field of the set, or of a fragment in it, satisfies is.
func anyField(set ast.SelectionSet, is func(*ast.Field) bool) bool {
	return slices.ContainsFunc(set, func(s ast.Selection) bool {
		switch s := s.(type) {
		case *ast.Field:
			return is(s)
		case *ast.InlineFragment:
			return anyField(s.SelectionSet, is)
		case *ast.FragmentSpread:
			return anyField(s.Definition.SelectionSet, is)
		}
		return false
	})
}

// filter keeps the fields that satisfy keep. A spread becomes an inline fragment, since the named one is used elsewhere
// too; a fragment of which nothing is left goes.
func filter(set ast.SelectionSet, keep func(*ast.Field) bool) ast.SelectionSet {
	var kept ast.SelectionSet
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			if keep(s) {
				kept = append(kept, s)
			}
		case *ast.InlineFragment:
			if inner := filter(s.SelectionSet, keep); inner != nil {
				c := *s
				c.SelectionSet = inner
				kept = append(kept, &c)
			}
		case *ast.FragmentSpread:
			if inner := filter(s.Definition.SelectionSet, keep); inner != nil {
				kept = append(kept, &ast.InlineFragment{
					TypeCondition:    s.Definition.TypeCondition,
					Directives:       s.Directives,
					SelectionSet:     inner,
					ObjectDefinition: s.ObjectDefinition,
					Position:         s.Position,
				})
			}
		}
	}
	return kept
}
