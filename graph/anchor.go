package graph

// anchor.go chooses the way by which the nodes of a condition are found.
// `agreements: {some: {parties: {some: {country: {code: {eq: "KZ"}}}}}}`, asked
// of every institution, touches them all; begun at the one country with that
// code and followed backwards, it touches what it finds. Which way is the
// shortest is told by the database's statistics, and by no value of a request.
//
// A way may go over any part of a conjunction that a row cannot do without: a
// related node (`some`; and `all` and `single`, which imply it), each branch of
// an `OR`, and what remains of a NOT when it is moved inwards.

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// A way finds the nodes with one of labels for which a condition holds.
type way struct {
	labels []string
	where  predicate // what has yet to be asked of the nodes that were found
	rows   float64   // how many it is taken to find
	cost   float64   // and to meet on the way

	// At most one of these is set; if none is, all nodes with the labels are met.
	key    *test // a unique key that they have, found by nodes with the labels on
	on     []string
	over   *step  // they are led to from nodes that a way of their own finds
	branch []*way // each is found by one of these
	except *way   // all nodes with the labels, but for those that this finds
}

// A step goes backwards over a hop: from where it leads to where it starts.
type step struct {
	hop   hop
	from  *way
	sure  bool      // it starts at nodes with the labels only
	where predicate // of the relationship and the node, where it speaks of both
}

// onAll tells whether the way is no better than to ask every node.
func (w *way) onAll() bool {
	return w.key == nil && w.over == nil && w.branch == nil && w.except == nil
}

// A choice is the way that was chosen, and what it was chosen over.
type choice struct {
	*way
	direct *way // asking every node with the labels
	path   ast.Path
}

// anchor chooses the way of rows whose condition is p; page as of met.
func (s *selector) anchor(p predicate, labels []string, page float64, at place) choice {
	chosen := s.estimator.anchor(p, labels, page)
	chosen.path = at.path
	s.choices = append(s.choices, chosen)
	return chosen
}

// aPage is how many rows are taken to be asked for where a value tells it.
const aPage = 50

// met is the number of rows after which the search may end; 0 if all have to be
// met, to put them in order.
func (s *selector) met(r rows, labels []string) float64 {
	switch {
	case r.limit == nil || r.skip != nil:
		return 0
	case len(r.sort) > 0 && (r.sort[0].edge || !r.sort[0].required || len(labels) > 1):
		return 0
	case len(r.sort) > 0 && s.s != nil && s.values(labels, r.sort[0].property) == 0:
		return 0
	case r.page >= 0 && s.pages[r.page].asked == nil:
		return float64(s.pages[r.page].bound)
	}
	return aPage
}

// leastGain is how much better than asking every node a way has to look, since
// it gives up an index's order, and the estimates are rough. greatGain is how
// much better it has to look to be taken although a page may be full long before
// every node was asked.
const (
	leastGain = 2
	greatGain = 5
)

// doubt is how much rarer nodes may be than estimated for which a condition on
// related ones holds: a page is then full later.
const doubt = 5

// anchor chooses the way to the nodes with one of labels for which p holds. Of
// the nodes found, only the first few may be wanted: as many as are met before
// a page is full, where an index gives the order.
func (e estimator) anchor(p predicate, labels []string, page float64) choice {
	direct := e.direct(p, labels)
	every := direct.cost
	if hops(p) {
		page *= doubt
	}
	if page > 0 && page < direct.rows {
		direct.cost *= page / direct.rows
	}
	chosen := choice{way: direct, direct: direct}
	if ways := e.ways(p, labels); len(ways) > 0 {
		best := slices.MinFunc(ways, func(a, b *way) int { return cmp.Compare(a.cost, b.cost) })
		if best.cost*leastGain < direct.cost || best.cost*greatGain < every {
			chosen.way = best
		}
	}
	return chosen
}

// shortest is the cheapest way to all the nodes.
func (e estimator) shortest(p predicate, labels []string) *way {
	return e.anchor(p, labels, 0).way
}

// direct asks every node with the labels, or those that an index finds.
func (e estimator) direct(p predicate, labels []string) *way {
	all := e.nodes(labels)
	met := all
	for _, part := range asAll(p) {
		if t, ok := part.(test); ok && !t.edge && t.group == "" && e.values(labels, t.property) > 0 && t.operator.indexed() {
			met = math.Min(met, all*e.tested(t, labels))
		}
	}
	return &way{labels: labels, where: p, rows: math.Max(all*e.passing(p, labels), 0.1), cost: met * (1 + e.asking(p, labels))}
}

// indexed tells whether an index finds the nodes that pass the operator.
func (o *operator) indexed() bool {
	switch o.name {
	case "eq", "in", "startsWith", "gt", "gte", "lt", "lte":
		return true
	}
	return false
}

// ways are those that begin at a part of the condition.
func (e estimator) ways(p predicate, labels []string) []*way {
	var ways []*way
	all := asAll(inward(p))
	for i, part := range all {
		for _, w := range e.part(part, labels) {
			others := append(append(allOf{}, all[:i]...), all[i+1:]...)
			w.where = tidy(append(others, asAll(w.where)...))
			w.cost += w.rows * e.asking(w.where, labels)
			w.rows = math.Max(w.rows*e.passing(w.where, labels), 0.1)
			ways = append(ways, w)
		}
	}
	return ways
}

