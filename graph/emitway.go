package graph

// emitway.go emits the way by which nodes are found (anchor.go): from where it
// begins, hop by hop, the nodes of each hop made distinct, since many ways lead
// to one node.

import (
	"slices"

	"guanxi/graph/cypher"
)

// way gives the clauses that find the nodes and name them row.node.
func (e *emitter) way(w *way, row rowVars) cypher.Query {
	switch {
	case w.key != nil:
		where := cypher.And{e.test(*w.key, row), e.predicate(w.where, row)}
		if !slices.Equal(w.labels, w.on) {
			where = append(cypher.And{cypher.HasLabel{X: row.node, Any: w.labels}}, where...)
		}
		return cypher.Query{cypher.Match{Pattern: cypher.Pattern{Node: cypher.Node{Var: row.node, AnyLabel: w.on}}, Where: flat(where)}}
	case w.over != nil:
		return filter(e.back(*w.over, w.labels, row), row, e.predicate(w.where, row))
	case w.branch != nil:
		var union cypher.Union
		for _, branch := range w.branch {
			union.Queries = append(union.Queries, append(e.way(branch, row), cypher.Return{Items: []cypher.Item{{Expr: row.node}}}))
		}
		return filter(cypher.Query{cypher.Call{Query: cypher.Query{union}}}, row, e.predicate(w.where, row))
	case w.except != nil:
		return filter(e.except(w, row), row, e.predicate(w.where, row))
	}
	return cypher.Query{e.all(w.labels, row, e.predicate(w.where, row))}
}

func (e *emitter) all(labels []string, row rowVars, where cypher.Expr) cypher.Clause {
	return cypher.Match{Pattern: cypher.Pattern{Node: cypher.Node{Var: row.node, AnyLabel: labels}}, Where: flat(where)}
}

// except finds all nodes but those of the way excepted. They are told apart by
// a sum over both: as a list to look into, what is excepted would be counted
// against the transaction's memory with every row that is sorted.
func (e *emitter) except(w *way, row rowVars) cypher.Query {
	e.aggregating++
	mark := e.fresh("x")
	marked := func(found cypher.Query, by cypher.Verb) cypher.Query {
		return append(found, cypher.Return{Items: []cypher.Item{{Expr: row.node}, {Expr: by, As: mark}}})
	}
	both := cypher.Union{All: true, Queries: []cypher.Query{
		marked(e.way(w.except, row), "1"),
		marked(cypher.Query{e.all(w.labels, row, nil)}, "0"),
	}}
	sum := cypher.Func{Name: "sum", Args: []cypher.Expr{mark}}
	return cypher.Query{
		cypher.Call{Query: cypher.Query{both}},
		cypher.With{Items: []cypher.Item{{Expr: row.node}, {Expr: sum, As: mark}}, Where: cypher.Compare{L: mark, Op: "=", R: cypher.Verb("0")}},
	}
}

// back finds where the step leads to, and goes back from there.
func (e *emitter) back(s step, labels []string, row rowVars) cypher.Query {
	far := rowVars{node: e.fresh("n")}
	query := e.way(s.from, far)
	if s.hop.via != nil {
		return append(query, e.derivedBack(s, far, row, labels)...)
	}
	if s.where != nil || s.hop.scope.passing("", s.hop.rel) != nil {
		far.rel = e.fresh("r")
	}
	pattern := e.pattern(row.node, s.hop, far)
	if !s.sure {
		pattern.Node.AnyLabel = labels
	}
	pattern.Hops[0].To.AnyLabel = nil // known since the step before
	where := cypher.And{e.predicate(s.where, far)}
	if s.hop.recursion != nil {
		where = append(where, cypher.Compare{L: row.node, Op: "<>", R: far.node}, s.hop.everyStep(far.rel))
	} else if passing := s.hop.scope.passing(far.rel, s.hop.rel); passing != nil {
		where = append(where, passing)
	}
	return append(query,
		cypher.Match{Pattern: pattern, Where: flat(where)},
		cypher.With{Distinct: true, Items: []cypher.Item{{Expr: row.node}}})
}
