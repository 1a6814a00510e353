package seed

// inferred_test.go follows entities that are only INFERRED: where they lie,
// when they move, and that nothing takes them for another.

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"golang.org/x/sync/errgroup"

	"guanxi/graph/graphtest"
)

// hint names a school after a university that it does not name.
const hint = `
source: {id: hint, title: A hint, retrievedOn: 2025-12-01}
entities:
  - {type: Country, id: GB, locator: p1, basis: INFERRED}
  - {type: Institution, id: school, name: Queen Mary School, locator: p1}
  - {type: Institution, id: qmul, name: Queen Mary University of London, aliases: [QMUL], locator: p1, basis: INFERRED, note: from the school's name}
  - {type: Agreement, id: accord, title: An accord, locator: p1}
relationships:
  - {from: school, type: PARTY_TO, to: accord, locator: p1}
  - {from: qmul, type: PARTY_TO, to: accord, locator: p1, basis: INFERRED}
  - {from: qmul, type: IN_COUNTRY, to: GB, locator: p1, basis: INFERRED}
  - {from: school, type: PART_OF, to: qmul, locator: p1, basis: INFERRED}
figures:
  - {id: students, about: [qmul], what: students, value: 300, locator: p1, basis: INFERRED}
`

// naming names the university.
const naming = `
source: {id: naming, title: A page, retrievedOn: 2025-12-02}
entities:
  - {type: Country, id: GB, locator: s1}
  - {type: Institution, id: qmul, locator: s1, basis: IMPLIED}
relationships:
  - {from: qmul, type: IN_COUNTRY, to: GB, locator: s1, basis: IMPLIED}
`

var (
	plainLabels    = "Entity:Institution:Organization"
	inferredLabels = "Entity_INFERRED:Institution_INFERRED:Organization_INFERRED"
)

// labelsOf are the labels of the one node with the id.
func labelsOf(t testing.TB, db *graphtest.DB, id string) string {
	t.Helper()
	rows := db.Run(t, "MATCH (n {id: $id}) RETURN reduce(all = '', label IN labels(n) | all + ' ' + label) AS labels", map[string]any{"id": id})
	if len(rows) != 1 {
		t.Fatalf("%d nodes have the id %s, not 1", len(rows), id)
	}
	return sortWords(rows[0]["labels"].(string))
}

// TestLoadInferredEntity has a node move when another source comes to imply
// it, and back: it stays the node that it is, with its relationships.
func TestLoadInferredEntity(t *testing.T) {
	db := graphtest.Prepared(t, Constraints()...)
	alone := checked(t, "hint.yaml", hint)
	both := checked(t, "hint.yaml", hint, "naming.yaml", naming)
	load(t, db, alone)
	first := dump(t, db)
	golden(t, "testdata/hint.graph", withoutCountries(first))
	node, relationships := elements(t, db)["qmul"], kept(t, db)
	if found := findName(t, db, "london"); found != "" {
		t.Errorf("the full-text index finds %s, which is only inferred", found)
	}
	if again := load(t, db, alone); again.Created+again.Changed+again.Removed != 0 {
		t.Errorf("loading the same again writes: %+v", again)
	}

	moved := load(t, db, both)
	golden(t, "testdata/hint-naming.graph", withoutCountries(dump(t, db)))
	// New are the source and its two STATES; the entity and its being in the
	// country have moved.
	if moved.Created != 3 || moved.Changed != 2 || moved.Removed != 0 {
		t.Errorf("when a source comes to imply the entity: %+v", moved)
	}
	if elements(t, db)["qmul"] != node {
		t.Error("the implied entity is another node")
	}
	if diff := cmp.Diff(relationships, kept(t, db)); diff != "" {
		t.Errorf("relationships that did not change are others:\n%s", diff)
	}
	if found := findName(t, db, "london"); found != "qmul" {
		t.Errorf("the full-text index finds %q, not qmul", found)
	}
	if again := load(t, db, both); again.Created+again.Changed+again.Removed != 0 {
		t.Errorf("loading the same again writes: %+v", again)
	}

	load(t, db, alone)
	if diff := cmp.Diff(first, dump(t, db)); diff != "" {
		t.Errorf("when the source is gone, not all is as it was:\n%s", diff)
	}
	if elements(t, db)["qmul"] != node {
		t.Error("the entity that is inferred again is another node")
	}
}

