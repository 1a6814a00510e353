package graph_test

// generate_test.go draws random operations over the schema: it walks the types
// and chooses among their fields. generate_args_test.go draws the arguments,
// generate_where_test.go the conditions, from values that the graph holds.

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"
)

// A generator draws one operation.
type generator struct {
	*rapid.T
	schema *ast.Schema
	world  *world
	sorted bool // every list has to be, since any may be cut
	names  map[string]bool
	budget int // of fields that lead to other nodes
}

// below gives one of 0 … n-1, all equally likely, unlike rapid's own.
func (g *generator) below(n int) int {
	x := 0
	for bit := 1; bit < 4*n; bit *= 2 {
		x *= 2
		if rapid.Bool().Draw(g.T, "bit") {
			x++
		}
	}
	return x % n
}

// in32 is true n times in 32.
func (g *generator) in32(n int) bool { return g.below(32) >= 32-n }

func pick[E any](g *generator, list []E) E { return list[g.below(len(list))] }

// operation draws one with up to three roots.
func (g *generator) operation() *ast.OperationDefinition {
	op := &ast.OperationDefinition{Operation: ast.Query, Directives: g.statements(6)}
	for range 1 + g.below(8)/5 {
		op.SelectionSet = append(op.SelectionSet, g.root())
	}
	if g.in32(2) {
		op.SelectionSet = append(op.SelectionSet, g.field("__typename"))
	}
	return op
}

// root draws one root field: a list, a connection, or a node by its id.
func (g *generator) root() *ast.Field {
	var fields []*ast.FieldDefinition
	for _, fd := range g.schema.Query.Fields {
		if fd.Arguments.ForName("where") != nil && fd.Arguments.ForName("phrase") == nil { // scores are Lucene's to know
			fields = append(fields, fd)
		}
	}
	if g.in32(4) {
		fields = []*ast.FieldDefinition{g.schema.Query.Fields.ForName("node")}
	}
	return g.leading(pick(g, fields), 3)
}

// leading draws the selection of a field that leads to nodes, depth levels of
// others below it.
func (g *generator) leading(fd *ast.FieldDefinition, depth int) *ast.Field {
	g.budget--
	f := g.field(fd.Name)
	f.Arguments = g.arguments(fd)
	f.Directives = append(g.statements(3), f.Directives...)
	f.SelectionSet = g.selection(g.schema.Types[fd.Type.Name()], depth)
	return f
}

// field gives a field a name in the answer that nothing else has: mostly, where
// it can, its own.
func (g *generator) field(name string) *ast.Field {
	f := &ast.Field{Name: name, Alias: name}
	shared := name == "id" || name == "__typename" || name == "cursor" || name == "totalCount"
	if shared && g.in32(28) {
		return f
	}
	for i := 2; g.names[f.Alias]; i++ {
		f.Alias = fmt.Sprintf("%s%d", name, i)
	}
	g.names[f.Alias] = true
	if g.in32(2) {
		f.Directives = g.condition()
	}
	return f
}

// condition draws @skip or @include.
func (g *generator) condition() ast.DirectiveList {
	value := &ast.Value{Kind: ast.BooleanValue, Raw: pick(g, []string{"true", "false"})}
	return ast.DirectiveList{{Name: pick(g, []string{"include", "skip"}), Arguments: ast.ArgumentList{{Name: "if", Value: value}}}}
}

// statements draws @statements, n times in 32.
func (g *generator) statements(n int) ast.DirectiveList {
	if !g.in32(n) {
		return nil
	}
	d := &ast.Directive{Name: "statements"}
	if basis := pick(g, []string{"STATED", "INFERRED", "STATED", "INFERRED", "IMPLIED", "", "", ""}); basis != "" {
		d.Arguments = append(d.Arguments, &ast.Argument{Name: "weakest", Value: &ast.Value{Kind: ast.EnumValue, Raw: basis}})
	}
	for _, name := range []string{"validOn", "knownOn"} {
		switch n := g.below(32); {
		case n < 12:
			day := pick(g, g.world.values[pick(g, []string{"validFroms", "validTos", "knowns", "known"})]).(string)
			d.Arguments = append(d.Arguments, &ast.Argument{Name: name, Value: &ast.Value{Kind: ast.StringValue, Raw: day}})
		case n == 12:
			d.Arguments = append(d.Arguments, &ast.Argument{Name: name, Value: &ast.Value{Kind: ast.NullValue, Raw: "null"}})
		}
	}
	return ast.DirectiveList{d}
}

