package seed

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"guanxi/graph/graphtest"
)

const letter = `
source: {id: letter, title: A letter, publishedOn: 2025-11-20, retrievedOn: 2025-12-01}
entities:
  - {type: Country, id: AU, locator: p1}
  - {type: Country, id: CN, locator: p1}
  - {type: Institution, id: uts, name: University of Technology Sydney, names: {zh: 悉尼科技大学}, aliases: [UTS], kind: UNIVERSITY, founded: 1988, locator: p1}
  - {type: Institution, id: jufe, name: Jiangxi University of Finance and Economics, kind: UNIVERSITY, locator: p1}
  - {type: Agreement, id: school, title: A cooperative school, kind: COOPERATIVE_EDUCATION, status: SIGNED, signedOn: 2025-11, locator: p2, note: signed at a conference}
  - {type: Place, id: nanchang, name: Nanchang, kind: CITY, location: {latitude: 28.68, longitude: 115.88}, locator: p3}
relationships:
  - {from: uts, type: PARTY_TO, to: school, role: partner, locator: p2}
  - {from: jufe, type: PARTY_TO, to: school, locator: p2, validFrom: 2024, validTo: 2030-05}
  - {from: uts, type: IN_COUNTRY, to: AU, locator: p1, basis: INFERRED, note: its name says so}
  - {from: jufe, type: LOCATED_IN, to: nanchang, locator: p3, basis: IMPLIED}
figures:
  - {id: students, about: [school, jufe], what: students, value: 300, unit: people, bound: OVER, locator: p4}
`

const report = `
source: {id: report, title: A report, retrievedOn: 2025-10-01}
entities:
  - {type: Country, id: AU, locator: s1}
  - {type: Institution, id: uts, aliases: [UT Sydney], locator: s1}
relationships:
  - {from: uts, type: IN_COUNTRY, to: AU, locator: s1}
`

func TestLoad(t *testing.T) {
	db := graphtest.Prepared(t, Constraints()...)
	load(t, db, checked(t, "letter.yaml", letter))
	golden(t, "testdata/letter.graph", withoutCountries(dump(t, db)))
}

// TestLoadTwice loads the same again, in another order of the files.
func TestLoadTwice(t *testing.T) {
	db := graphtest.Prepared(t, Constraints()...)
	load(t, db, checked(t, "a.yaml", letter, "b.yaml", report))
	first := dump(t, db)
	again := load(t, db, checked(t, "z.yaml", letter, "b.yaml", report))
	if diff := cmp.Diff(first, dump(t, db)); diff != "" {
		t.Errorf("loading twice is not loading once:\n%s", diff)
	}
	if again.Created+again.Changed+again.Removed != 0 {
		t.Errorf("loading the same again writes: %+v", again)
	}
}

// TestLoadInferred has a relationship move when another source comes to state
// it, and back, keeping its key.
func TestLoadInferred(t *testing.T) {
	db := graphtest.Prepared(t, Constraints()...)
	find := func() (typ string, key, sources, bases any) {
		rows := db.Run(t, "MATCH (:Entity {id: 'uts'})-[r]->(:Country) RETURN type(r) AS type, r.key AS key, r.sources AS sources, r.bases AS bases", nil)
		if len(rows) != 1 {
			t.Fatalf("%d relationships to a country, not 1: %v", len(rows), rows)
		}
		return rows[0]["type"].(string), rows[0]["key"], show(rows[0]["sources"]), show(rows[0]["bases"])
	}
	load(t, db, checked(t, "letter.yaml", letter))
	typ, key, _, _ := find()
	if typ != "IN_COUNTRY_INFERRED" {
		t.Errorf("an inferred relationship is of type %s", typ)
	}
	load(t, db, checked(t, "letter.yaml", letter, "report.yaml", report))
	typ, moved, sources, bases := find()
	if typ != "IN_COUNTRY" || moved != key || sources != `["letter", "report"]` || bases != `["INFERRED", "STATED"]` {
		t.Errorf("stated as well it is %s %v, with sources %v and bases %v", typ, moved == key, sources, bases)
	}
	load(t, db, checked(t, "letter.yaml", letter))
	if typ, moved, sources, _ = find(); typ != "IN_COUNTRY_INFERRED" || moved != key || sources != `["letter"]` {
		t.Errorf("no longer stated it is %s %v, with sources %v", typ, moved == key, sources)
	}
}

// TestLoadRemoves takes a statement, then a whole dossier away.
func TestLoadRemoves(t *testing.T) {
	db := graphtest.Prepared(t, Constraints()...)
	load(t, db, checked(t, "letter.yaml", letter, "report.yaml", report))
	less := strings.Replace(letter, "  - {from: jufe, type: LOCATED_IN, to: nanchang, locator: p3, basis: IMPLIED}\n", "", 1)
	less = strings.Replace(less, "  - {type: Place, id: nanchang, name: Nanchang, kind: CITY, location: {latitude: 28.68, longitude: 115.88}, locator: p3}\n", "", 1)
	load(t, db, checked(t, "letter.yaml", less, "report.yaml", report))
	if rows := db.Run(t, "MATCH (n:Place) RETURN n", nil); len(rows) != 0 {
		t.Errorf("a place that nobody mentions any more is still there: %v", rows)
	}
	load(t, db, &Dossiers{})
	if rows := db.Run(t, "MATCH (n:Entity) WHERE NOT n:Country AND n.id <> 'iso-3166-1' RETURN n.id AS id", nil); len(rows) != 0 {
		t.Errorf("without a dossier there is still %v", rows)
	}
	if rows := db.Run(t, "MATCH (n:Country) RETURN n", nil); len(rows) != 250 {
		t.Errorf("%d countries are left", len(rows))
	}
}

