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
// database, with its files in another order; each entity stays the node that
// it was, and what is only inferred stays apart.
func TestLoadOrder(t *testing.T) {
	db := graphtest.Prepared(t, Constraints()...)
	ctx := context.Background()
	if err := Prepare(ctx, db.Driver, db.Database, nil); err != nil {
		t.Fatal(err)
	}
	empty := func() { db.Run(t, "MATCH (n:Entity|Entity_INFERRED) DETACH DELETE n", nil) }
	put := func(r *rapid.T, files []string) {
		if _, err := loadDossiers(ctx, db.Driver, db.Database, checked(r, files...)); err != nil {
			r.Fatal(err)
		}
	}
	graphtest.Draws(t, 40)
	rapid.Check(t, func(r *rapid.T) {
		empty()
		var last []string
		for range rapid.IntRange(1, 3).Draw(r, "loads") {
			before := elements(t, db)
			last = drawDossiers(r)
			put(r, last)
			for id, now := range elements(t, db) {
				if old, there := before[id]; there && old != now {
					r.Errorf("%s is not the node any more that it was", id)
				}
			}
			if wrong := mixed(t, db); wrong != "" {
				r.Errorf("what is only inferred is mixed with what is not:\n%s", wrong)
			}
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
	sources := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"letter", "report", "notice", "speech"}), 0, 3, rapid.ID).Draw(r, "sources")
	all := listing{}
	for _, source := range sources {
		all[source] = map[string]string{}
		for _, id := range rapid.SliceOfDistinct(rapid.SampledFrom(sortedKeys(cast)), rapid.ID[string]).Draw(r, "entities") {
			bases := []string{inferred, implied, stated}
			if strings.Contains(cast[id], "Agreement") {
				bases = bases[1:]
			}
			all[source][id] = rapid.SampledFrom(bases).Draw(r, "basis")
		}
	}
	var files []string
	for _, source := range sources {
		files = append(files, source+".yaml", all.draw(r, source))
	}
	return files
}

// draw draws the rest of a dossier.
func (all listing) draw(r *rapid.T, source string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "source: {id: %s-source, title: A %s, retrievedOn: 2025-12-0%d}\n", source, source, rapid.IntRange(1, 3).Draw(r, "day"))
	listed := sortedKeys(all[source])
	if len(listed) == 0 {
		return b.String()
	}
	b.WriteString("entities:\n")
	for _, id := range rapid.Permutation(listed).Draw(r, "order") {
		fmt.Fprintf(&b, "  - {id: %s, %s, locator: p%d, basis: %s", id, cast[id], rapid.IntRange(1, 2).Draw(r, "locator"), all[source][id])
		if id == "uts" || id == "ann" {
			fmt.Fprintf(&b, ", aliases: [%s]", strings.Join(rapid.SliceOfDistinct(rapid.SampledFrom([]string{"A", "B", "C"}), rapid.ID[string]).Draw(r, "aliases"), ", "))
		}
		b.WriteString("}\n")
	}
	heading := "relationships:\n"
	for _, plot := range plots {
		words := strings.Split(strings.NewReplacer(",", "", ":", "").Replace(plot), " ")
		from, to := words[1], words[5]
		if !slices.Contains(listed, from) || !slices.Contains(listed, to) || !rapid.Bool().Draw(r, plot) {
			continue
		}
		fmt.Fprintf(&b, "%s  - {%s, locator: p%d, basis: %s%s}\n", heading, plot, rapid.IntRange(1, 2).Draw(r, "locator"), all.basis(r, from, to),
			rapid.SampledFrom([]string{"", ", note: a note", ", validFrom: 2024", ", validTo: 2026-01"}).Draw(r, "more"))
		heading = ""
	}
	if rapid.Bool().Draw(r, "figure") {
		about := rapid.SampledFrom(listed).Draw(r, "about")
		fmt.Fprintf(&b, "figures:\n  - {id: count, about: [%s], what: things, value: 3, locator: p1, basis: %s}\n", about, all.basis(r, about))
	}
	return b.String()
}

// A listing tells who is listed in which of the random dossiers, and on what
// basis.
type listing map[string]map[string]string

// basis draws one for a relationship, which cannot be firmer than its ends.
func (all listing) basis(r *rapid.T, ends ...string) string {
	for _, id := range ends {
		if !all.firm(id) {
			return inferred
		}
	}
	return rapid.SampledFrom([]string{inferred, stated}).Draw(r, "basis")
}

// firm tells whether a dossier states or implies the entity. Countries are
// stated by their table.
func (all listing) firm(id string) bool {
	for _, bases := range all {
		if basis, listed := bases[id]; listed && basis != inferred {
			return true
		}
	}
	return strings.Contains(cast[id], "Country")
}
