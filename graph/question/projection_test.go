package question

// projection_test.go holds what is computed on a projection to gonum over its own
// graphs, to definitions, and to being the same twice.

import (
	"context"
	"errors"
	"math"
	"reflect"
	"strconv"
	"testing"

	"gonum.org/v1/gonum/graph/community"
	gonum "gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"
	"pgregory.net/rapid"
)

// drawProjection draws a network, and makes the same one of gonum's parts.
func drawProjection(t *rapid.T) (*projection, *simple.WeightedUndirectedGraph) {
	n := rapid.IntRange(1, 12).Draw(t, "organizations")
	p, theirs := &projection{}, simple.NewWeightedUndirectedGraph(0, 0)
	for i := range n {
		p.ids = append(p.ids, strconv.Itoa(i))
		theirs.AddNode(simple.Node(i))
	}
	for a := range n {
		for b := a + 1; b < n; b++ {
			if rapid.IntRange(0, 2).Draw(t, "tied") == 0 {
				shared := rapid.Int64Range(1, 4).Draw(t, "shared")
				p.pairs = append(p.pairs, pair{a, b, shared})
				theirs.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(a), T: simple.Node(b), W: float64(shared)})
			}
		}
	}
	p.connect()
	return p, theirs
}

func TestCentralityAgreesWithGonum(t *testing.T) {
	ctx := context.Background()
	rapid.Check(t, func(t *rapid.T) {
		p, theirs := drawProjection(t)
		between, _ := p.betweenness(ctx)
		want := gonum.Betweenness(theirs)
		cores := p.cores(ctx)
		rank, _ := p.pageRank(ctx)
		ranks := gonum.PageRankSparse(bothWays(p), damping, tolerance)
		for i := range p.ids {
			if math.Abs(between[i]-want[int64(i)]/2) > 1e-9 {
				t.Errorf("betweenness of %d: %v, gonum's %v", i, between[i], want[int64(i)]/2)
			}
			if core := p.coreOf(i); cores[i] != core {
				t.Errorf("%d is in a %v-core, not in a %v-core", i, core, cores[i])
			}
			if math.Abs(rank[i]-ranks[int64(i)]) > 1e-6 {
				t.Errorf("rank of %d: %v, gonum's %v", i, rank[i], ranks[int64(i)])
			}
		}
		if again, _ := p.pageRank(ctx); !reflect.DeepEqual(rank, again) {
			t.Errorf("another time %v, and not %v", again, rank)
		}
	})
}

// bothWays is the network as gonum's PageRank wants it.
func bothWays(p *projection) *simple.WeightedDirectedGraph {
	g := simple.NewWeightedDirectedGraph(0, 0)
	for i := range p.ids {
		g.AddNode(simple.Node(i))
	}
	for _, q := range p.pairs {
		g.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(q.a), T: simple.Node(q.b), W: float64(q.shared)})
		g.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(q.b), T: simple.Node(q.a), W: float64(q.shared)})
	}
	return g
}

// coreOf takes away who has fewer than k partners left, for each k in turn, until
// the organization itself has gone.
func (p *projection) coreOf(n int) float64 {
	for k := 1; ; k++ {
		left := map[int]bool{}
		for i := range p.ids {
			left[i] = true
		}
		for changed := true; changed; {
			changed = false
			for i := range left {
				partners := 0
				for _, other := range p.near[i] {
					if left[other] {
						partners++
					}
				}
				if partners < k {
					delete(left, i)
					changed = true
				}
			}
		}
		if !left[n] {
			return float64(k - 1)
		}
	}
}

func TestModularityAgreesWithGonum(t *testing.T) {
	ctx := context.Background()
	rapid.Check(t, func(t *rapid.T) {
		p, theirs := drawProjection(t)
		groups, modularity, err := p.communities(ctx)
		if err != nil {
			t.Fatal(err)
		}
		again, _, _ := p.communities(ctx)
		if !reflect.DeepEqual(groups, again) {
			t.Fatalf("another time %v, and not %v", again, groups)
		}
		if len(p.pairs) == 0 {
			return
		}
		places := map[int]int{}
		for i, group := range groups {
			for _, n := range group {
				places[n] = i
			}
		}
		for i, partners := range p.near {
			if _, placed := places[i]; placed != (len(partners) > 0) {
				t.Fatalf("%d with %d partners is in a community: %v", i, len(partners), placed)
			}
		}
		part, _ := p.connected()
		want := community.Q(partners{ctx, part}, community.Modularize(partners{ctx, part}, resolution, &steps{ctx, newSource()}).Communities(), resolution)
		if math.Abs(modularity.(float64)-want) > 1e-9 {
			t.Fatalf("modularity %v, gonum's %v (%v)", modularity, want, theirs)
		}
	})
}

func TestComputationsEndWithTheirContext(t *testing.T) {
	p := &projection{ids: []string{"a", "b", "c"}, pairs: []pair{{0, 1, 1}, {1, 2, 1}}}
	p.connect()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, measure := range []string{"PAGERANK", "BETWEENNESS", "KCORE"} {
		if _, _, err := p.centrality(ctx, measure); err == nil {
			t.Error(measure, "went on")
		}
	}
	if _, _, err := p.communities(ctx); !errors.Is(err, errStopped) {
		t.Error("communities:", err)
	}
}
