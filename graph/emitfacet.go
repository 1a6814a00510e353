package graph

// emitfacet.go emits the groups of a facet: the rows are found, each gets its
// values, and the database counts the rows of each value.

import (
	"strconv"

	"guanxi/graph/cypher"
)

// grouped gives the clauses that find the groups, each a map.
func (e *emitter) grouped(g grouped, group rowVars, at cypher.Var) cypher.Query {
	row := e.edgeRow(&connection{rows: g.rows})
	query := fenced(e.find(g.rows, row, at), g.rows, row)
	value, count := e.fresh("v"), e.fresh("c")
	item := cypher.Item{Expr: value}
	if len(g.over) > 0 || g.by.one != nil {
		query = append(query, cypher.Call{Optional: true, Import: []cypher.Var{row.node}, Query: e.valuesOf(g, row.node, value)})
	} else {
		item = cypher.Item{Expr: e.groupValue(g.by, row.node), As: value}
	}
	e.aggregating++
	query = append(query, cypher.With{Items: []cypher.Item{item, {Expr: cypher.Verb("count(*)"), As: count}}})
	entries := cypher.Map{{Key: "value", Value: value}, {Key: "count", Value: count}}
	if g.by.one != nil {
		entries = cypher.Map{{Key: "node", Value: value}, {Key: "value", Value: cypher.Prop{Of: value, Name: "id"}}, {Key: "count", Value: count}}
	}
	return append(query, cypher.With{Items: []cypher.Item{{Expr: entries, As: group.node}}})
}

// valuesOf gives the values that a row has across hops, each once. One that has
// none there at all counts among those without a value, hence OPTIONAL.
func (e *emitter) valuesOf(g grouped, from, value cypher.Var) cypher.Query {
	var query cypher.Query
	for i, hop := range g.over {
		if i > 0 { // many ways lead to one node
			query = append(query, cypher.With{Distinct: true, Items: []cypher.Item{{Expr: from}}})
		}
		next, to := e.across(hop, from, nil)
		query, from = append(query, next...), to.node
	}
	result := e.groupValue(g.by, from)
	if g.by.one != nil {
		next, to := e.across(*g.by.one, from, nil)
		next = append(next, smallestID(to.node))
		if len(g.over) == 0 {
			return append(next, cypher.Return{Items: []cypher.Item{{Expr: to.node, As: value}}})
		}
		next = append(next, cypher.Return{Items: []cypher.Item{{Expr: to.node}}})
		query, result = append(query, cypher.Call{Import: []cypher.Var{from}, Query: next}), to.node
	}
	return append(query,
		cypher.With{Distinct: true, Items: []cypher.Item{{Expr: result, As: value}}, Where: cypher.NotNull{X: value}},
		cypher.Return{Items: []cypher.Item{{Expr: value}}})
}

// groupValue reads the value of a node; nil if it is another node.
func (e *emitter) groupValue(by groupKey, of cypher.Var) cypher.Expr {
	names := map[string]cypher.Expr{"of": of, "value": cypher.Prop{Of: of, Name: by.property}}
	switch {
	case by.types != nil:
		types := cypher.List{}
		for _, name := range by.types {
			types = append(types, cypher.Verb("'"+name+"'"))
		}
		names["types"] = types
		return cypher.Template{Text: "[label IN labels($of) WHERE replace(label, '" + inferredSuffix + "', '') IN $types | replace(label, '" + inferredSuffix + "', '')][0]", Names: names}
	case by.prefix > 0:
		names["size"] = cypher.Verb(strconv.Itoa(by.prefix))
		return cypher.Template{Text: "left(toString($value), $size)", Names: names}
	case by.one != nil:
		return nil
	}
	return names["value"]
}
