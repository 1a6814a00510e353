package graph

// derived.go knows derived relationships: those that no relationship of the
// database is, but two that meet in a node between. In a plan such a one is a
// hop like any other, whose relModel has a via. What it says of itself is
// collected from the ways that lead over it; emitderived.go writes it.

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph/cypher"
)

// A via is what lies between the ends of a derived relationship.
type via struct {
	t      *typeModel
	unless string // what does not count, over $via and $end; empty: all counts
}

// describeVia reads @derived.
func (m *model) describeVia(f *fieldModel, d *ast.Directive) error {
	between := m.types[stringArg(d, "via")]
	if between == nil || between.role != nodeType {
		return fmt.Errorf("@derived goes via %q, which is no type of nodes", stringArg(d, "via"))
	}
	f.rel = relModel{name: stringArg(d, "through"), via: &via{between, stringArg(d, "unless")}}
	if stringArg(d, "direction") == "IN" {
		f.rel.direction = cypher.In
	}
	return m.describeEnds(f, d)
}

// describeDerived checks that the properties of derived relationships, which
// are stored nowhere, are all collected.
func (m *model) describeDerived() error {
	for name, t := range m.types {
		for _, f := range t.fields {
			if f.rel.via == nil || f.rel.link == nil {
				continue
			}
			for _, p := range f.rel.link.fields {
				if p.collect == "" {
					return fmt.Errorf("schema: %s.%s is a derived relationship, and its properties %s.%s are stored nowhere; give the field @collected",
						name, f.def.Name, f.rel.link.name, p.def.Name)
				}
			}
		}
	}
	return nil
}

// collected plans a list that was collected from all ways. Relationships have no
// order to ask for, and come by their key.
func (s *selector) collected(f *fieldModel, c collected, scope scope, at place) (value, error) {
	v, err := s.rows(f, c, elements{property{name: f.property}, f.many()}, scope, at)
	if r, ok := v.(rows); ok && !r.one && f.target.role == linkType {
		r.sort = []sortKey{{property: "key", required: true, unique: true}}
		v = r
	}
	return v, err
}

// reads are the properties of the relationship that the connection reads: to
// answer, to choose, to sort.
func (c *connection) reads() []string {
	names := edgeReads(c.rows.where)
	for _, key := range c.rows.sort {
		if key.edge {
			names = append(names, key.property)
		}
	}
	for _, column := range c.columns {
		of, ok := column.of.(*object)
		if !column.link || !ok {
			continue
		}
		for _, v := range of.columns {
			switch v := v.(type) {
			case property:
				names = append(names, v.name)
			case rows:
				names = append(names, v.from.(elements).of.(property).name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// edgeReads are the properties of the relationship that the condition reads.
func edgeReads(p predicate) []string {
	var names []string
	switch p := p.(type) {
	case allOf:
		for _, part := range p {
			names = append(names, edgeReads(part)...)
		}
	case anyOf:
		for _, part := range p {
			names = append(names, edgeReads(part)...)
		}
	case negate:
		return edgeReads(p.of)
	case test:
		if p.edge {
			return []string{p.property}
		}
	case missing:
		if p.edge {
			return []string{p.property}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// sides parts a condition into what it asks of the node alone, and what it asks
// of the relationship, which is known only when all ways are collected.
func sides(p predicate) (node, edge predicate) {
	var of, rest allOf
	for _, part := range asAll(p) {
		if len(edgeReads(part)) == 0 {
			of = append(of, part)
		} else {
			rest = append(rest, part)
		}
	}
	return tidy(of), tidy(rest)
}

// asksEnd tells whether what does not count depends on the relationships.
func (v *via) asksEnd() bool { return strings.Contains(v.unless, "$end") }
