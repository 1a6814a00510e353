// communities.go answers `communities`: which organizations have more to do with
// one another than with others, by the Louvain method.

package question

import (
	"cmp"
	"context"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/community"
)

// resolution is the usual one; lower ones make larger communities.
const resolution = 1

func communityRows(ctx context.Context, read Reader, args Args) (any, error) {
	p, err := project(ctx, read, args.Int("minShared"))
	if err != nil {
		return nil, err
	}
	groups, modularity, err := p.communities(ctx)
	if err != nil {
		return nil, err
	}
	shown := []any{}
	for _, group := range groups[:min(args.Int("first"), len(groups))] {
		members := []any{}
		for _, n := range group[:min(args.Int("members"), len(group))] {
			members = append(members, p.ids[n])
		}
		shown = append(shown, map[string]any{"size": len(group), "members": members})
	}
	method := "Louvain: resolution 1, edges weighted by agreements shared, one fixed seed"
	return []any{map[string]any{
		"modularity": modularity, "count": len(groups), "communities": shown, "computed": p.computed(method),
	}}, nil
}

// communities gives those of two organizations or more, the largest first, and in
// each the members with the most partners first; and how modular the network is
// when it is cut into them, null if there is nothing to cut.
func (p *projection) communities(ctx context.Context) (groups [][]int, modularity any, err error) {
	if len(p.pairs) == 0 {
		return nil, nil, nil
	}
	net, places := p.connected()
	found, err := stoppable(func() [][]graph.Node {
		return community.Modularize(partners{ctx, net}, resolution, &steps{ctx, newSource()}).Communities()
	})
	if err != nil {
		return nil, nil, err
	}
	for _, nodes := range found {
		group := make([]int, len(nodes))
		for i, n := range nodes {
			group[i] = places[n.ID()]
		}
		slices.SortFunc(group, func(a, b int) int { return cmp.Or(len(p.near[b])-len(p.near[a]), a-b) })
		groups = append(groups, group)
	}
	slices.SortFunc(groups, func(a, b []int) int { return cmp.Or(len(b)-len(a), a[0]-b[0]) })
	return groups, p.modularity(groups), nil
}

// connected is the projection without those that have no partner, and where each
// that is left stands in the whole.
func (p *projection) connected() (*projection, []int) {
	part, at, places := &projection{}, make([]int, len(p.ids)), []int{}
	for i, id := range p.ids {
		if len(p.near[i]) > 0 {
			at[i] = len(places)
			part.ids, places = append(part.ids, id), append(places, i)
		}
	}
	for _, q := range p.pairs {
		part.pairs = append(part.pairs, pair{at[q.a], at[q.b], q.shared})
	}
	part.connect()
	return part, places
}

// modularity is Newman's: the part of all weight that lies inside the groups, less
// what would lie there by chance.
func (p *projection) modularity(groups [][]int) float64 {
	of := make([]int, len(p.ids))
	for i, group := range groups {
		for _, n := range group {
			of[n] = i
		}
	}
	inside, ends, all := 0.0, make([]float64, len(groups)), 0.0
	for _, q := range p.pairs {
		w := float64(q.shared)
		all += w
		ends[of[q.a]] += w
		ends[of[q.b]] += w
		if of[q.a] == of[q.b] {
			inside += w
		}
	}
	chance := 0.0
	for _, w := range ends {
		chance += w / (2 * all) * w / (2 * all)
	}
	return inside/all - resolution*chance
}

// newSource gives the same numbers always, so that a network falls into the same
// communities always.
func newSource() rand.Source { return rand.NewPCG(1, 1) }

// steps is a source of random numbers that ends with the computation's time: it is
// asked again before each round.
type steps struct {
	ctx context.Context
	rand.Source
}

// Uint64 gives the next number.
func (s *steps) Uint64() uint64 {
	goOn(s.ctx)
	return s.Source.Uint64()
}
