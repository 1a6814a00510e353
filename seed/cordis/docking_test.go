package cordis

// docking_test.go holds docking to account on the graph of Horizon 2020. Of the
// pairs of organisations that share two grants or more, a tenth is hidden: one end
// is taken out of every grant that the two share, so that they are no longer
// partners. Then those that lost a partner are asked whom they might approach.
// `make docking` runs it.
//
// One draw is for choosing how docking scores (tuned), the other for judging it
// (judged). The rivals choose among the same candidates: those who share a partner
// with the one that asks, and are none themselves.

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

const (
	tuned, judged = 1, 2 // the seeds
	asked         = 200  // how many are asked through GraphQL
	wanted        = 10   // how many suggestions are looked at
)

var measure = flag.Bool("measure", false, "compute on the tables of GUANXI_DATA, in minutes: the published figures, and how many hidden partners docking finds")

func TestDocking(t *testing.T) {
	if !*measure {
		t.Skip("takes minutes: make docking")
	}
	h := load(t)
	whole := h.read(t)
	choose, judge := whole.hide(tuned), whole.hide(judged)
	t.Logf("%-40s %s", "the draw for choosing", header)
	for _, o := range options {
		t.Logf("%-40s %s", o.what, choose.judge(choose.askers, func(one int) []int { return choose.first(one, o.score(choose, one)) }))
	}

	h.db.Run(t, "UNWIND $gone AS pair MATCH (:Entity {id: pair[0]})-[r:PARTY_TO]->(:Entity {id: pair[1]}) DELETE r", map[string]any{"gone": judge.gone})
	askers := judge.askers[:asked]
	t.Logf("%-40s %s", fmt.Sprintf("the draw for judging: %d of %d askers", asked, len(judge.askers)), header)
	docked := judge.judge(askers, func(one int) []int { return h.dock(t, judge, one) })
	t.Logf("%-40s %s", "docking, asked through GraphQL", docked)
	for _, o := range options {
		got := judge.judge(askers, func(one int) []int { return judge.first(one, o.score(judge, one)) })
		t.Logf("%-40s %s", o.what, got)
		if o.rival && docked.precision <= got.precision {
			t.Errorf("docking has a precision of %.4f, and %s %.4f: it has to have more", docked.precision, o.what, got.precision)
		}
	}
}

// dock asks for suggestions. They have to be those that the same sum gives here.
func (h *h2020) dock(t *testing.T, d *draw, one int) (found []int) {
	t.Helper()
	var got struct {
		Docking []struct {
			Organization struct{ ID string }
			Score        float64
		}
	}
	h.ask(t, fmt.Sprintf("{ docking(for: %q, first: %d) { organization { id } score } }", d.ids[one], wanted), &got)
	scores := d.flow(one)
	want := d.first(one, scores)
	for i, match := range got.Docking {
		other, known := slices.BinarySearch(d.ids, match.Organization.ID)
		if i >= len(want) || !known || math.Abs(scores[other]-scores[want[i]]) > 1e-6 || math.Abs(match.Score-scores[other]) > 1e-6 {
			t.Fatalf("%s: suggestion %d is %s with %v, want %d: %v with %v", d.ids[one], i+1, match.Organization.ID, match.Score, len(want), want, scores[other])
		}
		found = append(found, other)
	}
	if len(found) != len(want) {
		t.Fatalf("%s: %d suggestions, want %d", d.ids[one], len(found), len(want))
	}
	return found
}

// A draw is the graph of which a tenth of the recurring pairs is hidden.
// Organisations and grants are their places among all, in the order of their ids.
type draw struct {
	ids      []string
	grants   [][]int // of each organisation
	parties  [][]int // of each grant
	partners [][]int // of each organisation
	hidden   map[int]map[int]bool
	gone     []any // the participations that were taken away, by ids
	askers   []int // who lost a partner, in an order by chance
}

