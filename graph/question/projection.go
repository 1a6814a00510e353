// projection.go makes the graph that network, centrality and communities are
// computed on: organizations, and between two of them an edge where they share
// enough agreements, which weighs as many as they share.

package question

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// maxMet is how many co-participations a projection may have: what is made of one
// takes 8 bytes for each while it is made. Horizon 2020 has 196,436 up to 2016.
const maxMet = 20_000_000

// A projection is the partnerships of some organizations.
type projection struct {
	ids   []string // in their order
	pairs []pair   // in their order
	near  [][]int  // the partners of each, in their order
	share [][]int64
}

// A pair are two partners and the number of agreements that they share.
type pair struct {
	a, b   int // a < b
	shared int64
}

// project reads the organizations and their agreements. A pair counts that shares
// at least so many of them.
func project(ctx context.Context, read Reader, minShared int) (*projection, error) {
	begin(ctx, "reading agreements", 0)
	record, err := read(ctx, "projection.cypher", nil)
	if err != nil {
		return nil, err
	}
	p := &projection{ids: texts(record[0])}
	slices.Sort(p.ids)
	place := make(map[string]int, len(p.ids))
	for i, id := range p.ids {
		place[id] = i
	}
	var met []uint64 // each pair, once for each agreement
	agreements, _ := record[1].([]any)
	pairing := begin(ctx, "pairing organizations", len(agreements))
	for _, parties := range agreements {
		if err := pairing.did(1); err != nil {
			return nil, err
		}
		var members []int
		for _, id := range texts(parties) {
			if at, counts := place[id]; counts {
				members = append(members, at)
			}
		}
		if len(met)+len(members)*(len(members)-1)/2 > maxMet {
			return nil, &BoundError{fmt.Sprintf("the organizations meet in their agreements more than %d times, which is the most that is computed; ask for fewer kinds or agreementKinds", maxMet)}
		}
		slices.Sort(members)
		for i, a := range members {
			for _, b := range members[i+1:] {
				met = append(met, uint64(a)<<32|uint64(b))
			}
		}
	}
	slices.Sort(met)
	for i := 0; i < len(met); {
		end := i
		for end < len(met) && met[end] == met[i] {
			end++
		}
		if end-i >= minShared {
			p.pairs = append(p.pairs, pair{int(met[i] >> 32), int(met[i] & 0xffffffff), int64(end - i)})
		}
		i = end
	}
	p.connect()
	return p, nil
}

// connect lists the partners of each. Since the pairs are in their order, so are they.
func (p *projection) connect() {
	p.near, p.share = make([][]int, len(p.ids)), make([][]int64, len(p.ids))
	count := make([]int, len(p.ids))
	for _, pair := range p.pairs {
		count[pair.a]++
		count[pair.b]++
	}
	for i, n := range count {
		p.near[i], p.share[i] = make([]int, 0, n), make([]int64, 0, n)
	}
	for _, pair := range p.pairs {
		p.near[pair.b] = append(p.near[pair.b], pair.a)
		p.share[pair.b] = append(p.share[pair.b], pair.shared)
	}
	for _, pair := range p.pairs {
		p.near[pair.a] = append(p.near[pair.a], pair.b)
		p.share[pair.a] = append(p.share[pair.a], pair.shared)
	}
}

// components are the sizes of the parts that hang together, the greatest first.
// One that has no partner is no part.
func (p *projection) components() (sizes []int) {
	seen := make([]bool, len(p.ids))
	for start := range p.ids {
		if seen[start] || len(p.near[start]) == 0 {
			continue
		}
		seen[start] = true
		part := []int{start}
		for i := 0; i < len(part); i++ {
			for _, other := range p.near[part[i]] {
				if !seen[other] {
					seen[other] = true
					part = append(part, other)
				}
			}
		}
		sizes = append(sizes, len(part))
	}
	slices.SortFunc(sizes, func(a, b int) int { return b - a })
	return sizes
}

// computed says what a result was computed on, and how: the same projection has
// the same hash.
func (p *projection) computed(method string, args Args) map[string]any {
	hash := sha256.New()
	for _, id := range p.ids {
		fmt.Fprintf(hash, "%s\n", id)
	}
	for _, pair := range p.pairs {
		fmt.Fprintf(hash, "%d %d %d\n", pair.a, pair.b, pair.shared)
	}
	return map[string]any{
		"method": method, "network": described(args), "organizations": len(p.ids), "pairs": len(p.pairs),
		"projection": hex.EncodeToString(hash.Sum(nil)[:8]),
	}
}

// described says which part of the graph was asked for.
func described(args Args) string {
	kinds, agreements, statements := "organizations of any kind", "agreements of any kind", args["statements"]
	if args["kinds"] != nil {
		kinds = "organizations that are " + among(args.Texts("kinds"))
	}
	if args["agreementKinds"] != nil {
		agreements = "agreements that are " + among(args.Texts("agreementKinds"))
	}
	return fmt.Sprintf("%s; %s, and not merely planned; pairs that share %d or more; statements that are %s", kinds, agreements, max(args.Int("minShared"), 1), statements)
}

// among lists what something may be. The label of what is only inferred says of
// what kind that is, which another label says, too.
func among(names []string) string {
	var may []string
	for _, name := range names {
		if !strings.HasSuffix(name, "_INFERRED") {
			may = append(may, name)
		}
	}
	if may == nil {
		return "nothing"
	}
	return strings.Join(may, " or ")
}