// kept are the relationships of the entity that only the hint supports.
func kept(t testing.TB, db *graphtest.DB) []map[string]any {
	t.Helper()
	return db.Run(t, `
MATCH ({id: 'qmul'})-[r]-() WHERE r.sources = ['hint'] AND NOT r:IN_COUNTRY_INFERRED
RETURN type(r) AS type, r.key AS key, elementId(r) AS element ORDER BY key`, nil)
}

// findName is what the full-text index finds first.
func findName(t testing.TB, db *graphtest.DB, word string) string {
	t.Helper()
	for _, row := range db.Run(t, "CALL db.index.fulltext.queryNodes('entity_names', $word) YIELD node RETURN node.id AS id", map[string]any{"word": word}) {
		return row["id"].(string)
	}
	return ""
}

// TestLoadInferredMention changes the basis on which one dossier mentions an
// entity that another states.
func TestLoadInferredMention(t *testing.T) {
	db := graphtest.Prepared(t, Constraints()...)
	load(t, db, checked(t, "hint.yaml", hint, "naming.yaml", naming))
	find := func() (string, any) {
		rows := db.Run(t, "MATCH (:Source {id: 'hint'})-[r]->({id: 'qmul'}) RETURN type(r) + ' ' + r.basis AS type, r.key AS key", nil)
		if len(rows) != 1 {
			t.Fatalf("a source mentions the entity %d times", len(rows))
		}
		return rows[0]["type"].(string), rows[0]["key"]
	}
	typ, key := find()
	if typ != "STATES_INFERRED INFERRED" {
		t.Errorf("an inferred mention is %s", typ)
	}
	firmer := strings.Replace(hint, "basis: INFERRED, note", "basis: IMPLIED, note", 1)
	load(t, db, checked(t, "hint.yaml", firmer, "naming.yaml", naming))
	typ, moved := find()
	if typ != "STATES IMPLIED" || moved != key {
		t.Errorf("an implied mention is %s, its key the same: %v", typ, moved == key)
	}
	load(t, db, checked(t, "hint.yaml", hint, "naming.yaml", naming))
	if typ, moved = find(); typ != "STATES_INFERRED INFERRED" || moved != key {
		t.Errorf("inferred again, it is %s, its key the same: %v", typ, moved == key)
	}
}

// says is an import that mentions the entity, on some basis.
func says(source, id, basis string) Statements {
	day := dbtype.Date(time.Date(2016, 4, 30, 0, 0, 0, 0, time.UTC))
	return Statements{
		Sources: []string{source},
		Entities: []Entity{
			{Type: "Source", ID: source, Properties: map[string]any{"title": "A register", "retrievedOn": day, "origin": "import"}},
			{Type: "Institution", ID: id, Properties: map[string]any{"name": "Queen Mary University of London"}},
		},
		Mentions: []Mention{{Source: source, Entity: id, Locator: "row 7", Basis: basis, Known: day}},
	}
}

// related is what says says, and that the school is part of the entity.
func related(source, id, basis string) Statements {
	s := says(source, id, basis)
	s.Relationships = []Relationship{{From: "school", Type: "PART_OF", To: id, Entry: Entry{Source: source, Locator: "row 7", Basis: stated, Known: s.Mentions[0].Known}}}
	return s
}

func settled(t testing.TB, db *graphtest.DB, s Statements) error {
	t.Helper()
	_, err := Settle(context.Background(), db.Driver, db.Database, s)
	return err
}

