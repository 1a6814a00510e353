package graph

// emitderived.go emits derived relationships: two relationships of one type and
// the node in which they meet. Where something reads what the ends have in
// common, the ways are brought together, one row a node, in a map that stands
// where a stored relationship would; it holds what is read and nothing else.

import (
	"maps"
	"slices"
	"strings"

	"guanxi/graph/cypher"
)

// derivedRow names the row's relationship if any of its properties is read.
func (e *emitter) derivedRow(row rowVars, reads []string) rowVars {
	if len(reads) > 0 {
		slices.Sort(reads)
		row.rel, row.of = e.fresh("r"), slices.Compact(reads)
	}
	return row
}

// derived gives the clauses that find the rows at the other end, each node once.
func (e *emitter) derived(at cypher.Var, h hop, row rowVars, where predicate) cypher.Query {
	ofNode, ofEdge := sides(where)
	query := e.meet(at, h, row, nil, e.predicate(ofNode, row), e.predicate(ofEdge, row))
	if row.of == nil {
		query = append(query, cypher.With{Distinct: true, Items: []cypher.Item{{Expr: row.node}}})
	}
	return query
}

// meet gives the clauses that lead from at to the row: a row a way, or if row.of
// names properties, a row a node. Before is asked of each way, after of what
// the ways together say. Nil labels leave open what at is.
func (e *emitter) meet(at cypher.Var, h hop, row rowVars, labels []string, before, after cypher.Expr) cypher.Query {
	w := e.crossing(h, row.of)
	apart := cypher.Compare{L: row.node, Op: "<>", R: at}
	pattern := cypher.Pattern{
		Node: cypher.Node{Var: at, AnyLabel: labels},
		Hops: []cypher.Hop{
			{Var: w.near, AnyType: h.types, Direction: h.rel.direction, To: cypher.Node{Var: w.via, AnyLabel: h.via}},
			{Var: w.far, AnyType: h.types, Direction: opposite(h.rel.direction), To: cypher.Node{Var: row.node, AnyLabel: h.labels}},
		},
	}
	query := cypher.Query{cypher.Match{Pattern: pattern, Where: flat(cypher.And{apart, w.counts(h, w.near, w.far), before})}}
	if row.of == nil {
		return query
	}
	e.aggregating++
	grouped := cypher.With{Items: []cypher.Item{{Expr: row.node}, {Expr: w.collected(h, row.of), As: row.rel}}, Where: flat(after)}
	if labels != nil {
		grouped.Items = append([]cypher.Item{{Expr: at}}, grouped.Items...)
	}
	return append(query, grouped)
}

// A crossing names the parts of one way from end to end; what nothing asks for has
// no name.
type crossing struct{ via, near, far cypher.Var }

// crossing names what the hop's conditions and the properties named ask for.
func (e *emitter) crossing(h hop, of []string) crossing {
	var text strings.Builder
	for _, name := range of {
		text.WriteString(h.rel.link.byProperty(name).collect)
	}
	ends := h.rel.via.asksEnd() || h.scope.passing("", h.rel) != nil
	w := crossing{}
	if h.rel.via.unless != "" || strings.Contains(text.String(), "$via") {
		w.via = e.fresh("v")
	}
	if ends || strings.Contains(text.String(), "$near") {
		w.near = e.fresh("r")
	}
	if ends || strings.Contains(text.String(), "$far") {
		w.far = e.fresh("r")
	}
	return w
}

// counts is the condition that the way counts, as far as these of its
// relationships tell: they pass the scope, and the exception does not hold.
func (w crossing) counts(h hop, ends ...cypher.Var) cypher.Expr {
	var all cypher.And
	for _, end := range ends {
		if passing := h.scope.passing(end, h.rel); passing != nil {
			all = append(all, passing)
		}
	}
	unless := h.rel.via.unless
	if unless == "" {
		return all
	}
	if !h.rel.via.asksEnd() {
		ends = ends[:1]
	}
	for _, end := range ends {
		exception := cypher.Template{Text: unless, Names: map[string]cypher.Expr{"via": w.via, "end": end}}
		all = append(all, cypher.Not{X: cypher.Func{Name: "coalesce", Args: []cypher.Expr{exception, cypher.Verb("false")}}})
	}
	return all
}

// collected is the map of what all ways to a node say together.
func (w crossing) collected(h hop, of []string) cypher.Expr {
	names := map[string]cypher.Expr{"via": w.via, "near": w.near, "far": w.far}
	entries := cypher.Map{}
	for _, name := range of {
		entries = append(entries, cypher.Entry{Key: name, Value: cypher.Template{Text: h.rel.link.byProperty(name).collect, Names: maps.Clone(names)}})
	}
	return entries
}

