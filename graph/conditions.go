package graph

// conditions.go bounds conditions on related nodes. Each becomes a pattern for
// Neo4j to plan, which nothing can interrupt; and what lies within others is
// planned more than once, and stands more than once in the statement where a
// search goes backwards (anchor.go).

import "fmt"

// weigh adds the weight of a condition to that of the operation, and refuses
// what is more than may be planned.
func (s *selector) weigh(p predicate, at place) error {
	s.weight += weight(p, 1)
	if s.weight <= s.options.MaxConditions {
		return nil
	}
	return &Error{Code: TooExpensive, Path: at.path[:len(at.path)-at.inside], Argument: at.path[len(at.path)-at.inside:], Position: at.position,
		Message: fmt.Sprintf("the conditions on related nodes weigh %d up to here and at most %d is allowed: each counts as often as it lies deep, "+
			"and twice if it is all or derived (partners, colleagues); nest fewer within each other, or part the operation", s.weight, s.options.MaxConditions)}
}

// weight is that of a condition whose patterns lie so deep.
func weight(p predicate, depth int) int {
	total := 0
	switch p := p.(type) {
	case allOf:
		for _, part := range p {
			total += weight(part, depth)
		}
	case anyOf:
		for _, part := range p {
			total += weight(part, depth)
		}
	case negate:
		return weight(p.of, depth)
	case together:
		return depth
	case related:
		total = depth
		if p.hop.via != nil { // two relationships
			total *= 2
		}
		if p.quantifier == "all" { // there is one, and none that does not pass
			total *= 2
		}
		total += weight(p.where, depth+1)
	}
	return total
}
