package graph

// estimate.go guesses, from the database's statistics, how many rows a search
// meets. The guesses need not be right, only right enough to tell ten rows from
// ten thousand; and they depend on no value of a request, so that plans can be
// kept.

import (
	"math"

	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph/cypher"
)

// An estimator guesses by the statistics s, or without any if they are nil.
type estimator struct {
	model *model
	s     *Statistics
}

// nodes is the number of nodes that bear one of the labels.
func (e estimator) nodes(labels []string) float64 {
	if e.s == nil {
		return guessedNodes
	}
	n := int64(0)
	for _, label := range labels {
		n += e.s.Nodes[label]
	}
	return math.Max(1, float64(n))
}

// values is the number of different values of a property of nodes with one of
// the labels, as an index tells it; 0 where none does.
func (e estimator) values(labels []string, property string) float64 {
	if e.s == nil || len(labels) == 0 {
		return 0
	}
	n := int64(0)
	for _, label := range labels {
		values, ok := e.s.Values[label+"."+property]
		if !ok {
			return 0
		}
		n += values
	}
	return math.Max(1, float64(n))
}

// followed is the number of relationships by which the hop leads from nodes with
// one of near's labels to those of its own: of either end, the fewer.
func (e estimator) followed(h hop, near []string) float64 {
	switch {
	case e.s == nil && h.one:
		return guessedNodes
	case e.s == nil:
		return guessedNodes * guessedDegree
	}
	var from, to int64
	for _, typ := range h.types {
		n, f := e.ends(typ, h.rel.direction)
		for _, label := range near {
			from += n[label]
		}
		for _, label := range h.labels {
			to += f[label]
		}
	}
	if h.via != nil { // each that meets in a node between, with each other one
		return math.Max(1, float64(from)*float64(from)/e.nodes(h.via))
	}
	return math.Max(1, float64(min(from, to)))
}

// ends counts the relationships of a type by the labels of their near and far
// ends, seen in the direction.
func (e estimator) ends(typ string, direction cypher.Direction) (near, far map[string]int64) {
	ends := e.s.Relationships[typ]
	switch {
	case ends == nil:
		return nil, nil
	case direction == cypher.In:
		return ends.To, ends.From
	}
	return ends.From, ends.To
}

// implied tells whether the relationships of the hop all have the one label at
// their far end, or at their near one: then a pattern need not ask for it. The
// database's counts tell, so that an analyst's relationships to nodes of
// another kind are noticed.
func (e estimator) implied(h hop, labels []string, far bool) bool {
	if e.s == nil || len(labels) != 1 {
		return false
	}
	for _, typ := range h.types {
		end, other := e.ends(typ, h.rel.direction)
		if far {
			end = other
		}
		if end[labels[0]] == 0 || end[labels[0]] != e.s.Relationships[typ].All {
			return false
		}
	}
	return true
}

// passing is the share of nodes with one of the labels for which p holds.
func (e estimator) passing(p predicate, labels []string) float64 {
	switch p := p.(type) {
	case allOf:
		share := 1.0
		for _, part := range p {
			share *= e.passing(part, labels)
		}
		return share
	case anyOf:
		share := 0.0
		for _, part := range p {
			share += e.passing(part, labels)
		}
		return math.Min(1, share)
	case negate:
		return math.Max(0.01, 1-e.passing(p.of, labels))
	case test:
		return e.tested(p, labels)
	case missing:
		return 0.1
	case isOne:
		return math.Min(1, e.nodes(p.labels)/e.nodes(labels))
	case related:
		return e.meets(p, labels)
	case together:
		return 0.3
	}
	return 1
}

// tested is the share of nodes that pass the test.
func (e estimator) tested(t test, labels []string) float64 {
	one := 0.1
	switch values := e.values(labels, t.property); {
	case t.uniqueOn != nil && !t.edge:
		one = 1 / e.nodes(labels)
	case values > 0 && !t.edge:
		one = 1 / values
	case e.enumerated(t) > 0:
		one = 1 / e.enumerated(t)
	}
	switch t.operator.name {
	case "eq", "includes":
		return one
	case "in", "includesAny":
		return math.Min(1, someValues*one)
	case "startsWith", "endsWith":
		return 0.02
	case "contains":
		return 0.1
	}
	return 0.3
}

// someValues is how many values a list of them is taken to hold.
const someValues = 5

// enumerated is the number of values that the operand's enum has, 0 if it is of
// no enum.
func (e estimator) enumerated(t test) float64 {
	if def := e.model.schema.Types[t.operator.operand.Name()]; def != nil && def.Kind == ast.Enum {
		return float64(len(def.EnumValues))
	}
	return 0
}

// meets is the share of nodes that have related ones as the quantifier asks.
func (e estimator) meets(r related, labels []string) float64 {
	degree := e.followed(r.hop, labels) / e.nodes(labels)
	share := e.passing(r.where, r.hop.labels)
	one := math.Min(1, degree*share)
	switch r.quantifier {
	case "none":
		return math.Max(0.01, 1-one)
	case "all":
		return math.Pow(share, math.Max(1, degree))
	}
	return one
}

// asking is what it costs, in rows met, to ask one node whether p holds.
func (e estimator) asking(p predicate, labels []string) float64 {
	switch p := p.(type) {
	case allOf:
		cost, reached := 0.0, 1.0 // a part is asked of what passed those before
		for _, part := range p {
			cost += reached * e.asking(part, labels)
			reached *= e.passing(part, labels)
		}
		return cost
	case anyOf:
		cost := 0.0
		for _, part := range p {
			cost += e.asking(part, labels)
		}
		return cost
	case negate:
		return e.asking(p.of, labels)
	case related:
		met := e.followed(p.hop, labels) / e.nodes(labels)
		if p.quantifier == "some" || p.quantifier == "none" { // the first that passes ends it
			met = math.Min(met, 1/e.passing(p.where, p.hop.labels))
		}
		return 1 + met*(1+e.asking(p.where, p.hop.labels))
	case together:
		return 1 + e.followed(p.hop, labels)/e.nodes(labels)
	case nil:
		return 0
	}
	return 0.1
}
