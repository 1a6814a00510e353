package graph

// emitaggregate.go emits what rows come to: the rows are found, and the RETURN
// makes one row of them all. Nothing is collected to be counted.
//
// It has to be the RETURN: in a subquery expression the outer variables stay in
// scope behind a WITH, group what it aggregates, and of no rows make no row.

import (
	"slices"

	"guanxi/graph/cypher"
)

// A function makes one value of the $value of many rows. Where it is made in two
// steps, $a and $b are what the first made of the rows of each node.
type function struct {
	gives string // the type of what it makes; empty: the value's own
	rows  string
	first []string
	then  string
}

var functions = map[string]function{
	"count":          {"Int", "count($value)", []string{"count($value)"}, "sum($a)"}, // of the rows themselves
	"min":            {"", "min($value)", []string{"min($value)"}, "min($a)"},
	"max":            {"", "max($value)", []string{"max($value)"}, "max($a)"},
	"earliest":       {"", "min($value)", []string{"min($value)"}, "min($a)"},
	"latest":         {"", "max($value)", []string{"max($value)"}, "max($a)"},
	"sum":            {"", "sum($value)", []string{"sum($value)"}, "sum($a)"},
	"average":        {"Float", "avg($value)", []string{"sum($value)", "count($value)"}, "toFloat(sum($a)) / nullIf(sum($b), 0)"},
	"shortestLength": {"Int", "min(size($value))", []string{"min(size($value))"}, "min($a)"},
	"longestLength":  {"Int", "max(size($value))", []string{"max(size($value))"}, "max($a)"},
	"averageLength":  {"Float", "avg(size($value))", []string{"sum(size($value))", "count($value)"}, "toFloat(sum($a)) / nullIf(sum($b), 0)"},
	// Lists are ordered by their first elements, then by their second; null is last.
	"shortest": {"", "min([size($value), $value])[1]", []string{"min([size($value), $value])"}, "min($a)[1]"},
	"longest":  {"", "min([-size($value), $value])[1]", []string{"min([-size($value), $value])"}, "min($a)[1]"},
}

// aggregation gives the object of what the rows come to.
func (e *emitter) aggregation(a *aggregation, at cypher.Var) (cypher.Expr, shape) {
	if len(a.list) == 0 { // nothing but __typename
		s, exprs := e.object(a.of, "")
		return cypher.List(exprs), s
	}
	var s shape
	return e.single(at, func() (cypher.Query, cypher.Expr) {
		row := e.edgeRow(&connection{rows: a.rows}, a.list.reads()...)
		query := e.aggregates(fenced(e.find(a.rows, row, at), a.rows, row), a.list, a.rows.from, row)
		var exprs []cypher.Expr
		s, exprs = e.object(a.of, "")
		return query, cypher.List(exprs)
	}), s
}

// together gives the condition: as any comparison it is unknown where what it
// compares is, such as the mean of nothing.
func (e *emitter) together(t together, row rowVars) cypher.Expr {
	if t.hop.via == nil && t.hop.recursion == nil && t.list.counts() {
		for _, a := range t.list {
			e.aggregated[a] = e.number(a, t.hop, row.node)
		}
		return e.predicate(t.where, rowVars{})
	}
	query, to := e.across(t.hop, row.node, t.list)
	query = e.aggregates(query, t.list, across{t.hop}, to)
	// Neo4j takes out of a condition what is plainly true, and of one that is plainly
	// false all the rest: with the last aggregate goes the row that there is of nothing.
	holds := cypher.Template{Text: "CASE WHEN count(*) >= 0 THEN $holds END", Names: map[string]cypher.Expr{
		"holds": orTrue(e.predicate(t.where, rowVars{})),
	}}
	query = append(query, cypher.Return{Items: []cypher.Item{{Expr: holds, As: "holds"}}})
	return cypher.Head{List: cypher.Collect{Query: query}}
}

// counts tells whether nothing but numbers is asked for.
func (l aggregates) counts() bool {
	return !slices.ContainsFunc(l, func(a *aggregate) bool { return a.property != "" })
}