// part gives the ways that begin at one part of a conjunction, each with what
// it leaves of the part to be asked.
func (e estimator) part(p predicate, labels []string) []*way {
	switch p := p.(type) {
	case test:
		if p.uniqueOn == nil || p.edge || p.group != "" || p.operator.name != "eq" && p.operator.name != "in" {
			return nil
		}
		rows := 1.0
		if p.operator.name == "in" {
			rows = someValues
		}
		on := p.uniqueOn
		if len(labels) == 1 && e.values(labels, p.property) > 0 { // an index on the nodes' own label
			on = labels
		}
		return []*way{{labels: labels, key: &p, on: on, rows: rows, cost: rows}}
	case related:
		switch {
		case p.aside:
			return nil
		case p.quantifier == "none":
			return e.without(p, labels)
		case p.hop.recursion != nil && p.edges: // the depth is known from below only
			return nil
		}
		return e.backwards(p, labels)
	case anyOf:
		return e.branches(p, labels)
	}
	return nil
}

// backwards begins at the related nodes.
func (e estimator) backwards(r related, labels []string) []*way {
	var left predicate
	if r.quantifier != "some" { // all and single ask for one at least, and more
		left = r
	}
	over := &step{hop: r.hop, sure: r.hop.via == nil && e.implied(r.hop, labels, false)}
	beyond := r.where
	if r.edges { // conditions on the relationship wait until it is met
		beyond, over.where = sides(r.where)
	}
	over.from = e.shortest(beyond, r.hop.labels)
	met := over.from.rows * e.followed(r.hop, labels) / e.nodes(r.hop.labels)
	rows := math.Min(met, e.nodes(labels)) * e.passing(over.where, r.hop.labels)
	return []*way{{labels: labels, over: over, where: left, rows: rows, cost: over.from.cost + met}}
}

// without leaves out the nodes that have such related ones.
func (e estimator) without(r related, labels []string) []*way {
	r.quantifier = "some"
	except := e.shortest(r, labels)
	all := e.nodes(labels)
	return []*way{{labels: labels, except: except, rows: math.Max(all-except.rows, 1), cost: except.cost + 2*all}}
}

// branches follows each branch of a disjunction by a way of its own.
func (e estimator) branches(p anyOf, labels []string) []*way {
	if len(p) == 0 {
		return nil
	}
	w := &way{labels: labels}
	for _, part := range p {
		if part == nil { // holds for every node
			return nil
		}
		branch := e.shortest(part, labels)
		w.branch = append(w.branch, branch)
		w.rows += branch.rows
		w.cost += branch.cost
	}
	return []*way{w}
}

// hops tells whether the predicate speaks of related nodes.
func hops(p predicate) bool {
	switch p := p.(type) {
	case allOf:
		return slices.ContainsFunc(p, hops)
	case anyOf:
		return slices.ContainsFunc(p, hops)
	case negate:
		return hops(p.of)
	case related, together:
		return true
	}
	return false
}

// inward moves negations inwards, as far as a way may begin at what they leave.
func inward(p predicate) predicate {
	switch p := p.(type) {
	case allOf:
		var all allOf
		for _, part := range p {
			all = append(all, asAll(inward(part))...)
		}
		return all
	case negate:
		switch of := p.of.(type) {
		case negate:
			if of.of != nil {
				return inward(of.of)
			}
		case related:
			switch of.quantifier {
			case "none":
				of.quantifier = "some"
				return of
			case "some":
				of.quantifier = "none"
				return of
			}
		case anyOf:
			var all allOf
			for _, part := range of {
				all = append(all, asAll(inward(negate{part}))...)
			}
			return all
		case allOf:
			var some anyOf
			for _, part := range of {
				some = append(some, inward(negate{part}))
			}
			return some
		}
	}
	return p
}

// String tells where the way begins, and how it goes on.
func (w *way) String() string {
	text := ""
	switch {
	case w.key != nil:
		text = strings.Join(w.on, "|") + " " + show(*w.key)
	case w.over != nil:
		text = w.over.from.String() + ", to " + strings.Join(w.labels, "|") + " " + w.over.hop.String()
		if where := show(w.over.where); where != "" {
			text += " where " + where
		}
	case w.branch != nil:
		var branches []string
		for _, branch := range w.branch {
			branches = append(branches, "("+branch.String()+")")
		}
		text = strings.Join(branches, " or ")
	case w.except != nil:
		text = strings.Join(w.labels, "|") + " without (" + w.except.String() + ")"
	default:
		text = strings.Join(w.labels, "|")
	}
	if where := show(w.where); where != "" {
		text += " where " + where
	}
	return text
}

// anchors tells where each search starts, and why.
func (p *plan) anchors() []string {
	var all []string
	for _, c := range p.choices {
		text := fmt.Sprintf("%s: from %s, about %s rows met", c.path, c.way, round(c.cost))
		if !c.onAll() {
			text += fmt.Sprintf("; asking every %s would meet about %s", strings.Join(c.direct.labels, "|"), round(c.direct.cost))
		}
		all = append(all, text)
	}
	return all
}

// round writes a guess as no more exact than it is.
func round(n float64) string {
	if n < 1 {
		return "1"
	}
	scale := math.Pow(10, math.Floor(math.Log10(n)))
	return fmt.Sprintf("%.0f", math.Round(n/scale)*scale)
}