// TestInferredBesidesImports has imports state and infer what a dossier
// infers, and take it back.
func TestInferredBesidesImports(t *testing.T) {
	db := graphtest.Prepared(t, Constraints()...)
	load(t, db, checked(t, "hint.yaml", hint))
	node := elements(t, db)["qmul"]
	step := func(what, want string, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if got := labelsOf(t, db, "qmul"); got != want || elements(t, db)["qmul"] != node {
			t.Errorf("%s: its labels are %s, and it is the same node: %v", what, got, elements(t, db)["qmul"] == node)
		}
		if wrong := mixed(t, db); wrong != "" {
			t.Errorf("%s: what is only inferred is mixed with what is not:\n%s", what, wrong)
		}
	}
	step("an import infers it as well", inferredLabels, settled(t, db, says("guess", "qmul", inferred)))
	step("an import states it", plainLabels, settled(t, db, related("register", "qmul", stated)))
	load(t, db, checked(t, "hint.yaml", hint))
	step("the dossier is loaded again", plainLabels, nil)
	step("the import states it no longer", inferredLabels, settled(t, db, Statements{Sources: []string{"register"}, Also: []string{"qmul", "school"}}))
	load(t, db, &Dossiers{})
	step("the dossier is gone", inferredLabels, nil)
	ids, err := Mentioned(context.Background(), db.Driver, db.Database, "guess")
	if diff := cmp.Diff([]string{"qmul"}, ids); diff != "" || err != nil {
		t.Errorf("what the import mentions: %v %s", err, diff)
	}
	if err := settled(t, db, Statements{Sources: []string{"guess"}, Also: []string{"qmul"}}); err != nil {
		t.Fatal(err)
	}
	if elements(t, db)["qmul"] != nil {
		t.Error("an inferred entity that nobody mentions any more is still there")
	}
}

// TestInferredHoldsNothingFirm expects an error wherever something that is
// stated would lead to what is only inferred, and nothing to have been done.
func TestInferredHoldsNothingFirm(t *testing.T) {
	db := graphtest.Prepared(t, Constraints()...)
	load(t, db, checked(t, "hint.yaml", hint))
	refused := func(s Statements, want string) {
		t.Helper()
		before := dump(t, db)
		if err := settled(t, db, s); err == nil || err.Error() != want {
			t.Errorf("got %v\nwant %s", err, want)
		}
		if diff := cmp.Diff(before, dump(t, db)); diff != "" {
			t.Errorf("something was done all the same:\n%s", diff)
		}
	}
	refused(related("register", "qmul", inferred), "PART_OF from school to qmul: one of the two is not in the database, or is only INFERRED there")
	nowhere := related("register", "qmul", inferred)
	nowhere.Relationships[0].To, nowhere.Relationships[0].Basis = "nowhere", inferred
	refused(nowhere, "PART_OF_INFERRED from school to nowhere: one of the two is not in the database")
	if err := settled(t, db, related("register", "qmul", stated)); err != nil {
		t.Fatal(err)
	}
	// Without "school", it is not said that what leads from there is gone.
	refused(Statements{Sources: []string{"register"}, Also: []string{"qmul"}},
		`PART_OF from school to qmul is STATED or IMPLIED by a source, but "qmul" is only INFERRED by every source that mentions it; have the former mention it too`)
}

// TestInferredOnce has many bring in the same entity at the same time, some
// of whom infer it. There must be one node, whichever comes first.
func TestInferredOnce(t *testing.T) {
	db := graphtest.Prepared(t, Constraints()...)
	if err := Prepare(context.Background(), db.Driver, db.Database, nil); err != nil {
		t.Fatal(err)
	}
	var all errgroup.Group
	for _, source := range []string{"a", "b", "c", "d", "e", "f"} {
		all.Go(func() error {
			basis := inferred
			if source == "c" || source == "e" {
				basis = stated
			}
			return settled(t, db, says(source, "qmul", basis))
		})
	}
	if err := all.Wait(); err != nil {
		t.Fatal(err)
	}
	if got := labelsOf(t, db, "qmul"); got != plainLabels {
		t.Errorf("the labels of what two of six state are %s", got)
	}
	db.Run(t, "CREATE (:Entity_INFERRED:Institution_INFERRED {id: 'qmul'})", nil)
	want := `two nodes bear the id "qmul", one as Entity and one as Entity_INFERRED; delete either and load again`
	if err := settled(t, db, says("a", "qmul", stated)); err == nil || err.Error() != want {
		t.Errorf("of an id that is there twice: %v", err)
	}
}