// number counts the edges or the nodes across a stored hop: in an expression of
// its own, which is never unknown and groups nothing.
func (e *emitter) number(a *aggregate, h hop, from cypher.Var) cypher.Expr {
	passing := h.scope.passing("", h.rel) != nil
	if a.edge && h.sure && !passing { // no label and no variable: Neo4j knows the number without following
		return cypher.Count{Query: cypher.Query{cypher.Match{Pattern: e.pattern(from, h, rowVars{})}}}
	}
	to := rowVars{node: e.fresh("n")}
	if a.edge || passing {
		to.rel = e.fresh("r")
	}
	counted := cypher.Return{Distinct: true, Items: []cypher.Item{{Expr: to.node}}}
	if a.edge {
		counted = cypher.Return{Items: []cypher.Item{{Expr: to.rel}}}
	}
	return cypher.Count{Query: append(e.reach(from, h, to, nil), counted)}
}

// across follows the hop from a node, with what the list asks for by name.
func (e *emitter) across(h hop, from cypher.Var, list aggregates) (cypher.Query, rowVars) {
	to := rowVars{node: e.fresh("n")}
	switch {
	case h.via != nil:
		to = e.derivedRow(to, list.reads())
		return e.derived(from, h, to, nil), to
	case list.edges() || h.recursion == nil && h.scope.passing("", h.rel) != nil:
		to.rel = e.fresh("r")
	}
	return e.reach(from, h, to, nil), to
}

// reads are the properties of the relationships that are asked for.
func (l aggregates) reads() []string {
	var names []string
	for _, a := range l {
		if a.edge && a.property != "" {
			names = append(names, a.property)
		}
	}
	return names
}

// edges tells whether anything is asked of the relationships.
func (l aggregates) edges() bool {
	return slices.ContainsFunc(l, func(a *aggregate) bool { return a.edge })
}

// aggregates tells what the rows come to, in expressions for the RETURN. Several
// relationships may lead to one node, whose properties count once: then a row of
// each node is made first.
func (e *emitter) aggregates(query cypher.Query, list aggregates, from source, row rowVars) cypher.Query {
	e.aggregating++
	_, several := from.(across)
	nodes := slices.ContainsFunc(list, func(a *aggregate) bool { return !a.edge && a.property != "" })
	each := cypher.With{Items: []cypher.Item{{Expr: row.node}}}
	for _, a := range list {
		switch {
		case a.edge && several && nodes:
			e.aggregated[a] = e.inTwoSteps(a, row, &each)
		case a.edge && row.rel != "":
			e.aggregated[a] = overRows(a, row.rel)
		case a.edge: // a derived one: each node has one
			e.aggregated[a] = overRows(a, row.node)
		case several && !nodes: // only their number
			e.aggregated[a] = cypher.Func{Name: "count", Args: []cypher.Expr{cypher.Verb("DISTINCT " + string(row.node))}}
		default:
			e.aggregated[a] = overRows(a, row.node)
		}
	}
	if several && nodes {
		each.Distinct = len(each.Items) == 1
		query = append(query, each)
	}
	return query
}

func overRows(a *aggregate, of cypher.Var) cypher.Expr {
	if a.property == "" {
		return cypher.Func{Name: "count", Args: []cypher.Expr{of}}
	}
	return cypher.Template{Text: functions[a.function].rows, Names: map[string]cypher.Expr{"value": cypher.Prop{Of: of, Name: a.property}}}
}

// inTwoSteps adds the aggregate's first step to the row of each node.
func (e *emitter) inTwoSteps(a *aggregate, row rowVars, each *cypher.With) cypher.Expr {
	f, value := functions[a.function], cypher.Expr(cypher.Prop{Of: row.rel, Name: a.property})
	if a.property == "" {
		value = row.rel
		if row.rel == "" { // a derived one: each node has one
			value = row.node
		}
	}
	names := map[string]cypher.Expr{}
	for i, text := range f.first {
		v := e.fresh("a")
		names[string(rune('a'+i))] = v
		each.Items = append(each.Items, cypher.Item{Expr: cypher.Template{Text: text, Names: map[string]cypher.Expr{"value": value}}, As: v})
	}
	return cypher.Template{Text: f.then, Names: names}
}
