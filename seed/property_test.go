package seed

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"guanxi/graph/graphtest"
)

// TestLoadOrder loads some sets of random dossiers one after another. The
// graph must come out as if the last set alone had been loaded into an empty
// database, with its files in another order.
func TestLoadOrder(t *testing.T) {
	db := graphtest.Open(t)
	ctx := context.Background()
	if err := Prepare(ctx, db.Driver, db.Database, nil); err != nil {
		t.Fatal(err)
	}
	empty := func() { db.Run(t, "MATCH (n:Entity) DETACH DELETE n", nil) }
	put := func(r *rapid.T, files []string) {
		if _, err := loadDossiers(ctx, db.Driver, db.Database, checked(r, files...)); err != nil {
			r.Fatal(err)
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		empty()
		var last []string
		for range rapid.IntRange(1, 3).Draw(r, "loads") {
			last = drawDossiers(r)
			put(r, last)
		}
		got := dump(t, db)
		for i := 0; i < len(last); i += 2 { // other names put the files in another order
			last[i] = rapid.StringMatching(`[a-z]{3}`).Draw(r, "file") + last[i]
		}
		empty()
		put(r, last)
		if diff := cmp.Diff(dump(t, db), got); diff != "" {
			r.Fatalf("loading one after another (+) is not loading the last alone (-):\n%s", diff)
		}
	})
}

// The entities of the random dossiers, with what is the same of them in all.
var cast = map[string]string{
	"AU": "type: Country", "CN": "type: Country",
	"uts": "type: Institution, kind: UNIVERSITY, name: UTS", "jufe": "type: Institution, name: JUFE", "acme": "type: Enterprise, name: Acme",
	"school": "type: Agreement, title: School, signedOn: 2025-11", "lab": "type: Agreement, title: Lab",
	"alliance": "type: Alliance, name: Alliance", "talks": "type: Event, name: Talks", "ann": "type: Person, name: Ann",
}

// The relationships that they may have. Where one has a status, all have it.
var plots = []string{
	"from: uts, type: PARTY_TO, to: school", "from: uts, type: PARTY_TO, to: school, role: host", "from: jufe, type: PARTY_TO, to: school",
	"from: acme, type: PARTY_TO, to: lab", "from: jufe, type: PARTY_TO, to: lab", "from: uts, type: IN_COUNTRY, to: AU", "from: jufe, type: IN_COUNTRY, to: CN",
	"from: uts, type: MEMBER_OF, to: alliance, status: planned", "from: alliance, type: IN_COUNTRY, to: CN", "from: CN, type: ATTENDED, to: talks, as: host",
	"from: ann, type: WORKS_FOR, to: uts, position: dean", "from: ann, type: SPOKE_AT, to: talks, topic: trade", "from: lab, type: SIGNED_AT, to: talks",
}

// drawDossiers draws up to three dossiers, as names and texts in turn.
func drawDossiers(r *rapid.T) []string {
	var files []string
	for _, id := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"letter", "report", "notice", "speech"}), 0, 3, rapid.ID).Draw(r, "sources") {
		files = append(files, id+".yaml", drawDossier(r, id))
	}
	return files
}

func drawDossier(r *rapid.T, source string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "source: {id: %s-source, title: A %s, retrievedOn: 2025-12-0%d}\nentities:\n", source, source, rapid.IntRange(1, 3).Draw(r, "day"))
	listed := rapid.SliceOfDistinct(rapid.SampledFrom(sortedKeys(cast)), rapid.ID[string]).Draw(r, "entities")
	for _, id := range listed {
		fmt.Fprintf(&b, "  - {id: %s, %s, locator: p%d, basis: %s", id, cast[id], rapid.IntRange(1, 2).Draw(r, "locator"), drawBasis(r, "IMPLIED"))
		if id == "uts" || id == "ann" {
			fmt.Fprintf(&b, ", aliases: [%s]", strings.Join(rapid.SliceOfDistinct(rapid.SampledFrom([]string{"A", "B", "C"}), rapid.ID[string]).Draw(r, "aliases"), ", "))
		}
		b.WriteString("}\n")
	}
	b.WriteString("relationships:\n")
	n := 0
	for _, plot := range plots {
		words := strings.Split(strings.NewReplacer(",", "", ":", "").Replace(plot), " ")
		if !slices.Contains(listed, words[1]) || !slices.Contains(listed, words[5]) || !rapid.Bool().Draw(r, plot) {
			continue
		}
		fmt.Fprintf(&b, "  - {%s, locator: p%d, basis: %s%s}\n", plot, rapid.IntRange(1, 2).Draw(r, "locator"), drawBasis(r, "INFERRED"),
			rapid.SampledFrom([]string{"", ", note: a note", ", validFrom: 2024", ", validTo: 2026-01"}).Draw(r, "more"))
		n++
	}
	text := b.String()
	if n == 0 {
		text = strings.TrimSuffix(text, "relationships:\n")
	}
	if len(listed) == 0 {
		text = strings.Replace(text, "entities:\n", "", 1)
	} else if rapid.Bool().Draw(r, "figure") {
		text += fmt.Sprintf("figures:\n  - {id: count, about: [%s], what: things, value: 3, locator: p1}\n", rapid.SampledFrom(listed).Draw(r, "about"))
	}
	return text
}

func drawBasis(r *rapid.T, weakest string) string {
	return rapid.SampledFrom([]string{"STATED", weakest}).Draw(r, "basis")
}
