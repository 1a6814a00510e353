// centrality.go answers `centrality`: how central organizations are among the
// partnerships, by one of four measures.

package question

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
)

// What PageRank goes on with, and when it is content.
const (
	damping   = 0.85
	tolerance = 1e-9
)

func centralityRows(ctx context.Context, read Reader, args Args) (any, error) {
	p, err := project(ctx, read, args.Int("minShared"))
	if err != nil {
		return nil, err
	}
	scores, method, err := p.centrality(ctx, args["measure"].(string))
	if err != nil {
		return nil, err
	}
	ranking := ranked(p.ids, scores)
	if n := args.Int("first"); n < len(ranking) {
		ranking = ranking[:n]
	}
	return []any{map[string]any{"measure": args["measure"], "computed": p.computed(method, args), "ranking": ranking}}, nil
}

// centrality gives the score of each organization, and tells how it is computed.
func (p *projection) centrality(ctx context.Context, measure string) (scores []float64, method string, err error) {
	switch measure {
	case "DEGREE":
		scores = make([]float64, len(p.ids))
		for i, partners := range p.near {
			scores[i] = float64(len(partners))
		}
		return scores, "degree: the number of partners", nil
	case "BETWEENNESS":
		scores, err = p.betweenness(ctx)
		return scores, "betweenness: Brandes, edges unweighted, each pair once", err
	case "KCORE":
		scores, err = p.cores(ctx)
		return scores, "k-core: the greatest k of a core that it is in", err
	}
	scores, err = p.pageRank(ctx)
	return scores, fmt.Sprintf("PageRank: damping %g, tolerance %g, edges weighted by agreements shared", damping, tolerance), err
}

// pageRank scores all together 1. It begins with the same for each, where gonum's
// begins at random and ends in other last digits every time. One without partners
// passes what it has on to all.
func (p *projection) pageRank(ctx context.Context) ([]float64, error) {
	s := begin(ctx, "passing rank on", 0)
	n := float64(len(p.ids))
	scores, next, shared := make([]float64, len(p.ids)), make([]float64, len(p.ids)), make([]float64, len(p.ids))
	for i := range scores {
		scores[i] = 1 / n
		for _, share := range p.share[i] {
			shared[i] += float64(share)
		}
	}
	for change := math.Inf(1); change > tolerance && n > 0; {
		if err := s.did(1); err != nil {
			return nil, err
		}
		lost := 0.0
		for i, score := range scores {
			if len(p.near[i]) == 0 {
				lost += score
			}
		}
		change = 0
		for i := range next {
			in := lost / n
			for at, other := range p.near[i] {
				in += scores[other] * float64(p.share[i][at]) / shared[other]
			}
			next[i] = (1-damping)/n + damping*in
			change += math.Abs(next[i] - scores[i])
		}
		scores, next = next, scores
	}
	return scores, nil
}

// cores tell, for each organization, the greatest k such that it belongs to a part
// of the network in which each has k partners or more: those with the fewest
// partners left are taken away first, and k is the most that one of them had left.
func (p *projection) cores(ctx context.Context) ([]float64, error) {
	s := begin(ctx, "finding the cores", len(p.ids))
	scores, left := make([]float64, len(p.ids)), make([]int, len(p.ids))
	var with [][]int // those that have so many left, and some that had
	put := func(i int) {
		for len(with) <= left[i] {
			with = append(with, nil)
		}
		with[left[i]] = append(with[left[i]], i)
	}
	for i, partners := range p.near {
		left[i] = len(partners)
		put(i)
	}
	const gone = -1
	for k, fewest := 0, 0; fewest < len(with); {
		last := len(with[fewest]) - 1
		if last < 0 {
			fewest++
			continue
		}
		i := with[fewest][last]
		with[fewest] = with[fewest][:last]
		if left[i] != fewest {
			continue
		}
		k = max(k, fewest)
		scores[i], left[i] = float64(k), gone
		for _, other := range p.near[i] {
			if left[other] != gone {
				left[other]--
				put(other)
			}
		}
		fewest = max(fewest-1, 0)
		if err := s.did(1); err != nil {
			return nil, err
		}
	}
	return scores, nil
}

// ranked gives {id, rank, score}, the highest score first; those with the same
// share a rank. Scores that differ in their 13th digit are sums in another order.
func ranked(ids []string, scores []float64) []any {
	scores = slices.Clone(scores)
	for i, score := range scores {
		scores[i], _ = strconv.ParseFloat(strconv.FormatFloat(score, 'g', 12, 64), 64)
	}
	order := make([]int, len(ids))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	ranking, rank := make([]any, len(ids)), 0
	for at, i := range order {
		if at == 0 || scores[i] != scores[order[at-1]] {
			rank = at + 1
		}
		ranking[at] = map[string]any{"id": ids[i], "rank": rank, "score": scores[i]}
	}
	return ranking
}
