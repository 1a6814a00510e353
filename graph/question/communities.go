// communities.go answers `communities`: which organizations have more to do with
// one another than with others, by the Louvain method.

package question

import (
	"cmp"
	"context"
	"slices"
)

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
	method := "Louvain: resolution 1, edges weighted by agreements shared, nodes in the order of their ids"
	return []any{map[string]any{
		"modularity": modularity, "count": len(groups), "communities": shown, "computed": p.computed(method, args),
	}}, nil
}

// communities gives those of two organizations or more, the largest first, and in
// each the members with the most partners first; and how modular the network is
// when it is cut into them, null if there is nothing to cut.
func (p *projection) communities(ctx context.Context) (groups [][]int, modularity any, err error) {
	if len(p.pairs) == 0 {
		return nil, nil, nil
	}
	of, err := p.louvain(ctx)
	if err != nil {
		return nil, nil, err
	}
	members := make([][]int, len(p.ids))
	for i, community := range of {
		if len(p.near[i]) > 0 {
			members[community] = append(members[community], i)
		}
	}
	for _, group := range members {
		if len(group) > 0 {
			slices.SortFunc(group, func(a, b int) int { return cmp.Or(len(p.near[b])-len(p.near[a]), a-b) })
			groups = append(groups, group)
		}
	}
	slices.SortFunc(groups, func(a, b []int) int { return cmp.Or(len(b)-len(a), a[0]-b[0]) })
	return groups, p.modularity(groups), nil
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
	return inside/all - chance
}