// byProperty finds the field of t that is stored, or collected, under the name.
func (t *typeModel) byProperty(name string) *fieldModel {
	for _, f := range t.fields {
		if f.property == name {
			return f
		}
	}
	panic("graph: no such property")
}

// relatedDerived counts the nodes across a derived hop, as related does.
func (e *emitter) relatedDerived(r related, row rowVars) cypher.Expr {
	find := func(p predicate, against bool) (cypher.Query, cypher.Var) {
		to := e.derivedRow(rowVars{node: e.fresh("n")}, edgeReads(p))
		ofNode, ofEdge := sides(p)
		if against { // the condition is one, and not to be parted
			before, after := cypher.Expr(cypher.Not{X: e.surely(p, to, true)}), cypher.Expr(nil)
			if to.of != nil {
				before, after = nil, before
			}
			return e.meet(row.node, r.hop, to, nil, before, after), to.node
		}
		return e.meet(row.node, r.hop, to, nil, e.predicate(ofNode, to), e.predicate(ofEdge, to)), to.node
	}
	exists := func(p predicate, against bool) cypher.Expr {
		query, node := find(p, against)
		if len(query) > 1 {
			query = append(query, cypher.Return{Items: []cypher.Item{{Expr: node}}})
		}
		return cypher.Exists{Query: query}
	}
	switch r.quantifier {
	case "some":
		return exists(r.where, false)
	case "none":
		return cypher.Not{X: exists(r.where, false)}
	case "all":
		if r.where == nil {
			return exists(nil, false)
		}
		return cypher.And{exists(nil, false), cypher.Not{X: exists(r.where, true)}}
	}
	query, node := find(r.where, false)
	return e.exactlyOne(query, node)
}

// derivedBack follows a step back over a derived hop, from far to the nodes at
// near, each once.
func (e *emitter) derivedBack(s step, far, near rowVars, labels []string) cypher.Query {
	ofNode, ofEdge := sides(s.where)
	once := cypher.With{Distinct: true, Items: []cypher.Item{{Expr: near.node}}}
	if ofEdge != nil {
		far = e.derivedRow(far, edgeReads(ofEdge))
		h := s.hop
		h.labels = nil // known since the step before
		return append(e.meet(near.node, h, far, labels, e.predicate(ofNode, far), e.predicate(ofEdge, far)), once)
	}
	// A node is at the other end of another one if that one is among those that
	// lead to the node between: two of them tell, however many there are.
	e.aggregating++
	w := e.crossing(s.hop, nil)
	if w.via == "" {
		w.via = e.fresh("v")
	}
	others, other := e.fresh("others"), cypher.Verb("other")
	leg := func(end cypher.Var, node cypher.Node, direction cypher.Direction) cypher.Hop {
		return cypher.Hop{Var: end, AnyType: s.hop.types, Direction: direction, To: node}
	}
	some := cypher.Template{Text: "collect(DISTINCT $far)[..2]", Names: map[string]cypher.Expr{"far": far.node}}
	apart := cypher.Template{Text: "any($other IN $others WHERE $other <> $near)", Names: map[string]cypher.Expr{"other": other, "others": others, "near": near.node}}
	return cypher.Query{
		cypher.Match{
			Pattern: cypher.Pattern{Node: cypher.Node{Var: far.node}, Hops: []cypher.Hop{leg(w.far, cypher.Node{Var: w.via, AnyLabel: s.hop.via}, s.hop.rel.direction)}},
			Where:   flat(cypher.And{w.counts(s.hop, w.far), e.predicate(ofNode, far)}),
		},
		cypher.With{Items: []cypher.Item{{Expr: w.via}, {Expr: some, As: others}}},
		cypher.Match{
			Pattern: cypher.Pattern{Node: cypher.Node{Var: w.via}, Hops: []cypher.Hop{leg(w.near, cypher.Node{Var: near.node, AnyLabel: labels}, opposite(s.hop.rel.direction))}},
			Where:   flat(cypher.And{apart, w.countsNear(s.hop)}),
		},
		once,
	}
}

// countsNear is the rest of counts, where the other end is known to count.
func (w crossing) countsNear(h hop) cypher.Expr {
	if w.near == "" {
		return nil
	}
	return w.counts(h, w.near)
}

func opposite(d cypher.Direction) cypher.Direction {
	if d == cypher.In {
		return cypher.Out
	}
	return cypher.In
}
