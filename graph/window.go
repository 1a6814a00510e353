package graph

// window.go plans first, after, last and before, as Relay's specification of
// connections has them: after and before choose the edges between two cursors,
// first and last how many of those, and from which side. The last ones are read in
// the opposite order, so that nothing before them is touched, and written the
// other way round.
//
// first and last together are an error: the specification allows them and
// discourages it, since nobody can tell what is meant. before alone reads the
// page that ends there, as if last had asked for as many as a page has.

import (
	"slices"

	"guanxi/graph/cypher"
)

// A mark is a cursor that the operation gives: one end of the window.
type mark struct {
	slot slot
	keys []cypher.Param // one a sort key
	place
}

// argumentGiven reads an argument; it is given if it has a value of the caller's.
func (s *selector) argumentGiven(f *fieldModel, c collected, name string, at place) (input, bool) {
	def := f.arguments[name]
	if def == nil {
		return input{}, false
	}
	in := s.argument(c.fields[0], def, at)
	return in, in.kind == leafInput && !in.byDefault
}

// window plans where the connection's page lies.
func (s *selector) window(conn *connection, f *fieldModel, c collected, scope scope, first int, at place) {
	after, isAfter := s.argumentGiven(f, c, "after", at)
	before, isBefore := s.argumentGiven(f, c, "before", at)
	_, isFirst := s.argumentGiven(f, c, "first", at)
	_, isLast := s.argumentGiven(f, c, "last", at)
	conn.backward = isLast || isBefore && !isAfter && !isFirst
	paged := conn.cursors || isAfter || isBefore || conn.backward
	if !paged && len(conn.rows.sort) == 0 {
		return
	}
	conn.rows.sort = complete(conn.rows)
	conn.order = conn.rows.sort
	if paged {
		conn.cursor = s.cursor(conn.rows, scope, first)
	}
	if isAfter {
		conn.cursor.after = s.mark(conn, after)
	}
	if isBefore {
		conn.cursor.before = s.mark(conn, before)
	}
	if conn.backward {
		conn.rows.sort = turned(conn.order)
	}
}

// mark adds a parameter for each key of a cursor that is given.
func (s *selector) mark(conn *connection, in input) *mark {
	m := &mark{slot: in.slot, place: in.place}
	for range conn.order {
		m.keys = append(m.keys, s.add(param{cursor: true}))
	}
	return m
}

// turned is the order read from its end.
func turned(keys []sortKey) []sortKey {
	other := slices.Clone(keys)
	for i := range other {
		other[i].descending = !other[i].descending
	}
	return other
}

// between is the condition that a row lies inside the window, nil if the window
// has no ends.
func (e *emitter) between(c *connection, row rowVars) cypher.Expr {
	var inside cypher.And
	if c.cursor != nil && c.cursor.after != nil {
		inside = append(inside, e.behind(c.order, c.cursor.after, row, false))
	}
	if c.cursor != nil && c.cursor.before != nil {
		inside = append(inside, e.behind(turned(c.order), c.cursor.before, row, false))
	}
	return flat(inside)
}

// outside gives EXISTS { a row at the mark, or on its far side }: whether a
// cursor has a neighbour is looked up, since its own row may be gone by now. A
// question would be asked a second time for that; there the cursor's row is
// taken to be where it was.
func (e *emitter) outside(c *connection, order []sortKey, m *mark, at cypher.Var) cypher.Expr {
	if _, ok := c.rows.from.(computed); ok {
		return cypher.Verb("true")
	}
	r := c.rows
	r.sort = order
	return e.existing(at, func() (cypher.Query, cypher.Expr) {
		row := e.edgeRow(c)
		query := e.bindKeys(e.find(r, row, at), r, &row)
		return filter(query, row, e.behind(order, m, row, true)), row.node
	})
}

// behind is the condition that a row lies behind the mark in this order.
func (e *emitter) behind(order []sortKey, m *mark, row rowVars, inclusive bool) cypher.Expr {
	return behind(order, m.keys, func(key sortKey) cypher.Expr { return e.sortValue(key, row) }, inclusive)
}
