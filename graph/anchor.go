package graph

// anchor.go turns a condition on far nodes into the place where the search
// starts. `agreements: {some: {parties: {some: {country: {code: {eq: "KZ"}}}}}}`
// asked of every institution touches them all; started at the one country with
// that code and followed backwards, it touches what it finds.
//
// A condition can be anchored if it must hold (it stands under no OR, NOT, all,
// none or single) and its innermost test is of a unique key against a value or
// a list of values. The rest of the conditions is asked of what was found.

// A chain is a way from a unique key back to the row: at the node where it
// starts, test holds; hops lead from the row to there.
type chain struct {
	key   test
	steps []step
}

// A step is a hop of the chain, and what else must hold where it leads.
type step struct {
	hop   hop
	where predicate
	edges bool // where speaks of the relationship too
}

// anchor finds the shortest chain in the predicate and gives it with what is
// left.
func anchor(p predicate) (*chain, predicate) {
	all := asAll(p)
	var best *chain
	var left predicate
	for i, part := range all {
		found, rest := anchorPart(part)
		if found == nil || best != nil && len(best.steps) <= len(found.steps) {
			continue
		}
		others := append(append(append(allOf{}, all[:i]...), all[i+1:]...), asAll(rest)...)
		best, left = found, tidy(others)
	}
	if best == nil {
		return nil, p
	}
	return best, left
}

func anchorPart(p predicate) (*chain, predicate) {
	switch p := p.(type) {
	case test:
		if p.uniqueOn != nil && !p.edge && p.group == "" && (p.operator.name == "eq" || p.operator.name == "in") {
			return &chain{key: p}, nil
		}
	case related:
		if p.quantifier != "some" {
			return nil, p
		}
		if found, rest := anchor(p.where); found != nil {
			found.steps = append([]step{{p.hop, rest, p.edges}}, found.steps...)
			return found, nil
		}
	}
	return nil, p
}
