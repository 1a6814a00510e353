package graph_test

// oracle_facet_test.go says how many rows have what in common.

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph"
)

// facets are rows, and of each the nodes of type node whose values count.
type facets struct {
	rows  []row
	reach func(row) []*node
	node  *ast.Definition
}

// ofFacets answers one field of a type's facets.
func (o *oracle) ofFacets(f facets, fd *ast.FieldDefinition, field *ast.Field, basis scope) any {
	of := f.node.Fields.ForName(fd.Name)
	if of != nil && of.Type.Elem != nil {
		return facets{f.rows, func(r row) (nodes []*node) {
			for _, n := range f.reach(r) {
				for _, next := range distinct(o.candidates(n, of, basis)) {
					nodes = append(nodes, next.node)
				}
			}
			return nodes
		}, o.nodeType(of)}
	}
	counts, nodes := map[any]int64{}, map[any]any{}
	for _, r := range f.rows {
		values := map[any]bool{}
		for _, n := range f.reach(r) {
			if v := o.facetValue(f.node, n, fd, field, basis); v != nil {
				if one, ok := v.(*node); ok {
					v = one.id()
					nodes[v] = one
				}
				values[v] = true
			}
		}
		if len(values) == 0 {
			values[nil] = true
		}
		for v := range values {
			counts[v]++
		}
	}
	groups := []any{}
	for v, count := range counts {
		groups = append(groups, map[string]any{"value": v, "node": nodes[v], "count": count})
	}
	slices.SortFunc(groups, func(a, b any) int {
		x, y := a.(map[string]any), b.(map[string]any)
		if by := compare(y["count"], x["count"]); by != 0 {
			return by
		}
		return compareAbsentLast(x["value"], y["value"])
	})
	first, asked := o.argument(fd, field, "first").(int64)
	if !asked {
		first = 100
	}
	if len(groups) > int(first) {
		if !asked {
			o.truncated = append(o.truncated, graph.Truncation{Path: slices.Clone(o.path), Limit: int(first)})
		}
		groups = groups[:first]
	}
	return groups
}

// facetValue is what a node counts by; nil if it has none.
func (o *oracle) facetValue(def *ast.Definition, n *node, fd *ast.FieldDefinition, field *ast.Field, basis scope) any {
	of := def.Fields.ForName(fd.Name)
	if of == nil {
		return o.concrete(def, n).Name
	}
	if of.Directives.ForName("relationship") != nil {
		rows := o.candidates(n, of, basis)
		if len(rows) == 0 {
			return nil
		}
		o.sort(rows, nil)
		return rows[0].node
	}
	v := n.props[property(of)]
	if by, ok := o.argument(fd, field, "by").(string); ok && v != nil {
		return v.(string)[:map[string]int{"YEAR": 4, "MONTH": 7, "DAY": 10}[by]]
	}
	return v
}
