package graph

// facet.go plans `facets`: how many of a connection's rows have what in common.
// A facet is a list whose source groups the rows; what is selected of a group is
// compiled as of any other row.

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// Grouped are the groups of rows that have a value in common: maps of the value
// (and the node that it stands for) and the count.
type grouped struct {
	rows rows
	over []hop // from the row to what has the value
	by   groupKey
}

func (grouped) source() {}

// A groupKey is what a group has in common: a property, as much of a date as
// prefix tells, the name of the one of types that it is, or the node across one.
type groupKey struct {
	property string
	prefix   int
	types    []string
	one      *hop
}

func (g grouped) String() string {
	var text strings.Builder
	text.WriteString("groups of " + describe(g.rows.from) + g.rows.chosen() + ", by ")
	switch {
	case g.by.one != nil:
		text.WriteString(g.by.one.String())
	case g.by.types != nil:
		text.WriteString("type")
	default:
		text.WriteString(g.by.property)
	}
	for i := len(g.over) - 1; i >= 0; i-- {
		text.WriteString(" of " + g.over[i].String())
	}
	return text.String()
}

// prefixes are how much of a date its parts are, in characters.
var prefixes = map[any]int{"YEAR": 4, "MONTH": 7, "DAY": 10}

// facets plans a type's facets over the rows, which lie over hops away.
func (s *selector) facets(r rows, over []hop, t, node *typeModel, sets []ast.SelectionSet, scope scope, at place) (*object, error) {
	return s.partly(t, sets, at, func(f *fieldModel, c collected, at place) (value, error) {
		of := node.fields[c.name()]
		if of != nil && of.role == relatedField && of.many() {
			object, err := s.facets(r, append(over[:len(over):len(over)], s.hop(of, scope)), f.target, of.target, c.sets(), scope, at)
			return nested{object}, err
		}
		return s.facet(grouped{rows: r, over: over}, f, of, node, c, scope, at)
	})
}

// facet plans one list of groups; of is the field whose values they have, nil for
// the type.
func (s *selector) facet(g grouped, f, of *fieldModel, node *typeModel, c collected, scope scope, at place) (value, error) {
	switch {
	case of == nil:
		for _, t := range node.concrete {
			g.by.types = append(g.by.types, t.name)
		}
	case of.role == relatedField:
		hop := s.hop(of, scope)
		g.by.one = &hop
	default:
		g.by.property = of.property
		if by := f.arguments["by"]; by != nil {
			g.by.prefix = prefixes[s.argument(c.fields[0], by, at).now]
		}
	}
	groups := rows{from: g, page: -1, sort: []sortKey{{property: "count", descending: true, required: true}, {property: "value"}}}
	if err := s.page(&groups, f, c, at); err != nil {
		return nil, err
	}
	var err error
	groups.of, err = s.object(f.target, c.sets(), scope, at)
	return groups, err
}
