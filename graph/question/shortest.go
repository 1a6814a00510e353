// shortest.go finds the k shortest loopless paths of at most so many hops, by Yen's
// algorithm with Lawler's saving: the next path leaves one that was found before at
// some node, by an arc that none has taken from there. The order is total: by cost,
// then by hops, then by the nodes, so that the answer is one and the same always.

package question

import (
	"cmp"
	"container/heap"
	"context"
	"math"
	"slices"
)

// weights are an undirected graph: an arc stands at both of its ends.
type weights struct {
	arcs [][]arc
	pass []int64 // what it costs to pass through a node, on the way to another
}

type arc struct {
	to   int
	cost int64 // more than 0
}

// A route is a path and its cost.
type route struct {
	nodes []int
	cost  int64
	left  int // at which of its nodes it leaves the route that it was made from
}

func (r *route) compare(s *route) int {
	return cmp.Or(cmp.Compare(r.cost, s.cost), cmp.Compare(len(r.nodes), len(s.nodes)), slices.Compare(r.nodes, s.nodes))
}

// shortest gives the k best routes with at most so many hops, the best first.
func (g *weights) shortest(ctx context.Context, from, to, hops, k int) (found []*route, err error) {
	s := begin(ctx, "finding the best paths", k)
	candidates := &routes{}
	if first := g.from([]int{from}, nil, to, hops); first != nil {
		heap.Push(candidates, first)
	}
	for len(found) < k && candidates.Len() > 0 {
		best := heap.Pop(candidates).(*route)
		if err := s.did(1); err != nil {
			return nil, err
		}
		if found = append(found, best); len(found) == k {
			break
		}
		for i := best.left; i < len(best.nodes)-1; i++ {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			root := best.nodes[:i+1]
			taken := map[int]bool{}
			for _, other := range found {
				if len(other.nodes) > i+1 && slices.Equal(other.nodes[:i+1], root) {
					taken[other.nodes[i+1]] = true
				}
			}
			if next := g.from(root, taken, to, hops); next != nil {
				heap.Push(candidates, next)
			}
		}
	}
	return found, nil
}

// A way is the best one to the end from some node.
type way struct {
	cost int64
	hops int
	next int
}

func (w way) compare(v way) int {
	return cmp.Or(cmp.Compare(w.cost, v.cost), cmp.Compare(w.hops, v.hops), cmp.Compare(w.next, v.next))
}

var noWay = way{cost: math.MaxInt64}

// from gives the best route that begins as root does and goes on by none of the
// taken arcs; nil if there is none.
func (g *weights) from(root []int, taken map[int]bool, to, hops int) *route {
	closed := make([]bool, len(g.arcs))
	for _, n := range root {
		closed[n] = true
	}
	spur := root[len(root)-1]
	ways := g.ways(closed, to, hops-len(root)) // one hop is the spur's own
	best := noWay
	for _, a := range g.arcs[spur] {
		if taken[a.to] || closed[a.to] || len(ways) == 0 {
			continue
		}
		if w := g.on(a, ways[len(ways)-1], to); w.compare(best) < 0 {
			best = w
		}
	}
	if best == noWay {
		return nil
	}
	r := &route{nodes: append(slices.Clone(root), best.next), cost: g.cost(root) + best.cost, left: len(root) - 1}
	for h := len(ways) - 1; r.nodes[len(r.nodes)-1] != to; h-- {
		r.nodes = append(r.nodes, ways[h][r.nodes[len(r.nodes)-1]].next)
	}
	return r
}

// on is the way over the arc, and on from there.
func (g *weights) on(a arc, rest []way, to int) way {
	w := rest[a.to]
	if w == noWay {
		return noWay
	}
	w = way{w.cost + a.cost, w.hops + 1, a.to}
	if a.to != to {
		w.cost += g.pass[a.to]
	}
	return w
}

// ways gives, for each number of hops up to the one given, the best way to the end
// from every node that is not closed. A best way has no loop: every arc costs
// something.
func (g *weights) ways(closed []bool, to, hops int) [][]way {
	if hops < 0 {
		return nil
	}
	ways := make([][]way, hops+1)
	ways[0] = make([]way, len(g.arcs))
	for n := range ways[0] {
		ways[0][n] = noWay
	}
	ways[0][to] = way{next: to}
	for h := 1; h <= hops; h++ {
		ways[h] = slices.Clone(ways[h-1])
		for n, arcs := range g.arcs {
			if closed[n] || n == to {
				continue
			}
			for _, a := range arcs {
				if w := g.on(a, ways[h-1], to); w.compare(ways[h][n]) < 0 {
					ways[h][n] = w
				}
			}
		}
	}
	return ways
}

// cost is that of the beginning of a route, with passing through its last node.
func (g *weights) cost(root []int) (sum int64) {
	for i, n := range root[1:] {
		for _, a := range g.arcs[root[i]] {
			if a.to == n {
				sum += a.cost + g.pass[n]
			}
		}
	}
	return sum
}

// routes are a heap of candidates.
type routes []*route

func (r routes) Len() int           { return len(r) }
func (r routes) Less(i, j int) bool { return r[i].compare(r[j]) < 0 }
func (r routes) Swap(i, j int)      { r[i], r[j] = r[j], r[i] }
func (r *routes) Push(x any)        { *r = append(*r, x.(*route)) }

func (r *routes) Pop() any {
	last := (*r)[len(*r)-1]
	*r = (*r)[:len(*r)-1]
	return last
}
