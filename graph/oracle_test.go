package graph_test

// oracle_test.go begins the oracle: the slow and obvious reading of an
// operation, against which the compiler is judged. It walks the selection set as
// the GraphQL specification tells it, resolving every field from a graph in
// memory; of ours it knows the directives' text and what they promise.
//
//	oracle_graph_test.go     the graph in memory
//	oracle_input_test.go     arguments, variables
//	oracle_rows_test.go      lists and connections: which rows, in which order
//	oracle_derived_test.go   derived relationships
//	oracle_counts_test.go    which relationships count, which nodes are known
//	oracle_where_test.go     conditions, in three-valued logic
//	oracle_aggregate_test.go what rows come to
//	oracle_facet_test.go     what they have in common
//	oracle_computed_test.go  what hand-written Cypher answers

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph"
)

// An oracle answers one operation.
type oracle struct {
	schema *ast.Schema
	world  *world
	op     *ast.OperationDefinition
	vars   map[string]any // as they came, not coerced
	path   ast.Path

	truncated []graph.Truncation
	unordered map[string]bool // by keys: the lists whose order is nobody's promise
	cursors   map[string]bool // by keys: the fields that hold a cursor
}

// An object keeps its keys in the order of the answer.
type object struct {
	keys   []string
	values []any
}

func newOracle(schema *ast.Schema, w *world, op *ast.OperationDefinition, vars map[string]any) *oracle {
	return &oracle{schema: schema, world: w, op: op, vars: vars, unordered: map[string]bool{}, cursors: map[string]bool{}}
}

// answer is the `data` of the operation.
func (o *oracle) answer() *object {
	return o.object(o.schema.Query, nil, []ast.SelectionSet{o.op.SelectionSet}, o.basis(o.op.Directives, scope{basis: "IMPLIED"}))
}

// object answers with what is selected of the thing at hand: a *node, an *edge,
// a row or page of a connection, a map, or nil for the root.
func (o *oracle) object(def *ast.Definition, at any, sets []ast.SelectionSet, basis scope) *object {
	answer := &object{}
	groups := map[string][]*ast.Field{}
	o.collect(def, sets, map[string]bool{}, groups, &answer.keys)
	for _, key := range answer.keys {
		o.path = append(o.path, ast.PathName(key))
		answer.values = append(answer.values, o.field(def, at, groups[key], basis))
		o.path = o.path[:len(o.path)-1]
	}
	return answer
}

func (o *oracle) field(def *ast.Definition, at any, fields []*ast.Field, basis scope) any {
	if fields[0].Name == "__typename" {
		return def.Name
	}
	fd := def.Fields.ForName(fields[0].Name)
	basis = o.basis(fields[0].Directives, basis)
	value := o.resolve(at, fd, fields[0], basis)
	var sets []ast.SelectionSet
	for _, f := range fields {
		sets = append(sets, f.SelectionSet)
	}
	return o.complete(fd.Type, value, sets, basis)
}

// resolve gives a field's value: a scalar, a thing, or a list of them.
func (o *oracle) resolve(at any, fd *ast.FieldDefinition, field *ast.Field, basis scope) any {
	switch {
	case fd.Directives.ForName("question") != nil:
		return o.question(fd, field, basis)
	case at == nil, leads(fd), chosen(fd):
		return o.related(at, fd, field, basis)
	case fd.Directives.ForName("cypher") != nil:
		return o.computed(at, fd, field, basis)
	}
	switch at := at.(type) {
	case *node:
		return at.props[property(fd)]
	case *edge:
		return at.props[property(fd)]
	case map[string]any:
		return at[fd.Name]
	case *page:
		switch fd.Name {
		case "aggregate":
			return wayDown{at.all, nil}
		case "facets":
			return facets{at.all.rows, func(r row) []*node { return []*node{r.node} }, at.all.node}
		}
		return o.ofPage(at, fd.Name)
	case wayDown:
		return at.below(fd)
	case facets:
		return o.ofFacets(at, fd, field, basis)
	case row:
		switch fd.Name {
		case "cursor":
			o.cursors[o.keys()] = true
			return "a cursor"
		case "node":
			return at.node
		}
		return at.edge
	}
	panic("oracle: no such thing")
}

// complete makes a value of type t an answer.
func (o *oracle) complete(t *ast.Type, value any, sets []ast.SelectionSet, basis scope) any {
	if t.Elem != nil {
		items, _ := value.([]any) // an absent list is an empty one
		list := make([]any, len(items))
		for i, item := range items {
			o.path = append(o.path, ast.PathIndex(i))
			list[i] = o.complete(t.Elem, item, sets, basis)
			o.path = o.path[:len(o.path)-1]
		}
		return list
	}
	def := o.schema.Types[t.NamedType]
	if value == nil || !def.IsCompositeType() {
		return value
	}
	if n, ok := value.(*node); ok {
		def = o.concrete(def, n)
	}
	return o.object(def, value, sets, basis)
}

// collect is CollectFields of the specification.
func (o *oracle) collect(def *ast.Definition, sets []ast.SelectionSet, seen map[string]bool, groups map[string][]*ast.Field, keys *[]string) {
	below := func(condition string, set ast.SelectionSet) {
		if condition == "" || condition == def.Name || slices.Contains(def.Interfaces, condition) {
			o.collect(def, []ast.SelectionSet{set}, seen, groups, keys)
		}
	}
	for _, set := range sets {
		for _, selection := range set {
			switch s := selection.(type) {
			case *ast.Field:
				if !o.included(s.Directives) {
					continue
				}
				if groups[s.Alias] == nil {
					*keys = append(*keys, s.Alias)
				}
				groups[s.Alias] = append(groups[s.Alias], s)
			case *ast.InlineFragment:
				if o.included(s.Directives) {
					below(s.TypeCondition, s.SelectionSet)
				}
			case *ast.FragmentSpread:
				if o.included(s.Directives) && !seen[s.Name] {
					seen[s.Name] = true
					below(s.Definition.TypeCondition, s.Definition.SelectionSet)
				}
			}
		}
	}
}

// keys is the path without indices.
func (o *oracle) keys() string {
	var names []string
	for _, element := range o.path {
		if name, ok := element.(ast.PathName); ok {
			names = append(names, string(name))
		}
	}
	return strings.Join(names, ".")
}
