package graph_test

// paths_test.go holds paths to every path there is, walked over the small graph's
// relationships as they are: between any two entities, with few and many hops,
// with something to avoid, by the usual types and by all.

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"testing"
)

// A walker knows the relationships that a path may lead over.
type walker struct {
	near    map[string]map[string]int64 // the sources of the strongest
	degree  map[string]int64
	country map[string]bool
}

type walked struct {
	nodes []string
	cost  float64
}

func TestPathsAreTheFirstOfAll(t *testing.T) {
	db := smallGraph(t)
	e := db.engine(t)
	usual := []any{"PARTY_TO", "MEMBER_OF", "LEADS", "GUIDES", "SUPPORTS", "ORGANIZED", "ATTENDED", "SPOKE_AT", "SIGNED_AT", "WORKS_FOR", "PART_OF", "APPROVED"}
	type answer struct {
		Paths []struct {
			Score float64
			Steps []struct{ From, To struct{ ID string } }
		}
	}
	for _, through := range []any{usual, nil} {
		w := walker{map[string]map[string]int64{}, map[string]int64{}, map[string]bool{"CN": true, "AU": true, "GB": true}}
		for _, row := range db.Run(t, `MATCH (a:Entity)-[r]-(b:Entity)
			WHERE NOT type(r) ENDS WITH '_INFERRED' AND ($through IS NULL OR type(r) IN $through)
			RETURN a.id AS a, b.id AS b, size([b IN coalesce(r.bases, [r.basis]) WHERE b IN ['STATED', 'IMPLIED']]) AS sources`, map[string]any{"through": through}) {
			w.add(row["a"].(string), row["b"].(string), row["sources"].(int64))
		}
		ids := []string{"alpha", "beta", "gamma", "delta", "epsilon", "zeta", "ann", "meeting", "ag-2", "ag-3", "AU", "news"}
		compared := 0
		for i, from := range ids {
			for _, to := range ids[i+1:] {
				for _, hops := range []int{1, 3, 4, 6} {
					avoid := ids[(i+hops)%len(ids)]
					if avoid == from || avoid == to {
						avoid = "town"
					}
					want := w.all([]string{from}, to, 0, hops, avoid, through == nil)
					want = want[:min(7, len(want))]
					got := answerTo[answer](t, e, `query Q($from: ID!, $to: ID!, $hops: Int, $avoid: [ID!], $through: [RelationshipType!]) {
						paths(from: $from, to: $to, maxHops: $hops, avoid: $avoid, through: $through, first: 7) { score steps { from { id } to { id } } }
					}`, map[string]any{"from": from, "to": to, "hops": hops, "avoid": []any{avoid}, "through": through})
					if len(got.Paths) != len(want) {
						t.Fatalf("from %s to %s in %d hops without %s: %d paths, want %d", from, to, hops, avoid, len(got.Paths), len(want))
					}
					for at, path := range got.Paths {
						nodes := []string{from}
						for _, step := range path.Steps {
							if step.From.ID != nodes[len(nodes)-1] {
								t.Fatalf("the steps of %v do not hang together", path)
							}
							nodes = append(nodes, step.To.ID)
						}
						if !slices.Equal(nodes, want[at].nodes) || math.Abs(path.Score*want[at].cost-1) > 1e-5 {
							t.Errorf("from %s to %s in %d hops without %s: path %d is %v with score %v, want %v with cost %v", from, to, hops, avoid, at, nodes, path.Score, want[at].nodes, want[at].cost)
						}
						compared++
					}
				}
			}
		}
		if compared < 200 {
			t.Errorf("only %d paths were compared", compared)
		}
	}
}

func (w *walker) add(a, b string, sources int64) {
	w.degree[a]++
	if w.near[a] == nil {
		w.near[a] = map[string]int64{}
	}
	w.near[a][b] = max(w.near[a][b], sources)
}

// micro rounds a cost to six decimals, as each part of a path's cost is.
func micro(cost float64) float64 { return math.Round(cost*1e6) / 1e6 }

// all walks on from what was walked, and puts what arrives in order.
func (w *walker) all(nodes []string, to string, cost float64, hops int, avoid string, countries bool) (found []walked) {
	for next, sources := range w.near[nodes[len(nodes)-1]] {
		on := cost + micro(1/(1+math.Log2(float64(sources))))
		so := append(slices.Clone(nodes), next)
		switch {
		case hops == 0 || next == avoid || slices.Contains(nodes, next):
		case next == to:
			found = append(found, walked{so, on})
		case countries || !w.country[next]:
			found = append(found, w.all(so, to, on+micro(math.Log2(float64(max(w.degree[next], 2))/2)), hops-1, avoid, countries)...)
		}
	}
	slices.SortFunc(found, func(p, q walked) int {
		return cmp.Or(cmp.Compare(math.Round(p.cost*1e6), math.Round(q.cost*1e6)), len(p.nodes)-len(q.nodes), strings.Compare(strings.Join(p.nodes, "\x00"), strings.Join(q.nodes, "\x00")))
	})
	return found
}
