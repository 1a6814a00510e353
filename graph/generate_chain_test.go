package graph_test

// generate_chain_test.go draws the conditions that say where a search can begin:
// a way that is really there in the graph, from a node of the type over its
// relationships to another one, which is named by its unique key.

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// chain draws such a condition on the node, or on any of its type.
func (g *generator) chain(input *ast.Definition, of owner, n *node, depth int) *ast.Value {
	o := &oracle{schema: g.schema, world: g.world}
	if n == nil {
		nodes := slices.DeleteFunc(slices.Clone(g.world.nodes), func(n *node) bool { return !o.bears(n, of.node, scope{basis: "IMPLIED"}) })
		if len(nodes) == 0 {
			return g.keys(input, of, depth)
		}
		n = pick(g, nodes)
	}
	v := g.link(o, input, of, n, depth)
	if g.in32(6) { // and something beside it
		for _, child := range g.keys(input, of, 0).Children {
			if v.Children.ForName(child.Name) == nil {
				v.Children = append(v.Children, child)
			}
		}
	}
	if g.in32(3) {
		v = single("AND", &ast.Value{Kind: ast.ListValue, Children: ast.ChildValueList{{Value: v}}})
	}
	return v
}

// link draws the next step from the node, or names it.
func (g *generator) link(o *oracle, input *ast.Definition, of owner, n *node, depth int) *ast.Value {
	var ways []*ast.FieldDefinition
	for _, fd := range input.Fields {
		field := of.node.Fields.ForName(fd.Name)
		if field != nil && leads(field) && len(o.candidates(n, field, scope{basis: "IMPLIED"})) > 0 {
			ways = append(ways, fd)
		}
	}
	if depth == 0 || len(ways) == 0 || g.in32(8) {
		return g.named(input, n)
	}
	way := pick(g, ways)
	field := of.node.Fields.ForName(way.Name)
	to := pick(g, o.candidates(n, field, scope{basis: "IMPLIED"}))
	next, below := g.owner(field), g.schema.Types[way.Type.Name()]
	some := below.Fields.ForName("some")
	if some == nil {
		return single(way.Name, g.chain(below, next, to.node, depth-1))
	}
	below = g.schema.Types[some.Type.Name()]
	if next.link == nil {
		return single(way.Name, single("some", g.chain(below, next, to.node, depth-1)))
	}
	where := single("node", g.chain(g.schema.Types[below.Fields.ForName("node").Type.Name()], owner{node: next.node}, to.node, depth-1))
	if g.in32(10) {
		edge := g.where(g.schema.Types[below.Fields.ForName("edge").Type.Name()], owner{node: next.link}, 0)
		where.Children = append(where.Children, &ast.ChildValue{Name: "edge", Value: edge})
	}
	return single(way.Name, single("some", where))
}

// named is a condition on a unique key of the node.
func (g *generator) named(input *ast.Definition, n *node) *ast.Value {
	key := "id"
	if input.Fields.ForName("code") != nil && g.in32(20) {
		key = "code"
	}
	text := func(v any) *ast.Value { return &ast.Value{Kind: ast.StringValue, Raw: v.(string)} }
	if g.in32(20) {
		return single(key, single("eq", text(n.props[key])))
	}
	list := &ast.Value{Kind: ast.ListValue, Children: ast.ChildValueList{{Value: text(n.props[key])}}}
	for range g.below(3) {
		list.Children = append(list.Children, &ast.ChildValue{Value: text(pick(g, g.world.values[key]))})
	}
	return single(key, single("in", list))
}
