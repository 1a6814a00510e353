package question

// projection_test.go holds what is computed on a projection to gonum over its own
// graphs, to definitions, and to being the same twice.

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"gonum.org/v1/gonum/graph"
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

// TestComputationsAreBounded gives each more than it may have.
func TestComputationsAreBounded(t *testing.T) {
	many := make([]any, maxTies/2+1)
	for i := range many {
		many[i] = strconv.Itoa(i)
	}
	var ways []any
	for _, id := range many {
		ways = append(ways, []any{id, int64(1)})
	}
	crowd := many[:7000] // 24,496,500 pairs
	for want, ask := range map[string]func() error{
		"the organizations meet in their agreements more than 20000000 times, which is the most that is computed; ask for fewer kinds or agreementKinds": func() error {
			_, err := project(t.Context(), func(context.Context, string, map[string]any) ([]any, error) { return []any{crowd, []any{crowd}}, nil }, 1)
			return err
		},
		"between the two lie more than 1000000 ties, which is the most that is searched; ask for fewer hops, or name in `through` what may be followed": func() error {
			step := []any{[]any{[]any{"a", int64(1), ways}}}
			return newVicinity("a", "b", nil, nil, true).grow(t.Context(), func(context.Context, string, map[string]any) ([]any, error) { return step, nil }, 2)
		},
	} {
		err := ask()
		if bound, is := errors.AsType[*BoundError](err); !is || bound.Message != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestCentralityAgreesWithGonum(t *testing.T) {
	ctx := context.Background()
	rapid.Check(t, func(t *rapid.T) {
		p, theirs := drawProjection(t)
		between, _ := p.betweenness(ctx)
		want := gonum.Betweenness(theirs)
		cores, _ := p.cores(ctx)
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

// TestCommunitiesAgreeWithGonum holds how modular we say that a network is to what
// gonum says of our communities, and these to their law: nobody would raise that by
// going over to the community of a partner.
func TestCommunitiesAgreeWithGonum(t *testing.T) {
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
		most := community.Q(theirs, nodesOf(groups), 1)
		if math.Abs(modularity.(float64)-most) > 1e-9 {
			t.Fatalf("modularity %v, gonum's %v", modularity, most)
		}
		for i, partners := range p.near {
			for _, other := range partners {
				if from, to := places[i], places[other]; from != to {
					moved := slices.Clone(groups)
					moved[from] = slices.DeleteFunc(slices.Clone(groups[from]), func(n int) bool { return n == i })
					moved[to] = append(slices.Clone(groups[to]), i)
					if q := community.Q(theirs, nodesOf(moved), 1); q > most+1e-9 {
						t.Fatalf("%v has modularity %v; with %d at the side of %d it would be %v", groups, most, i, other, q)
					}
				}
			}
		}
	})
}

// nodesOf are the groups as gonum has them; one that is empty is none.
func nodesOf(groups [][]int) (found [][]graph.Node) {
	for _, group := range groups {
		var nodes []graph.Node
		for _, n := range group {
			nodes = append(nodes, simple.Node(n))
		}
		if nodes != nil {
			found = append(found, nodes)
		}
	}
	return found
}

// TestCommunitiesAreAsGoodAsGonums hides groups in networks, the fewer ties within
// and the more between the better, and holds the modularity of what is found to
// that of what gonum's Louvain method finds.
func TestCommunitiesAreAsGoodAsGonums(t *testing.T) {
	ours, theirs := 0.0, 0.0
	for seed := range uint64(40) {
		random := rand.New(rand.NewPCG(seed, 1))
		p, g := &projection{}, simple.NewWeightedUndirectedGraph(0, 0)
		size, within, between := 5+random.IntN(15), 0.2+0.6*random.Float64(), 0.02+0.08*random.Float64()
		for a := range 6 * size {
			p.ids = append(p.ids, strconv.Itoa(a))
			for b := a + 1; b < 6*size; b++ {
				chance := between
				if a/size == b/size {
					chance = within
				}
				if random.Float64() < chance {
					shared := 1 + random.Int64N(3)
					p.pairs = append(p.pairs, pair{a, b, shared})
					g.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(a), T: simple.Node(b), W: float64(shared)})
				}
			}
		}
		p.connect()
		_, modularity, err := p.communities(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		their := community.Q(g, community.Modularize(g, 1, rand.NewPCG(seed, 2)).Communities(), 1)
		ours, theirs = ours+modularity.(float64), theirs+their
		if modularity.(float64) < their-0.03 {
			t.Errorf("network %d: modularity %v, gonum's %v", seed, modularity, their)
		}
	}
	t.Logf("modularity %.4f, gonum's %.4f", ours/40, theirs/40)
	if ours < theirs {
		t.Errorf("modularity %.4f on an average, gonum's %.4f", ours/40, theirs/40)
	}
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
	if _, _, err := p.communities(ctx); !errors.Is(err, context.Canceled) {
		t.Error("communities:", err)
	}
}

func TestWhatWasAskedForIsDescribed(t *testing.T) {
	for want, args := range map[string]Args{
		"organizations of any kind; agreements of any kind, and not merely planned; pairs that share 1 or more; statements that are IMPLIED or firmer": {"statements": "IMPLIED or firmer"},
		"organizations that are Institution or Enterprise; agreements that are nothing, and not merely planned; pairs that share 2 or more; statements that are INFERRED or firmer": {
			"kinds": []any{"Institution", "Institution_INFERRED", "Enterprise", "Enterprise_INFERRED"}, "agreementKinds": []any{}, "minShared": int64(2), "statements": "INFERRED or firmer",
		},
	} {
		if got := described(args); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
