package graph

// predicate.go turns predicates into Cypher conditions.

import (
	"maps"

	"guanxi/graph/cypher"
)

// predicate gives the condition, nil if it asks nothing.
func (e *emitter) predicate(p predicate, row rowVars) cypher.Expr {
	switch p := p.(type) {
	case nil:
		return nil
	case allOf:
		all := cypher.And{}
		for _, part := range p {
			all = append(all, e.predicate(part, row))
		}
		return flat(all)
	case anyOf:
		or := cypher.Or{}
		for _, part := range p {
			or = append(or, orTrue(e.predicate(part, row)))
		}
		return or
	case negate:
		return cypher.Not{X: orTrue(e.predicate(p.of, row))}
	case test:
		return e.test(p, row)
	case missing:
		return cypher.IsNull{X: e.subject(p.of, p.edge, p.property, row)}
	case isOne:
		if len(p.labels) == 0 {
			return cypher.Verb("false")
		}
		return cypher.HasLabel{X: row.node, Any: p.labels}
	case related:
		return e.related(p, row)
	case together:
		return e.together(p, row)
	}
	panic("graph: no such predicate")
}

func (e *emitter) subject(of *aggregate, edge bool, name string, row rowVars) cypher.Expr {
	if of != nil {
		return e.aggregated[of]
	}
	if edge {
		return cypher.Prop{Of: row.rel, Name: name}
	}
	return cypher.Prop{Of: row.node, Name: name}
}

// test writes the operator's predicate over the property and the parameter.
func (e *emitter) test(t test, row rowVars) cypher.Expr {
	names := map[string]cypher.Expr{"value": e.subject(t.of, t.edge, t.property, row), "operand": t.operand}
	maps.Copy(names, t.beside)
	return cypher.Template{Text: t.operator.template, Names: names}
}

// related counts the nodes across the hop as far as the quantifier needs it.
// As in the Neo4j GraphQL Library, all asks for one at least; unlike there, one
// of which the condition is unknown, for want of a value, does not pass.
func (e *emitter) related(r related, row rowVars) cypher.Expr {
	if r.hop.via != nil {
		return e.relatedDerived(r, row)
	}
	find := func(condition func(to rowVars) cypher.Expr) (cypher.Query, rowVars) {
		to := rowVars{node: e.fresh("n")}
		if r.edges || r.hop.recursion == nil && r.hop.scope.passing("", r.hop.rel) != nil {
			to.rel = e.fresh("r")
		}
		return e.reach(row.node, r.hop, to, condition(to)), to
	}
	exists := func(condition func(to rowVars) cypher.Expr) cypher.Expr {
		query, to := find(condition)
		if r.hop.recursion != nil { // a WITH ends no query
			query = append(query, cypher.Return{Items: []cypher.Item{{Expr: to.node}}})
		}
		return cypher.Exists{Query: query}
	}
	anyone := func(rowVars) cypher.Expr { return nil }
	passes := func(to rowVars) cypher.Expr { return e.predicate(r.where, to) }
	switch r.quantifier {
	case "some":
		return exists(passes)
	case "none":
		return cypher.Not{X: exists(passes)}
	case "all":
		if r.where == nil {
			return exists(anyone)
		}
		return cypher.And{exists(anyone), cypher.Not{X: exists(func(to rowVars) cypher.Expr {
			return cypher.Not{X: e.surely(r.where, to, true)}
		})}}
	}
	query, one := find(passes)
	counted := one.node
	if r.edges && r.hop.recursion == nil {
		counted = one.rel
	}
	return e.exactlyOne(query, counted)
}

// exactlyOne is the condition that the query finds one thing and no other. It is an
// EXISTS and no COUNT, which is a value to Neo4j's planner: see surely.
func (e *emitter) exactlyOne(query cypher.Query, counted cypher.Var) cypher.Expr {
	e.aggregating++
	number := e.fresh("x")
	return cypher.Exists{Query: append(query,
		cypher.With{Distinct: true, Items: []cypher.Item{{Expr: counted}}, Limit: cypher.Verb("2")},
		cypher.With{Items: []cypher.Item{{Expr: cypher.Verb("count(*)"), As: number}}, Where: cypher.Compare{L: number, Op: "=", R: cypher.Verb("1")}},
		cypher.Return{Items: []cypher.Item{{Expr: number}}})}
}

// surely is the condition that p holds, or with false that it does not, which is
// itself never unknown. What cannot be unknown stands as it is, and above all no
// EXISTS inside a coalesce: Neo4j takes that for a value of its own, and plans it
// anew for each way in which the rest may be planned, level by level.
func (e *emitter) surely(p predicate, row rowVars, holds bool) cypher.Expr {
	parts := func(of []predicate) []cypher.Expr {
		var all []cypher.Expr
		for _, part := range of {
			all = append(all, orTrue(e.surely(part, row, holds)))
		}
		return all
	}
	switch p := p.(type) {
	case allOf:
		if hops(p) && holds {
			return cypher.And(parts(p))
		} else if hops(p) {
			return cypher.Or(parts(p))
		}
	case anyOf:
		if hops(p) && holds {
			return cypher.Or(parts(p))
		} else if hops(p) {
			return cypher.And(parts(p))
		}
	case negate:
		return e.surely(p.of, row, !holds)
	case related, isOne, missing:
		if holds {
			return e.predicate(p, row)
		}
		return cypher.Not{X: e.predicate(p, row)}
	}
	condition := orTrue(e.predicate(p, row))
	if !holds {
		condition = cypher.Not{X: condition}
	}
	return cypher.Func{Name: "coalesce", Args: []cypher.Expr{condition, cypher.Verb("false")}}
}

// flat takes the parts that ask nothing out of a conjunction, and opens those
// that are conjunctions themselves.
func flat(e cypher.Expr) cypher.Expr {
	parts := conjuncts(e)
	switch len(parts) {
	case 0:
		return nil
	case 1:
		return parts[0]
	}
	return cypher.And(parts)
}

func conjuncts(e cypher.Expr) []cypher.Expr {
	and, ok := e.(cypher.And)
	if !ok {
		if e == nil {
			return nil
		}
		return []cypher.Expr{e}
	}
	var parts []cypher.Expr
	for _, part := range and {
		parts = append(parts, conjuncts(part)...)
	}
	return parts
}

// orTrue is the condition, or one that always holds where there is none.
func orTrue(e cypher.Expr) cypher.Expr {
	if e = flat(e); e == nil {
		return cypher.Verb("true")
	}
	return e
}
