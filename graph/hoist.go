package graph

// hoist.go puts subqueries before the clause that wants their results: CALL (…) {
// … RETURN collect(row) AS x }, and x in the expression. As COLLECT { … } inside of
// the expression they cost more: Neo4j 5.26 then reads the properties beside them
// a second time, and those that the rows were sorted by for every row. And it
// takes a clause for an aggregating one if an aggregate function stands anywhere
// in it, inside a subquery expression too: it refuses the other columns, or
// answers null. Numbers and existence stay COUNT { … } and EXISTS { … } where
// nothing in them aggregates.

import (
	"guanxi/graph/cypher"
)

// subquery emits a query over what at holds; its result is an expression. Whatever
// build hoists out of its own expressions stands before that result.
func (e *emitter) subquery(at cypher.Var, build func() (cypher.Query, cypher.Expr), plain func(cypher.Query, cypher.Expr) cypher.Expr, hoisted func(cypher.Query, cypher.Expr) cypher.Query) cypher.Expr {
	outer, before := e.hoisted, e.aggregating
	e.hoisted = nil
	query, result := build()
	query = append(query, e.hoisted...)
	e.hoisted = outer
	if plain != nil && e.aggregating == before {
		return plain(query, result)
	}
	v := e.fresh("x")
	call := cypher.Call{Query: hoisted(query, result)}
	if at != "" {
		call.Import = []cypher.Var{at}
	}
	last := len(call.Query) - 1
	end := call.Query[last].(cypher.Return)
	end.Items[0].As = v
	e.hoisted = append(e.hoisted, call)
	return v
}

// collected gives the list of the query's results.
func (e *emitter) collected(at cypher.Var, build func() (cypher.Query, cypher.Expr)) cypher.Expr {
	return e.subquery(at, build, nil, func(query cypher.Query, result cypher.Expr) cypher.Query {
		return append(query,
			cypher.With{Items: []cypher.Item{{Expr: result, As: "row"}}},
			cypher.Return{Items: []cypher.Item{{Expr: cypher.Verb("collect(row)")}}})
	})
}

// counted gives the number of the query's rows.
func (e *emitter) counted(at cypher.Var, build func() (cypher.Query, cypher.Expr)) cypher.Expr {
	return e.subquery(at, build,
		func(query cypher.Query, node cypher.Expr) cypher.Expr {
			return cypher.Count{Query: append(query, cypher.Return{Items: []cypher.Item{{Expr: node}}})}
		},
		func(query cypher.Query, _ cypher.Expr) cypher.Query {
			return append(query, cypher.Return{Items: []cypher.Item{{Expr: cypher.Verb("count(*)")}}})
		})
}

// existing tells whether the query has a row.
func (e *emitter) existing(at cypher.Var, build func() (cypher.Query, cypher.Expr)) cypher.Expr {
	return e.subquery(at, build,
		func(query cypher.Query, node cypher.Expr) cypher.Expr {
			return cypher.Exists{Query: append(query, cypher.Return{Items: []cypher.Item{{Expr: node}}})}
		},
		func(query cypher.Query, _ cypher.Expr) cypher.Query {
			return append(query, cypher.Return{Items: []cypher.Item{{Expr: cypher.Verb("count(*) > 0")}}})
		})
}

// single gives the result of a query that makes one row by aggregating.
func (e *emitter) single(at cypher.Var, build func() (cypher.Query, cypher.Expr)) cypher.Expr {
	return e.subquery(at, build, nil, func(query cypher.Query, result cypher.Expr) cypher.Query {
		return append(query, cypher.Return{Items: []cypher.Item{{Expr: result}}})
	})
}

// fenced keeps a condition apart from what aggregates and orders behind it. Where
// the condition comes to a plain `false`, Neo4j 5.26 makes it a LIMIT 0, compares the
// order wanted before and after, and takes the difference for a fault of its own;
// SKIP 0 costs nothing and keeps the two apart.
func fenced(query cypher.Query, r rows, row rowVars) cypher.Query {
	if r.where == nil {
		return query
	}
	return append(query, cypher.With{Items: row.items(r), Skip: cypher.Verb("0")})
}