// TestLoadLeavesImportsAlone has an importer support the same relationship.
func TestLoadLeavesImportsAlone(t *testing.T) {
	db := graphtest.Prepared(t, Constraints()...)
	load(t, db, checked(t, "letter.yaml", letter))
	day := dbtype.Date(time.Date(2016, 4, 30, 0, 0, 0, 0, time.UTC))
	register := Statements{
		Sources:       []string{"register"},
		Entities:      []Entity{{Type: "Source", ID: "register", Properties: map[string]any{"title": "A register", "retrievedOn": day, "origin": "import"}}},
		Mentions:      []Mention{{Source: "register", Entity: "uts", Locator: "row 7", Basis: "STATED", Known: day}},
		Relationships: []Relationship{{From: "uts", Type: "IN_COUNTRY", To: "AU", Entry: Entry{Source: "register", Locator: "row 7", Basis: "STATED", Known: day}}},
	}
	if _, err := Settle(context.Background(), db.Driver, db.Database, register); err != nil {
		t.Fatal(err)
	}
	load(t, db, &Dossiers{})
	golden(t, "testdata/register.graph", withoutCountries(dump(t, db)))

	_, err := Load(context.Background(), db.Driver, db.Database, checked(t, "letter.yaml", strings.Replace(letter, "id: letter", "id: register", 1)), nil)
	want := `loading the dossiers: the source id "register" is in the database already, by an import (import); give the dossier's source another; nothing of this load was kept`
	if err == nil || err.Error() != want {
		t.Errorf("a dossier that takes an import's id: %v", err)
	}
}

// TestLoadLeavesOthersPropertiesAlone has an analyst write to a node.
func TestLoadLeavesOthersPropertiesAlone(t *testing.T) {
	db := graphtest.Prepared(t, Constraints()...)
	load(t, db, checked(t, "letter.yaml", letter))
	db.Run(t, "MATCH (n:Entity {id: 'uts'}) SET n:`To check`, n:Mine, n.myScore = 1.5", nil)
	load(t, db, checked(t, "letter.yaml", strings.Replace(letter, "founded: 1988", "founded: 1989", 1)))
	// Without its dossier's word it would be gone; with a guess alone it turns into what is inferred.
	load(t, db, checked(t, "letter.yaml", `
source: {id: letter, title: A letter, retrievedOn: 2025-12-01}
entities:
  - {type: Institution, id: uts, name: University of Technology Sydney, kind: UNIVERSITY, locator: p1, basis: INFERRED}
`))
	if rows := db.Run(t, "MATCH (n:Entity_INFERRED:Mine:`To check` {id: 'uts'}) RETURN n", nil); len(rows) != 1 {
		t.Errorf("an inferred node bears the analyst's labels no more")
	}
	load(t, db, checked(t, "letter.yaml", strings.Replace(letter, "founded: 1988", "founded: 1989", 1)))
	rows := db.Run(t, "MATCH (n:Entity:Mine {id: 'uts'}) RETURN n.myScore AS score, n.founded AS founded", nil)
	if len(rows) != 1 || rows[0]["score"] != 1.5 || rows[0]["founded"] != int64(1989) {
		t.Errorf("after a load the analyst finds %v", rows)
	}
}

// TestLoadKeepsNothingOfAFailure has the last step of a load fail.
func TestLoadKeepsNothingOfAFailure(t *testing.T) {
	db := graphtest.Prepared(t, Constraints()...)
	load(t, db, checked(t, "report.yaml", strings.Replace(report, "aliases", "name: UTS, aliases", 1)))
	before := dump(t, db)
	d := checked(t, "letter.yaml", letter)
	d.statements.Relationships = append(d.statements.Relationships, Relationship{From: "uts", Type: "PARTY_TO", To: "nowhere",
		Entry: Entry{Source: "letter", Locator: "p9", Basis: "STATED"}})
	_, err := Load(context.Background(), db.Driver, db.Database, d, nil)
	if err == nil || !strings.Contains(err.Error(), "PARTY_TO from uts to nowhere: one of the two is not in the database") {
		t.Errorf("the load of a relationship to nowhere: %v", err)
	}
	if diff := cmp.Diff(before, dump(t, db)); diff != "" {
		t.Errorf("a load that failed left something:\n%s", diff)
	}
}

// golden compares with a file of expected text; with UPDATE=1 it writes it.
func golden(t *testing.T, path, got string) {
	t.Helper()
	got = strings.TrimSpace(got) + "\n"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (run with UPDATE=1 to accept, then read the difference):\n%s", path, diff)
	}
}