// hide takes one end of each hidden pair out of every grant that the two share.
func (g bipartite) hide(seed uint64) *draw {
	d := &draw{hidden: map[int]map[int]bool{}}
	var grants []string
	for _, id := range slices.Sorted(maps.Keys(g.near)) {
		if strings.HasPrefix(id, "grant:") {
			grants = append(grants, id)
		} else {
			d.ids = append(d.ids, id)
		}
	}
	shared := map[[2]int][]int{}
	for n, id := range grants {
		parties := make([]int, len(g.near[id]))
		for i, other := range g.near[id] {
			parties[i], _ = slices.BinarySearch(d.ids, other)
		}
		slices.Sort(parties)
		d.parties = append(d.parties, parties)
		for i, a := range parties {
			for _, b := range parties[i+1:] {
				shared[[2]int{a, b}] = append(shared[[2]int{a, b}], n)
			}
		}
	}
	maps.DeleteFunc(shared, func(_ [2]int, grants []int) bool { return len(grants) < 2 })
	recurring := slices.SortedFunc(maps.Keys(shared), func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	chance := rand.New(rand.NewPCG(seed, 0))
	chance.Shuffle(len(recurring), func(i, j int) { recurring[i], recurring[j] = recurring[j], recurring[i] })
	for _, pair := range recurring[:len(recurring)/10] {
		leaves := pair[chance.IntN(2)]
		for _, grant := range shared[pair] {
			if i, still := slices.BinarySearch(d.parties[grant], leaves); still {
				d.parties[grant] = slices.Delete(d.parties[grant], i, i+1)
				d.gone = append(d.gone, []any{d.ids[leaves], grants[grant]})
			}
		}
		for i, end := range pair {
			if d.hidden[end] == nil {
				d.hidden[end] = map[int]bool{}
			}
			d.hidden[end][pair[1-i]] = true
		}
	}
	d.connect()
	d.askers = slices.Sorted(maps.Keys(d.hidden))
	chance.Shuffle(len(d.askers), func(i, j int) { d.askers[i], d.askers[j] = d.askers[j], d.askers[i] })
	return d
}

// connect lists the grants and the partners of each organisation.
func (d *draw) connect() {
	d.grants, d.partners = make([][]int, len(d.ids)), make([][]int, len(d.ids))
	for grant, parties := range d.parties {
		for _, one := range parties {
			d.grants[one] = append(d.grants[one], grant)
			d.partners[one] = append(d.partners[one], parties...)
		}
	}
	for one, partners := range d.partners {
		slices.Sort(partners)
		d.partners[one] = slices.DeleteFunc(slices.Compact(partners), func(other int) bool { return other == one })
	}
}

// A verdict is what a ranking is worth, on the average over those who ask.
type verdict struct{ precision, hit, recall float64 }

const header = "precision   hit  recall at 10"

func (v verdict) String() string {
	return fmt.Sprintf("%9.4f %5.3f %7.3f", v.precision, v.hit, v.recall)
}

// judge counts the hidden partners among the first ten that each is told of.
func (d *draw) judge(askers []int, first func(one int) []int) (v verdict) {
	for _, one := range askers {
		found := 0
		for _, other := range first(one) {
			if d.hidden[one][other] {
				found++
			}
		}
		v.precision += float64(found) / wanted
		v.recall += float64(found) / float64(len(d.hidden[one]))
		v.hit += float64(min(found, 1))
	}
	n := float64(len(askers))
	return verdict{v.precision / n, v.hit / n, v.recall / n}
}

// options are the ways to score, docking's own among them, and its rivals. Each
// gives scores of organisations; partners do not count.
var options = []struct {
	what  string
	rival bool
	score func(*draw, int) []float64
}{
	{"docking's sum", false, (*draw).flow},
	{"common neighbours", true, func(d *draw, one int) []float64 {
		return d.common(one, func(int) float64 { return 1 })
	}},
	{"popularity", true, func(d *draw, one int) []float64 {
		scores := d.common(one, func(int) float64 { return 1 })
		for other, common := range scores {
			if common > 0 {
				scores[other] = float64(len(d.partners[other]))
			}
		}
		return scores
	}},
	{"Adamic-Adar over partners", false, func(d *draw, one int) []float64 {
		return d.common(one, func(n int) float64 { return 1 / math.Log(float64(n+1)) })
	}},
	{"resource allocation over partners", false, func(d *draw, one int) []float64 {
		return d.common(one, func(n int) float64 { return 1 / float64(n) })
	}},
}

// first are the ten candidates with the highest scores, those with the lower ids
// first among equals.
func (d *draw) first(one int, scores []float64) []int {
	var found []int
	scores[one] = 0
	for _, partner := range d.partners[one] {
		scores[partner] = 0
	}
	for other, score := range scores {
		if score > 0 {
			found = append(found, other)
		}
	}
	slices.SortStableFunc(found, func(a, b int) int {
		return cmp.Compare(scores[b], scores[a])
	})
	return found[:min(wanted, len(found))]
}

// common scores who has common partners with the one that asks: the sum of what
// each such partner counts, given how many partners that has itself.
func (d *draw) common(one int, counts func(partners int) float64) []float64 {
	scores := make([]float64, len(d.ids))
	for _, partner := range d.partners[one] {
		for _, other := range d.partners[partner] {
			scores[other] += counts(len(d.partners[partner]))
		}
	}
	return scores
}

// flow scores as docking.cypher does: what ties the one that asks to a partner
// flows on over that partner's grants, each time by the root of how many share it.
func (d *draw) flow(one int) []float64 {
	ties, scores := make([]float64, len(d.ids)), make([]float64, len(d.ids))
	for _, grant := range d.grants[one] {
		for _, partner := range d.parties[grant] {
			ties[partner] += 1 / math.Sqrt(float64(len(d.parties[grant])))
		}
	}
	flows := make([]float64, len(d.parties))
	for _, partner := range d.partners[one] {
		for _, grant := range d.grants[partner] {
			flows[grant] += ties[partner] / math.Sqrt(float64(len(d.grants[partner])))
		}
	}
	for grant, flow := range flows {
		for _, other := range d.parties[grant] {
			scores[other] += flow / math.Sqrt(float64(len(d.parties[grant])))
		}
	}
	for other, amount := range scores {
		scores[other] = math.Round(2e6*amount/(1+amount)) / 1e6
	}
	return scores
}
