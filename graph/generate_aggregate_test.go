package graph_test

// generate_aggregate_test.go draws conditions on what many come to, and facets.

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// together draws a condition on an aggregate; way are the keys that lead to it.
func (g *generator) together(input *ast.Definition, way []string) *ast.Value {
	v := &ast.Value{Kind: ast.ObjectValue}
	for range 1 + g.below(8)/6 {
		fd := pick(g, input.Fields)
		if v.Children.ForName(fd.Name) != nil {
			continue
		}
		v.Children = append(v.Children, &ast.ChildValue{Name: fd.Name, Value: g.togetherPart(input, fd, way)})
	}
	if g.in32(1) {
		v.Children = nil
	}
	return v
}

func (g *generator) togetherPart(input *ast.Definition, fd *ast.FieldDefinition, way []string) *ast.Value {
	below := g.schema.Types[fd.Type.Name()]
	switch {
	case g.in32(1):
		return null()
	case fd.Name == "NOT":
		return g.together(input, way)
	case fd.Name == "AND" || fd.Name == "OR":
		return g.some(3, func() *ast.Value { return g.together(input, way) })
	}
	way = append(slices.Clone(way), fd.Name)
	if !slices.ContainsFunc(below.Fields, func(fd *ast.FieldDefinition) bool { return fd.Directives.ForName("operator") != nil }) {
		return g.together(below, way)
	}
	switch {
	case way[0] == "count" || strings.HasSuffix(fd.Name, "Length"):
		return g.near(below, 20)
	case fd.Name == "sum":
		return g.near(below, 4000)
	}
	return g.tests(below, way[1])
}

// near draws an operator on a number up to n; mostly a small one.
func (g *generator) near(filter *ast.Definition, n int) *ast.Value {
	fd := pick(g, filter.Fields)
	number := func() *ast.Value { return g.number(g.below(pick(g, []int{2, 4, n}))) }
	if fd.Type.Elem != nil {
		return single(fd.Name, g.some(4, number))
	}
	return single(fd.Name, number())
}

// facet draws one of a type's facets; over related nodes only a few.
func (g *generator) facet(fields []*ast.FieldDefinition) *ast.Field {
	own := slices.DeleteFunc(slices.Clone(fields), func(fd *ast.FieldDefinition) bool { return fd.Type.Elem == nil })
	if len(own) > 0 && (g.budget <= 0 || g.in32(20)) {
		fields = own
	}
	fd := pick(g, fields)
	f := g.field(fd.Name)
	if fd.Type.Elem == nil {
		g.budget--
	}
	if fd.Arguments.ForName("by") != nil && g.in32(20) {
		f.Arguments = append(f.Arguments, &ast.Argument{Name: "by", Value: enum(pick(g, []string{"YEAR", "MONTH", "DAY"}))})
	}
	if fd.Arguments.ForName("first") != nil && g.in32(10) {
		f.Arguments = append(f.Arguments, &ast.Argument{Name: "first", Value: g.number(g.below(4))})
	}
	f.SelectionSet = g.selection(g.schema.Types[fd.Type.Name()], 1)
	return f
}
