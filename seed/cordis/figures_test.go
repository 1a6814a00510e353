package cordis

// figures_test.go asks a database that holds only the graph of Horizon 2020 what
// Go computes, and compares: with the figures that were published of it, and with
// every path there is between two of its hubs, in the time that they may take.
// `make figures` runs it.

import (
	"cmp"
	"context"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"guanxi/graph"
	"guanxi/graph/graphtest"
	"guanxi/schema"
)

// bound is how long two hubs, or a hopeless pair, may take.
const bound = 300 * time.Millisecond

func TestFigures(t *testing.T) {
	if !*measure {
		t.Skip("holds times, and takes minutes: make figures")
	}
	h := load(t)
	t.Run("network", h.network)
	t.Run("paths", h.paths)
	t.Run("measures", h.measures)
}

// h2020 is the graph, and the engine over it.
type h2020 struct {
	t  *testing.T
	db *graphtest.DB
	*graph.Engine
}

// load imports the grants into a database of the test's own, with an engine over it.
func load(t *testing.T) *h2020 {
	folder := data(t)
	db := graphtest.Open(t)
	if _, err := Import(context.Background(), db.Driver, db.Database, folder, nil); err != nil {
		t.Fatal(err)
	}
	api, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	e, err := graph.New(api, db.Driver, graph.Options{Database: db.Database})
	if err != nil {
		t.Fatal(err)
	}
	return &h2020{t, db, e}
}

// ask answers into v, and tells how long it took.
func (h *h2020) ask(t *testing.T, query string, v any) time.Duration {
	t.Helper()
	r, faults := h.Parse(query, "", nil)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	start := time.Now()
	answer, err := h.Answer(context.Background(), r)
	took := time.Since(start)
	if err != nil || len(answer.Errors) > 0 {
		t.Fatal(query, err)
	}
	if err := json.Unmarshal(answer.Data, v); err != nil {
		t.Fatal(err)
	}
	return took
}

// network holds the published figures.
func (h *h2020) network(t *testing.T) {
	type figures struct {
		Organizations, Pairs, CoParticipations, Isolated int
		Components                                       []struct{ Size int }
	}
	var got struct{ All, Recurring figures }
	took := h.ask(t, `{
		all: network { organizations pairs coParticipations isolated components { size } }
		recurring: network(minShared: 2) { pairs components { size } }
	}`, &got)
	t.Logf("both in %v", took.Round(time.Millisecond))
	for _, f := range []struct {
		what      string
		got, want int
	}{
		{"organisations", got.All.Organizations, 12_326},
		{"co-participations", got.All.CoParticipations, 196_436},
		{"pairs", got.All.Pairs, 170_120},
		{"organisations without a partner", got.All.Isolated, 1_246},
		{"pairs that share two or more", got.Recurring.Pairs, 16_289},
		{"organisations in the giant component of those", got.Recurring.Components[0].Size, 2_069},
	} {
		t.Logf("%7d %s", f.got, f.what)
		if f.got != f.want {
			t.Errorf("%d %s, want %d", f.got, f.what, f.want)
		}
	}
}

// pathsQuery asks for paths between two organisations.
const pathsQuery = `{ paths(from: "FROM", to: "TO", first: 20) { hops score steps { from { id } relationship { type evidence { locator } } to { id } } } }`

// paths compares with all paths between hubs, and holds the time.
func (h *h2020) paths(t *testing.T) {
	g := h.read(t)
	hubs := g.hubs()
	for _, c := range []struct {
		what, from, to string
		none           bool
	}{
		{"the two greatest hubs", hubs[0], hubs[1], false},
		{"the third and the fourth hub", hubs[2], hubs[3], false},
		{"a hub and one of few agreements", hubs[0], hubs[len(hubs)-2], false},
		{"a hub and one without partners", hubs[0], g.lone(), true},
		{"a hub and one too far away", hubs[0], g.far(hubs[0]), true},
	} {
		query := strings.NewReplacer("FROM", c.from, "TO", c.to).Replace(pathsQuery)
		var got struct {
			Paths []struct {
				Hops  int
				Score float64
				Steps []struct {
					From, To struct{ ID string }
				}
			}
		}
		for range 10 { // planned, read from the disk, and compiled by Java
			h.ask(t, query, &got)
		}
		took := h.ask(t, query, &got)
		for range 4 {
			took = min(took, h.ask(t, query, &got))
		}
		t.Logf("%s (%d and %d agreements): %d paths in %v", c.what, len(g.near[c.from]), len(g.near[c.to]), len(got.Paths), took.Round(time.Millisecond))
		if took > bound {
			t.Errorf("%s: %v, want %v at most", c.what, took, bound)
		}
		want := g.all(c.from, c.to)
		if c.none != (len(want) == 0) {
			t.Errorf("%s: %d paths in the graph", c.what, len(want))
		}
		want = want[:min(20, len(want))]
		if len(got.Paths) != len(want) {
			t.Fatalf("%s: %d paths, want %d", c.what, len(got.Paths), len(want))
		}
		for i, path := range got.Paths {
			nodes := []string{path.Steps[0].From.ID}
			for _, step := range path.Steps {
				nodes = append(nodes, step.To.ID)
			}
			if !slices.Equal(nodes, want[i].nodes) || math.Abs(path.Score*want[i].cost-1) > 1e-4 {
				t.Errorf("%s: path %d is %v with score %v, want %v with cost %v", c.what, i, nodes, path.Score, want[i].nodes, want[i].cost)
			}
		}
	}
}

