package graph

// emitconnection.go emits connections: a list of the edges' columns, the sort
// keys last where cursors are asked for, and beside it the number of all rows.

import (
	"slices"

	"guanxi/graph/cypher"
)

func (e *emitter) connection(c *connection, at cypher.Var) (cypher.Expr, shape) {
	s := &connectionShape{page: c.rows.page, fields: c.fields, backward: c.backward}
	if _, ok := c.rows.from.(computed); ok && c.readers() > 1 {
		return e.once(c, s, at), s
	}
	var parts cypher.List
	if !c.rows.unread {
		parts = append(parts, e.edges(c, s, at))
	}
	if c.total {
		s.total = len(parts)
		parts = append(parts, e.total(c, at))
	}
	for _, part := range c.parts {
		expr, shape := e.value(part, at)
		s.parts = append(s.parts, partShape{shape, len(parts)})
		parts = append(parts, expr)
	}
	return e.neighbours(c, s, parts, at), s
}

// neighbours adds whether there are rows beyond the cursors, as far as it is
// asked.
func (e *emitter) neighbours(c *connection, s *connectionShape, parts cypher.List, at cypher.Var) cypher.List {
	if c.previous && c.cursor != nil && c.cursor.after != nil {
		s.previous = len(parts)
		parts = append(parts, e.outside(c, turned(c.order), c.cursor.after, at))
	}
	if c.next && c.cursor != nil && c.cursor.before != nil {
		s.next = len(parts)
		parts = append(parts, e.outside(c, c.order, c.cursor.before, at))
	}
	return parts
}

// edges gives COLLECT { the rows inside the window; what is read of each }.
func (e *emitter) edges(c *connection, s *connectionShape, at cypher.Var) cypher.Expr {
	s.edges = true
	return e.collected(at, func() (cypher.Query, cypher.Expr) { return e.edgeRows(c, s, at) })
}

// edgeRows finds the rows of the page, and reads them.
func (e *emitter) edgeRows(c *connection, s *connectionShape, at cypher.Var) (cypher.Query, cypher.Expr) {
	row := e.edgeRow(c)
	query := e.find(c.rows, row, at)
	if c.cut {
		return e.edgeList(c, s, row, query)
	}
	query = filter(e.bindKeys(query, c.rows, &row), row, e.between(c, row))
	return e.edgeList(c, s, row, e.order(query, c.rows, row))
}

// edgeList reads the rows of the page.
func (e *emitter) edgeList(c *connection, s *connectionShape, row rowVars, query cypher.Query) (cypher.Query, cypher.Expr) {
	var exprs cypher.List
	for _, column := range c.columns {
		at := row.node
		if column.link {
			at = row.rel
		}
		edge := edgeShape{at: len(exprs)}
		if of, ok := column.of.(*object); ok {
			shape, columns := e.object(of, at)
			edge.shape = shape
			exprs = append(exprs, cypher.List(columns))
		} else {
			expr, shape := e.value(column.of, at)
			edge.shape = shape
			exprs = append(exprs, expr)
		}
		s.columns = append(s.columns, edge)
	}
	if c.cursors {
		s.keys = len(exprs)
		for _, key := range c.rows.sort {
			exprs = append(exprs, e.sortValue(key, row))
		}
	}
	return query, exprs
}

// total counts the rows, whatever page is asked for.
func (e *emitter) total(c *connection, at cypher.Var) cypher.Expr {
	if from, ok := c.rows.from.(across); ok && c.rows.where == nil && from.hop.sure {
		return e.number(&aggregate{edge: true}, from.hop, at)
	}
	return e.counted(at, func() (cypher.Query, cypher.Expr) {
		all := &connection{rows: c.rows.all()}
		row := e.edgeRow(all)
		return e.find(all.rows, row, at), row.node
	})
}

// edgeRow names the row's variables; an edge is a relationship, which even
// where nothing is read of it tells two edges to one node apart. Reads are what
// else is read of a derived one, beside what the connection tells.
func (e *emitter) edgeRow(c *connection, reads ...string) rowVars {
	row := rowVars{node: e.fresh("n")}
	switch from := c.rows.from.(type) {
	case across:
		if from.hop.via != nil {
			return e.derivedRow(row, slices.Concat(c.reads(), reads))
		}
		row.rel = e.fresh("r")
	case byText:
		row.rel = e.fresh("r")
	}
	return row
}

// filter adds a condition, if there is one, to the last clause that finds rows.
func filter(query cypher.Query, row rowVars, condition cypher.Expr) cypher.Query {
	if condition == nil {
		return query
	}
	last := len(query) - 1
	switch c := query[last].(type) {
	case cypher.Match:
		c.Where = flat(cypher.And{c.Where, condition})
		query[last] = c
	case cypher.With:
		c.Where = flat(cypher.And{c.Where, condition})
		query[last] = c
	default:
		query = append(query, cypher.With{Items: []cypher.Item{{Expr: row.node}}, Where: condition})
	}
	return query
}
