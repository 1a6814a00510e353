package question

// shortest_test.go holds the shortest paths to every path there is, on random
// graphs small enough to walk all of them, and to gonum's Yen where hops do not
// bound them.

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"
	"pgregory.net/rapid"
)

// drawWeights draws a graph in which many paths cost the same.
func drawWeights(t *rapid.T, nodes int) *weights {
	g := &weights{arcs: make([][]arc, nodes), pass: make([]int64, nodes)}
	for a := range nodes {
		g.pass[a] = rapid.Int64Range(0, 3).Draw(t, "pass")
		for b := range a {
			if rapid.IntRange(0, 2).Draw(t, "tied") > 0 {
				cost := rapid.Int64Range(1, 3).Draw(t, "cost")
				g.arcs[a] = append(g.arcs[a], arc{b, cost})
				g.arcs[b] = append(g.arcs[b], arc{a, cost})
			}
		}
	}
	return g
}

// all walks every path of at most so many hops, and puts them in order.
func (g *weights) all(to, hops int, so route) (found []*route) {
	at := so.nodes[len(so.nodes)-1]
	if at == to {
		return []*route{{nodes: slices.Clone(so.nodes), cost: so.cost}}
	}
	if hops == 0 {
		return nil
	}
	for _, a := range g.arcs[at] {
		if slices.Contains(so.nodes, a.to) {
			continue
		}
		cost := so.cost + a.cost
		if a.to != to {
			cost += g.pass[a.to]
		}
		found = append(found, g.all(to, hops-1, route{nodes: append(so.nodes[:len(so.nodes):len(so.nodes)], a.to), cost: cost})...)
	}
	slices.SortFunc(found, (*route).compare)
	return found
}

func TestShortestAreTheFirstOfAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawWeights(t, rapid.IntRange(2, 7).Draw(t, "nodes"))
		hops, k := rapid.IntRange(0, 7).Draw(t, "hops"), rapid.IntRange(0, 40).Draw(t, "k")
		want := g.all(1, hops, route{nodes: []int{0}})
		want = want[:min(k, len(want))]
		got, err := g.shortest(context.Background(), 0, 1, hops, k)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.EqualFunc(got, want, func(a, b *route) bool { return a.compare(b) == 0 }) {
			t.Fatalf("%d hops, the first %d of %+v: got %v, want %v", hops, k, g, shown(got), shown(want))
		}
	})
}

// TestShortestAgreesWithGonum compares costs: of equal ones gonum may take others.
func TestShortestAgreesWithGonum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, k := rapid.IntRange(2, 9).Draw(t, "nodes"), rapid.IntRange(1, 12).Draw(t, "k")
		g := drawWeights(t, n)
		theirs := simple.NewWeightedDirectedGraph(0, math.Inf(1))
		for node := range n {
			theirs.AddNode(simple.Node(node))
		}
		for from, arcs := range g.arcs {
			for _, a := range arcs {
				w := a.cost
				if a.to != 1 {
					w += g.pass[a.to]
				}
				theirs.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(from), T: simple.Node(a.to), W: float64(w)})
			}
		}
		var want []int64
		for _, nodes := range path.YenKShortestPaths(theirs, k, math.Inf(1), simple.Node(0), simple.Node(1)) {
			sum := 0.0
			for i := range nodes[1:] {
				w, _ := theirs.Weight(nodes[i].ID(), nodes[i+1].ID())
				sum += w
			}
			want = append(want, int64(sum))
		}
		routes, err := g.shortest(context.Background(), 0, 1, n, k)
		if err != nil {
			t.Fatal(err)
		}
		var got []int64
		for _, r := range routes {
			got = append(got, r.cost)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("the first %d of %+v cost %v, gonum's %v", k, g, got, want)
		}
	})
}

func TestShortestEndsWithItsContext(t *testing.T) {
	g := &weights{arcs: [][]arc{{{1, 1}, {2, 1}}, {{0, 1}, {2, 1}}, {{0, 1}, {1, 1}}}, pass: make([]int64, 3)}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := g.shortest(ctx, 0, 1, 3, 2); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
}

// TestCostsAreThoseOfTheSchema holds the numbers that Path.score documents.
func TestCostsAreThoseOfTheSchema(t *testing.T) {
	for _, c := range []struct{ got, want int64 }{
		{stepCost(1), unit}, {stepCost(2), unit / 2}, {stepCost(0), unit},
		{passCost(2), 0}, {passCost(1), 0}, {passCost(4), unit}, {passCost(153), 6257388},
	} {
		if c.got != c.want {
			t.Errorf("%d, want %d", c.got, c.want)
		}
	}
}

func shown(routes []*route) (list []route) {
	for _, r := range routes {
		list = append(list, *r)
	}
	return list
}
