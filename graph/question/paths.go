// paths.go answers `paths`: it reads what can lie on a path between the two ends,
// from both at once and always from the side that has less to go on from, weighs
// it, and takes the best paths (shortest.go).
//
// What a path costs: each step 1 / (1 + log2 of its entries that count), and
// each entity between the ends log2(n / 2), n being the number of relationships
// that it has of the types asked for. So an agreement of two parties costs nothing
// beside its two steps, one of 153 costs 6.3 more, and so does whatever else ties
// many. Each is rounded to six decimals. The score is 1 / cost: a single step with one source has 1.

package question

import (
	"context"
	"math"
	"slices"
)

// maxHops is the most that the schema allows.
const maxHops = 6

// pathRows gives the best paths as {hops, score, nodes}.
func pathRows(ctx context.Context, read Reader, args Args) (any, error) {
	record, err := read(ctx, "paths.ends.cypher", nil)
	if err != nil {
		return nil, err
	}
	ids := texts(record[0])
	from, to, avoid := ids[0], ids[1], ids[2:]
	switch {
	case from == to:
		return nil, &ArgumentError{"to", "a path leads from one entity to another, and `from` and `to` name the same one; give two"}
	case slices.Contains(avoid, from), slices.Contains(avoid, to):
		return nil, &ArgumentError{"avoid", "an end of the path is among what it is to avoid; take it off the list"}
	}
	hops := maxHops
	if args["maxHops"] != nil {
		hops = args.Int("maxHops")
	}
	near := newVicinity(from, to, avoid, args.Texts("through"), args["through"] == nil)
	if err := near.grow(ctx, read, hops); err != nil {
		return nil, err
	}
	names, g, err := near.weighted(ctx, read, hops)
	if err != nil || names == nil {
		return []any{}, err
	}
	start, _ := slices.BinarySearch(names, from)
	end, _ := slices.BinarySearch(names, to)
	routes, err := g.shortest(ctx, start, end, hops, args.Int("limit"))
	if err != nil {
		return nil, err
	}
	rows := []any{}
	for _, route := range routes {
		nodes := make([]any, len(route.nodes))
		for i, n := range route.nodes {
			nodes[i] = names[n]
		}
		rows = append(rows, map[string]any{"hops": len(nodes) - 1, "score": unit / float64(route.cost), "nodes": nodes})
	}
	return rows, nil
}

// unit is the cost of a step that one source supports. Costs are whole numbers, so
// that two sums are equal wherever they should be.
const unit = 1_000_000

// stepCost is that of a step which some sources support.
func stepCost(sources int64) int64 {
	return int64(math.Round(unit / (1 + math.Log2(float64(max(sources, 1))))))
}

// passCost is that of passing through something with so many relationships.
func passCost(degree int64) int64 {
	return int64(math.Round(unit * math.Log2(float64(max(degree, 2))/2)))
}