// A bipartite graph: organisations and their agreements, by their ids.
type bipartite struct{ near map[string][]string }

func (h *h2020) read(t *testing.T) bipartite {
	g := bipartite{map[string][]string{}}
	for _, row := range h.db.Run(t, "MATCH (o:Organization)-[:PARTY_TO]->(a:Agreement) RETURN o.id AS o, a.id AS a ORDER BY a, o", nil) {
		o, a := row["o"].(string), row["a"].(string)
		g.near[o] = append(g.near[o], a)
		g.near[a] = append(g.near[a], o)
	}
	return g
}

// hubs are the organisations, those with the most agreements first.
func (g bipartite) hubs() (ids []string) {
	for id := range g.near {
		if !strings.HasPrefix(id, "grant:") {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(len(g.near[b])-len(g.near[a]), strings.Compare(a, b)) })
	return ids
}

// lone is an organisation that has no partner.
func (g bipartite) lone() string {
	for _, id := range slices.Backward(g.hubs()) {
		if !slices.ContainsFunc(g.near[id], func(agreement string) bool { return len(g.near[agreement]) > 1 }) {
			return id
		}
	}
	return ""
}

// far is of the organisations that have partners, but no path to the hub, the one
// with the most agreements.
func (g bipartite) far(hub string) string {
	for _, id := range g.hubs() {
		partnered := slices.ContainsFunc(g.near[id], func(agreement string) bool { return len(g.near[agreement]) > 1 })
		if id != hub && partnered && len(g.all(hub, id)) == 0 {
			return id
		}
	}
	return ""
}

type wholePath struct {
	nodes []string
	cost  float64
}

// all walks every path of two or four hops between two organisations, and puts
// them in order: by cost, hops, and nodes.
func (g bipartite) all(from, to string) (paths []wholePath) {
	pass := func(id string) float64 { return math.Round(1e6*math.Log2(float64(max(len(g.near[id]), 2))/2)) / 1e6 }
	last := map[string]bool{}
	for _, b := range g.near[to] {
		last[b] = true
	}
	for _, a := range g.near[from] {
		if last[a] {
			paths = append(paths, wholePath{[]string{from, a, to}, 2 + pass(a)})
		}
		for _, x := range g.near[a] {
			if x == from || x == to {
				continue
			}
			for _, b := range g.near[x] {
				if b != a && last[b] {
					paths = append(paths, wholePath{[]string{from, a, x, b, to}, 4 + pass(a) + pass(x) + pass(b)})
				}
			}
		}
	}
	slices.SortFunc(paths, func(p, q wholePath) int {
		return cmp.Or(cmp.Compare(math.Round(p.cost*1e6), math.Round(q.cost*1e6)), len(p.nodes)-len(q.nodes), slices.Compare(p.nodes, q.nodes))
	})
	return paths
}

// measures are asked twice: what is computed on one projection is one.
func (h *h2020) measures(t *testing.T) {
	for _, query := range []string{
		`{ centrality(measure: DEGREE, first: 3) { computed { organizations pairs projection } ranking { rank score organization { name } } } }`,
		`{ centrality(measure: PAGERANK, first: 3) { computed { organizations pairs projection } ranking { rank score organization { name } } } }`,
		`{ centrality(measure: KCORE, first: 3) { computed { organizations pairs projection } ranking { rank score organization { name } } } }`,
		`{ centrality(measure: BETWEENNESS, minShared: 2, first: 3) { computed { organizations pairs projection } ranking { rank score organization { name } } } }`,
		`{ centrality(measure: BETWEENNESS, first: 3) { computed { organizations pairs projection } ranking { rank score organization { name } } } }`,
		`{ communities(first: 3, members: 2) { modularity count communities { size members { name } } computed { pairs projection } } }`,
		`{ communities(minShared: 2, first: 3, members: 2) { modularity count communities { size members { name } } computed { pairs projection } } }`,
	} {
		var one, two json.RawMessage
		h.ask(t, query, &one)
		took := h.ask(t, query, &two)
		t.Logf("in %v: %s", took.Round(time.Millisecond), two)
		if string(one) != string(two) {
			t.Errorf("twice the same, two answers:\n%s\n%s", one, two)
		}
	}
}
