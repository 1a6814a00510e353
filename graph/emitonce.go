package graph

// emitonce.go emits a question's connection of which more is asked than its
// page: the total, what is read of all rows together. The question is run once,
// its rows become one list, and what everyone wants of it is taken from that.

import (
	"strconv"

	"guanxi/graph/cypher"
)

// readers counts who reads the rows: the page, the total, what is read of all.
func (c *connection) readers() int {
	n := 2 * len(c.whole) // these need the list
	if !c.rows.unread {
		n++
	}
	if c.total {
		n++
	}
	return n
}

// once gives head(COLLECT { the rows, ordered, as a list; of it the page, its
// size, and the columns of what is read of all; what is read of those }).
func (e *emitter) once(c *connection, s *connectionShape, at cypher.Var) cypher.Expr {
	return cypher.Head{List: e.collected(at, func() (cypher.Query, cypher.Expr) { return e.onceRows(c, s, at) })}
}

func (e *emitter) onceRows(c *connection, s *connectionShape, at cypher.Var) (cypher.Query, cypher.Expr) {
	e.aggregating++
	row, all := rowVars{node: e.fresh("n")}, e.fresh("n")
	query := e.find(c.rows, row, "")
	last := len(query) - 1
	named := query[last].(cypher.With)
	for _, key := range c.rows.sort {
		named.OrderBy = append(named.OrderBy, cypher.SortKey{Expr: e.sortValue(key, row), Descending: key.descending})
	}
	query[last] = named
	query = append(query, cypher.With{Items: []cypher.Item{{Expr: gathered(row.node), As: all}}})

	kept := cypher.Map{{Key: "total", Value: cypher.Func{Name: "size", Args: []cypher.Expr{all}}}}
	if !c.rows.unread {
		page := e.fresh("n")
		query = append(query, cypher.Call{Import: []cypher.Var{all}, Query: e.page(c, row, all, page)})
		kept = append(kept, cypher.Entry{Key: "page", Value: page})
	}
	whole := make([]*object, len(c.whole))
	for i, of := range c.whole {
		listed := *of
		listed.columns = nil
		for _, column := range of.columns {
			r := column.(rows)
			from := r.from.(computed)
			name := "f" + strconv.Itoa(len(kept))
			list := e.fresh("n")
			query = append(query, cypher.Call{Import: []cypher.Var{all}, Query: counted(from, all, list)})
			kept = append(kept, cypher.Entry{Key: name, Value: list})
			r.from, r.sort = elements{of: property{name: name}, list: true}, facetOrder
			listed.columns = append(listed.columns, r)
		}
		whole[i] = &listed
	}
	// An aggregation leaves behind what it does not name: sorting below it would
	// be charged for the list of all rows with every row that it sorts.
	few := e.fresh("n")
	query = append(query, cypher.With{Items: []cypher.Item{{
		Expr: cypher.Head{List: gathered(kept)}, As: few,
	}}})

	var parts cypher.List
	if !c.rows.unread {
		paged := *c
		paged.rows.from, paged.cut = elements{of: property{name: "page"}, list: true}, true
		parts = append(parts, e.edges(&paged, s, few))
	}
	if c.total {
		s.total = len(parts)
		parts = append(parts, cypher.Prop{Of: few, Name: "total"})
	}
	parts = e.neighbours(c, s, parts, at)
	for _, of := range whole {
		shape, columns := e.object(of, few)
		s.whole = append(s.whole, partShape{shape, len(parts)})
		parts = append(parts, cypher.List(columns))
	}
	return query, parts
}

// counted runs a statement over the list of all rows, as this.rows. Its own rows
// are ordered later: see once.
func counted(from computed, all, list cypher.Var) cypher.Query {
	return cypher.Query{
		cypher.With{Items: []cypher.Item{{Expr: cypher.Map{{Key: "rows", Value: all}}, As: "this"}}},
		cypher.Call{Import: []cypher.Var{"this"}, Query: cypher.Query{cypher.Verbatim{Lines: from.text, Names: from.args}}},
		cypher.Return{Items: []cypher.Item{{Expr: gathered(cypher.Var(from.column)), As: list}}},
	}
}

// facetOrder is the order of what all rows together are counted into: the most
// frequent first.
var facetOrder = []sortKey{{property: "count", descending: true, required: true}, {property: rowKey}}

// page cuts the page out of the list of all rows, which are in order.
func (e *emitter) page(c *connection, row rowVars, all, page cypher.Var) cypher.Query {
	cut := cypher.With{Items: []cypher.Item{{Expr: row.node}}, Limit: c.rows.limit}
	query := cypher.Query{cypher.Unwind{List: all, As: row.node}}
	query = filter(query, row, e.between(c, row))
	return append(query, cut, cypher.Return{Items: []cypher.Item{{Expr: gathered(row.node), As: page}}})
}

func gathered(x cypher.Expr) cypher.Expr { return cypher.Func{Name: "collect", Args: []cypher.Expr{x}} }
