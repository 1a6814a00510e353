package graph

// identity.go writes down what a connection's cursors are bound to, in a form of
// its own: how plans are printed for people may change, and a cursor that a page
// gave yesterday is still good. The values are not in it; they are hashed beside
// it (cursor.go), in the order of the parameters.
//
// A connection below one row (the node of an id, a to-one relationship) is
// bound to that row too, by what leads to it. Below the rows of a list it is not:
// there one `after` speaks of every parent at once.

import (
	"fmt"
	"maps"
	"slices"

	"guanxi/graph/cypher"
)

// A parent is what the selection at hand lies below.
type parent struct {
	one      bool // a single row, or one row of many
	identity []any
	from, to int // its values are params[from:to]
}

// below enters the rows for the selections below them; the function given leaves
// them again. The rows' parameters begin at first.
func (s *selector) below(r rows, first int) func() {
	s.parents = append(s.parents, parent{r.one, identity(r), first, len(s.params)})
	return func() { s.parents = s.parents[:len(s.parents)-1] }
}

// lineage is the identity of the rows above, and where their values lie; empty
// if there is a list among them.
func (s *selector) lineage() (identities []any, spans [][2]int) {
	for _, p := range s.parents {
		if !p.one {
			return nil, nil
		}
		identities = append(identities, p.identity)
		spans = append(spans, [2]int{p.from, p.to})
	}
	return identities, spans
}

// identity tells which rows, of what and in which order. Every list in it begins
// with a word that stands for what it is; words are never used for anything else
// again, since cursors outlive a version.
func identity(r rows) []any {
	keys := []any{"order"}
	for _, key := range r.sort {
		keys = append(keys, keyIdentity(key))
	}
	return []any{"rows", sourceIdentity(r.from), predicateIdentity(r.where), keys}
}

func keyIdentity(key sortKey) any {
	switch {
	case key.from != nil:
		return []any{key.property, key.edge, key.descending, "distance"}
	case key.related != nil && key.related.of != nil:
		return []any{"come to", hopIdentity(key.related.hop), aggregateIdentity(key.related.of), key.descending}
	case key.related != nil:
		return []any{"of", hopIdentity(key.related.hop), keyIdentity(key.related.key), key.descending}
	}
	return []any{key.property, key.edge, key.descending}
}

func aggregateIdentity(a *aggregate) any {
	return []any{a.function, a.property, a.edge}
}

func sourceIdentity(from source) any {
	switch from := from.(type) {
	case nodesOf:
		return []any{"nodes", from.labels}
	case across:
		return hopIdentity(from.hop)
	case byText:
		return []any{"text", from.index, from.labels}
	case computed:
		args := []any{}
		for _, name := range slices.Sorted(maps.Keys(from.args)) {
			var given any = true
			if _, ok := from.args[name].(cypher.Param); !ok { // what stands in the statement itself
				if given = cypher.Text(from.args[name]); given == "null" {
					given = false
				}
			}
			args = append(args, name, given)
		}
		return []any{"computed", from.name, args}
	case elements:
		switch of := from.of.(type) {
		case property:
			return []any{"elements", of.name}
		case expression:
			return []any{"made", of.name}
		}
	}
	panic(fmt.Sprintf("graph: no such source: %T", from))
}

func hopIdentity(h hop) any {
	if h.recursion != nil {
		return []any{"chain", h.types, h.rel.direction == cypher.In, h.labels}
	}
	if h.via != nil {
		return []any{"derived", h.types, h.rel.direction == cypher.In, h.via, h.labels}
	}
	return []any{"across", h.types, h.rel.direction == cypher.In, h.labels}
}

func predicateIdentity(p predicate) any {
	switch p := p.(type) {
	case nil:
		return nil
	case allOf:
		return append([]any{"all"}, identities(p)...)
	case anyOf:
		return append([]any{"any"}, identities(p)...)
	case negate:
		return []any{"not", predicateIdentity(p.of)}
	case test:
		if p.of != nil {
			return []any{"comes to", aggregateIdentity(p.of), p.group, p.operator.name}
		}
		return []any{"test", p.property, p.edge, p.group, p.operator.name}
	case missing:
		if p.of != nil {
			return []any{"comes to none", aggregateIdentity(p.of)}
		}
		return []any{"missing", p.property, p.edge}
	case together:
		return []any{"together", hopIdentity(p.hop), predicateIdentity(p.where)}
	case isOne:
		return []any{"is", p.labels}
	case related:
		return []any{"related", p.quantifier, hopIdentity(p.hop), predicateIdentity(p.where)}
	}
	panic(fmt.Sprintf("graph: no such predicate: %T", p))
}

func identities(parts []predicate) []any {
	list := []any{}
	for _, part := range parts {
		list = append(list, predicateIdentity(part))
	}
	return list
}
