package generate

// generate_test.go holds the spread to that of Horizon 2020, and what is loaded to the model.

import (
	"context"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"guanxi/graph/graphtest"
	"guanxi/seed"
)

// degrees counts how often each value of the key occurs.
func degrees(rows []map[string]any, key string) []int {
	counts := map[any]int{}
	for _, row := range rows {
		counts[row[key]]++
	}
	var all []int
	for _, n := range counts {
		all = append(all, n)
	}
	slices.Sort(all)
	return all
}

func parties(size Size) []map[string]any {
	return partyRows(size, rand.New(rand.NewPCG(size.Seed, 2)))
}

// TestSpread holds a graph of the original's size to the original: its supernodes, its many who are there once.
func TestSpread(t *testing.T) {
	rows := parties(H2020)
	if n := len(rows); n < 31_400 || n > 32_400 { // 31,868 in CORDIS
		t.Errorf("there are %d parties", n)
	}
	grants := degrees(rows, "organization")
	if most := grants[len(grants)-1]; most < 280 || most > 370 { // 350
		t.Errorf("the organization with the most grants has %d", most)
	}
	once, _ := slices.BinarySearch(grants, 2)
	if share := float64(once) / float64(H2020.Organizations); share < 0.67 || share > 0.76 { // 0.715
		t.Errorf("%.3f of the organizations have one grant", share)
	}
	sizes := degrees(rows, "agreement")
	if most := sizes[len(sizes)-1]; most < 74 || most > 153 {
		t.Errorf("the grant with the most parties has %d", most)
	}
	alone, _ := slices.BinarySearch(sizes, 2)
	if share := float64(alone) / float64(H2020.Agreements); share < 0.61 || share > 0.64 { // 0.624
		t.Errorf("%.3f of the grants have one party", share)
	}
}

// TestNobodyTwice also covers graphs with fewer organizations than a grant has parties.
func TestNobodyTwice(t *testing.T) {
	for _, size := range []Size{{3, 200, 1}, {40, 2000, 2}, {5000, 3000, 3}, {1, 5, 4}, {10, 0, 5}} {
		seen := map[[2]any]bool{}
		for _, row := range parties(size) {
			pair := [2]any{row["organization"], row["agreement"]}
			if seen[pair] {
				t.Fatalf("%+v: %v is party twice", size, pair)
			}
			seen[pair] = true
		}
		if size.Agreements > 0 && len(seen) < size.Agreements {
			t.Errorf("%+v: %d parties", size, len(seen))
		}
	}
}

func TestSameSeedSameGraph(t *testing.T) {
	size := Size{Organizations: 200, Agreements: 100, Seed: 9}
	if !reflect.DeepEqual(parties(size), parties(size)) {
		t.Error("the same seed gives two graphs")
	}
	other := size
	other.Seed++
	if reflect.DeepEqual(degrees(parties(size), "organization"), degrees(parties(other), "organization")) {
		t.Error("another seed gives the same graph")
	}
}

// TestLoad loads a graph, and sees that it is one of the model: what is stated of everything, and how much there is.
func TestLoad(t *testing.T) {
	ctx := context.Background()
	db := graphtest.Open(t)
	if err := seed.Prepare(ctx, db.Driver, db.Database, nil); err != nil {
		t.Fatal(err)
	}
	if empty, err := Empty(ctx, db.Driver, db.Database); err != nil || !empty {
		t.Fatalf("a prepared database is empty: %v, %v", empty, err)
	}
	size := Size{Organizations: 120, Agreements: 80, Seed: 1}
	if err := Load(ctx, db.Driver, db.Database, size, nil); err != nil {
		t.Fatal(err)
	}
	if empty, err := Empty(ctx, db.Driver, db.Database); err != nil || empty {
		t.Fatalf("a loaded database is not empty: %v, %v", empty, err)
	}
	got := db.Run(t, `RETURN COUNT { (:Organization) } AS organizations, COUNT { (:Agreement) } AS agreements,
		COUNT { MATCH ()-[:PARTY_TO]->() } AS parties, COUNT { MATCH (e:Entity) WHERE NOT e:Source AND NOT EXISTS { (:Source)-[:STATES]->(e) } } AS unstated,
		COUNT { MATCH (o:Organization) WHERE NOT EXISTS { (o)-[:IN_COUNTRY]->(:Country) } } AS nowhere,
		COUNT { MATCH ()-[r:PARTY_TO|IN_COUNTRY]->() WHERE size(r.sources) <> 1 OR size(r.validFroms) <> 1 OR r.key IS NULL } AS unsupported`, nil)
	want := []map[string]any{{"organizations": int64(120), "agreements": int64(80), "parties": int64(len(countParties(size))), "unstated": int64(0), "nowhere": int64(0), "unsupported": int64(0)}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// countParties makes the parties as Load does, behind the other rows.
func countParties(size Size) []map[string]any {
	random := rand.New(rand.NewPCG(size.Seed, 2))
	organizationRows(size, random)
	agreementRows(size, random)
	return partyRows(size, random)
}