// selection draws what is selected of a def, mostly each field once.
func (g *generator) selection(def *ast.Definition, depth int) ast.SelectionSet {
	var set ast.SelectionSet
	taken := map[string]bool{}
	for range 1 + g.below(3) {
		s := g.selected(def, depth)
		if f, ok := s.(*ast.Field); ok {
			if taken[f.Name] && g.in32(24) {
				continue
			}
			taken[f.Name] = true
		}
		set = append(set, s)
	}
	return set
}

// selected draws one selection.
func (g *generator) selected(def *ast.Definition, depth int) ast.Selection {
	switch n := g.below(32); {
	case n == 0:
		return g.field("__typename")
	case n < 6 && def.Fields.ForName("id") != nil:
		return g.fragment(def, depth)
	}
	var scalars, objects, nodes []*ast.FieldDefinition
	for _, fd := range def.Fields {
		switch of := g.schema.Types[fd.Type.Name()]; {
		case leads(fd) || chosen(fd):
			nodes = append(nodes, fd)
		case of.IsCompositeType():
			objects = append(objects, fd)
		case fd.Name[0] != '_':
			scalars = append(scalars, fd)
		}
	}
	if len(nodes) > 0 && depth > 0 && g.budget > 0 && g.in32(16) {
		return g.leading(pick(g, g.promising(nodes)), depth-1)
	}
	paged := def.Fields.ForName("edges") != nil || def.Fields.ForName("cursor") != nil
	if strings.HasSuffix(def.Name, "Facets") {
		return g.facet(objects)
	}
	if len(objects) > 0 && (len(scalars) == 0 || g.in32(6) || paged && g.in32(24)) {
		fd := pick(g, objects)
		f := g.field(fd.Name)
		f.SelectionSet = g.selection(g.schema.Types[fd.Type.Name()], depth)
		if fd.Name == "evidence" || fd.Name == "edges" || fd.Name == "node" && strings.HasSuffix(def.Name, "Edge") {
			f.Directives = append(g.statements(3), f.Directives...)
		}
		return f
	}
	fd := pick(g, scalars)
	f := g.field(fd.Name)
	f.Arguments = g.arguments(fd)
	return f
}

// promising are the fields whose relationships are many: lists among few.
func (g *generator) promising(fields []*ast.FieldDefinition) []*ast.FieldDefinition {
	if g.in32(16) {
		return fields
	}
	dense := []string{"PARTY_TO", "IN_COUNTRY", "MEMBER_OF", "PART_OF", "STATES", "ORGANIZED"}
	some := slices.DeleteFunc(slices.Clone(fields), func(fd *ast.FieldDefinition) bool {
		return !slices.Contains(dense, relationshipType(fd)) && !chosen(fd)
	})
	if len(some) == 0 {
		return fields
	}
	return some
}

// fragment draws an inline fragment: on the type itself, on what it implements,
// or on a type that it may turn out to be.
func (g *generator) fragment(def *ast.Definition, depth int) *ast.InlineFragment {
	conditions := append([]string{"", def.Name}, def.Interfaces...)
	for _, possible := range possible(g.schema, def) {
		conditions = append(conditions, possible.Name)
	}
	f := &ast.InlineFragment{TypeCondition: pick(g, conditions)}
	on := def
	if f.TypeCondition != "" {
		on = g.schema.Types[f.TypeCondition]
	}
	f.SelectionSet = g.selection(on, depth)
	if g.in32(4) {
		f.Directives = g.condition()
	}
	return f
}
