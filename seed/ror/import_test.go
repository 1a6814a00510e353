package ror

// import_test.go imports a few records made by hand into a real database, and
// tells broken files.

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"guanxi/graph"
	"guanxi/graph/graphtest"
	"guanxi/schema"
	"guanxi/seed"
)

const fixture = "testdata/records.json"

var day = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)

func importFile(t *testing.T, db *graphtest.DB, file string) Report {
	t.Helper()
	report, err := Import(context.Background(), db.Driver, db.Database, file, day, nil)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// lines are the single column of the rows.
func lines(t *testing.T, db *graphtest.DB, statement string) string {
	t.Helper()
	var b strings.Builder
	for _, row := range db.Run(t, statement, nil) {
		fmt.Fprintln(&b, row["line"])
	}
	return b.String()
}

const organizations = `
MATCH (:Source {id: 'ror'})-[s:STATES]->(o:Organization)
RETURN o.id + ' ' + reduce(all = '', label IN labels(o) | all + CASE WHEN label IN ['Entity', 'Organization'] THEN '' ELSE label END)
  + coalesce(' ' + o.kind, '') + ' ' + o.name + coalesce(' ' + o.nameLangs[0] + '=' + o.names[0], '') + ' aliases=' + reduce(all = '', a IN o.aliases | all + a + ';')
  + coalesce(' ' + o.founded, '') + coalesce(' ' + o.homepage, '') + ' (' + s.locator + coalesce(', ' + s.note, '') + ')' AS line ORDER BY line`

const relations = `
MATCH (a)-[r]->(b) WHERE 'ror' IN r.sources
RETURN a.id + ' ' + type(r) + ' ' + b.id + ' (' + r.locators[0] + ', ' + r.bases[0] + ', ' + r.knowns[0] + ')' AS line ORDER BY line`

// TestImportRecords imports the records, and again, and what is left of them.
func TestImportRecords(t *testing.T) {
	db := graphtest.Prepared(t, seed.Constraints()...)
	report := importFile(t, db, fixture)
	if report.Withdrawn != 1 || report.Outside != 1 || report.Disputed != 1 || report.Entities != 6 {
		t.Errorf("%+v", report)
	}
	want := `ror:01aaaaa11 Institution OTHER Alpha University zh=甲大学 aliases=AU;University of Alpha; 1921 https://alpha.example (record 01aaaaa11)
ror:02bbbbb22 Institution RESEARCH Beta Laboratory fr=Laboratoire Bêta aliases=Lab Beta; (record 02bbbbb22, status in ROR: inactive)
ror:04ddddd44 OtherOrganization Νοσοκομείο aliases= 1990 (record 04ddddd44)
`
	if diff := cmp.Diff(want, lines(t, db, organizations)); diff != "" {
		t.Error(diff)
	}
	want = `geonames:7 IN_COUNTRY CN (record 01aaaaa11, STATED, 2026-03-01)
geonames:7 PART_OF iso-3166-2:CN-JX (record 01aaaaa11, STATED, 2026-03-01)
geonames:9 IN_COUNTRY GR (record 04ddddd44, STATED, 2026-03-01)
grid:1.a SAME_AS ror:01aaaaa11 (record 01aaaaa11, STATED, 2026-03-01)
grid:2.b SAME_AS ror:02bbbbb22 (record 02bbbbb22, STATED, 2026-03-01)
isni:000000012345678X SAME_AS ror:01aaaaa11 (record 01aaaaa11, STATED, 2026-03-01)
iso-3166-2:CN-JX IN_COUNTRY CN (record 01aaaaa11, STATED, 2026-03-01)
ror:01aaaaa11 IN_COUNTRY CN (record 01aaaaa11, STATED, 2026-03-01)
ror:01aaaaa11 LOCATED_IN geonames:7 (record 01aaaaa11, STATED, 2026-03-01)
ror:02bbbbb22 IN_COUNTRY CN (record 02bbbbb22, STATED, 2026-03-01)
ror:02bbbbb22 LOCATED_IN geonames:7 (record 02bbbbb22, STATED, 2026-03-01)
ror:02bbbbb22 PART_OF ror:01aaaaa11 (record 02bbbbb22, STATED, 2026-03-01)
ror:03ccccc33 SAME_AS ror:01aaaaa11 (record 01aaaaa11, STATED, 2026-03-01)
ror:04ddddd44 IN_COUNTRY GR (record 04ddddd44, STATED, 2026-03-01)
ror:04ddddd44 LOCATED_IN geonames:9 (record 04ddddd44, STATED, 2026-03-01)
wikidata:Q2 SAME_AS ror:02bbbbb22 (record 02bbbbb22, STATED, 2026-03-01)
wikidata:Q4 SAME_AS ror:04ddddd44 (record 04ddddd44, STATED, 2026-03-01)
`
	if diff := cmp.Diff(want, lines(t, db, relations)); diff != "" {
		t.Error(diff)
	}
	place := lines(t, db, "MATCH (p:Place {id: 'geonames:7'}) RETURN p.name + ' ' + p.kind + ' ' + p.location.latitude + ' ' + p.location.longitude AS line")
	if place != "Nanchang CITY 28.68 115.88\n" {
		t.Errorf("the place is %q", place)
	}
	if again := importFile(t, db, fixture); again.Created+again.Changed+again.Removed != 0 || again.Relationships != 11 || again.Entities != 6 {
		t.Errorf("importing again is not importing once: %+v", again)
	}

	// A registry tells of no agreement: it was not read for one.
	api, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	engine, err := graph.New(api, db.Driver, graph.Options{Database: db.Database, StatementTimeout: graphtest.Patience})
	if err != nil {
		t.Fatal(err)
	}
	request, errs := engine.Parse(`{ coverage(country: "CN") { organizations summary } }`, "", nil)
	if errs != nil {
		t.Fatal(errs)
	}
	answer, err := engine.Answer(t.Context(), request)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(answer.Data); got != `{"coverage":{"organizations":2,"summary":"no source read"}}` {
		t.Error(got)
	}

	text, err := os.ReadFile(fixture)
	if err != nil {
		t.Fatal(err)
	}
	var records []json.RawMessage
	if err := json.Unmarshal(text, &records); err != nil {
		t.Fatal(err)
	}
	importFile(t, db, file(t, "[]", string(records[0])))
	want = "ror:01aaaaa11\n"
	if got := lines(t, db, "MATCH (o:Organization) RETURN o.id AS line ORDER BY line"); got != want {
		t.Errorf("after an import of the first record alone there are %s", got)
	}
	want = "grid:1.a\nisni:000000012345678X\nwikidata:Q1\n" // which is no longer disputed
	if got := lines(t, db, "MATCH (i:Identifier) RETURN i.id AS line ORDER BY line"); got != want {
		t.Errorf("after it the identifiers are %s", got)
	}
}

// TestImportShared imports an organization that another source knows already by
// one of its ids: it is not made a second time, and keeps its name.
func TestImportShared(t *testing.T) {
	db := graphtest.Prepared(t, seed.Constraints()...)
	ctx := context.Background()
	if err := seed.Prepare(ctx, db.Driver, db.Database, nil); err != nil {
		t.Fatal(err)
	}
	db.Run(t, `CREATE (o:Entity:Organization:Institution {id: 'alpha', name: 'Alpha', kind: 'UNIVERSITY'}), (:Identifier {id: 'wikidata:Q1'})-[:SAME_AS]->(o),
		(s:Entity:Source {id: 'news', title: 'News', origin: 'test', retrievedOn: date()})-[:STATES {key: 'k', locator: 'p1', basis: 'STATED', known: date()}]->(o)`, nil)
	text, err := os.ReadFile(fixture)
	if err != nil {
		t.Fatal(err)
	}
	text = bytes.ReplaceAll(text, []byte(`"Q1", "Q2"`), []byte(`"Q2"`))
	path := file(t, string(text))
	importFile(t, db, path)
	if again := importFile(t, db, path); again.Created+again.Changed+again.Removed != 0 {
		t.Errorf("importing again is not importing once: %+v", again)
	}
	want := "alpha Alpha UNIVERSITY by 2\nror:02bbbbb22 Beta Laboratory RESEARCH by 1\n"
	if got := lines(t, db, "MATCH (o:Institution) RETURN o.id + ' ' + o.name + ' ' + o.kind + ' by ' + COUNT { (o)<-[:STATES]-() } AS line ORDER BY line"); got != want {
		t.Errorf("there are %s", got)
	}
	want = "alpha IN_COUNTRY CN\nalpha LOCATED_IN geonames:7\nror:01aaaaa11 SAME_AS alpha\nror:02bbbbb22 PART_OF alpha\nror:03ccccc33 SAME_AS alpha\n"
	if got := lines(t, db, `MATCH (a)-[r:IN_COUNTRY|LOCATED_IN|PART_OF|SAME_AS]->(b) WHERE b.id = 'alpha' AND a.id STARTS WITH 'ror' OR a.id = 'alpha'
		RETURN a.id + ' ' + type(r) + ' ' + b.id AS line ORDER BY line`); got != want {
		t.Errorf("they are related so: %s", got)
	}
}

// file writes a file of one text after the other; the first may be "[]", for an
// array of them.
func file(t *testing.T, texts ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "records.json")
	text := strings.Join(texts, "\n")
	if texts[0] == "[]" {
		text = "[" + strings.Join(texts[1:], ",\n") + "]"
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestForms reads the same records from an array, line by line, and packed.
func TestForms(t *testing.T) {
	text, err := os.ReadFile(fixture)
	if err != nil {
		t.Fatal(err)
	}
	var records []json.RawMessage
	if err := json.Unmarshal(text, &records); err != nil {
		t.Fatal(err)
	}
	var byLine bytes.Buffer
	for _, r := range records {
		if err := json.Compact(&byLine, r); err != nil {
			t.Fatal(err)
		}
		byLine.WriteByte('\n')
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write(byLine.Bytes())
	w.Close()
	read := func(text []byte) (ids []string) {
		if err := eachRecord(file(t, string(text)), func(o *organization) error { ids = append(ids, o.id+" "+o.name); return nil }); err != nil {
			t.Fatal(err)
		}
		return ids
	}
	want := read(text)
	for _, other := range [][]byte{byLine.Bytes(), packed.Bytes()} {
		if diff := cmp.Diff(want, read(other)); diff != "" || len(want) != 4 {
			t.Error(diff)
		}
	}
}

// TestFaults tells what is wrong, and where; nothing is written.
func TestFaults(t *testing.T) {
	good := `{"id": "https://ror.org/01aaaaa11", "status": "active", "names": [{"lang": "en", "types": ["label"], "value": "A"}]}`
	for _, c := range []struct{ text, want string }{
		{"", "there is no record in it; name a file of ROR's records"},
		{"[]", "there is no record in it; name a file of ROR's records"},
		{strings.Repeat(" ", 5<<20), "there is no record in it"},
		{`[{"id": "` + strings.Repeat("a", 5<<20) + `"}]`, `:1: record 1: the record has more than 4194304 bytes, and none of ROR's has; fetch the file again`},
		{good + strings.Repeat(" ", 5<<20) + good, `record 1: the record has more than 4194304 bytes`},
		{"a,b\n", `:1: record 1: invalid character 'a' looking for beginning of value; fetch the file again`},
		{good + "\n\n" + `{"id": 7}`, ":3: record 2: it is no JSON object; name a file of ROR's records"},
		{"[" + good + ",\n" + good + "]", ":2: record 2: ror:01aaaaa11 stands in an earlier record; leave one out"},
		{good + "\n" + good[:30], ":2: record 2: the file ends in the middle of the record; fetch the file again"},
		{"[" + good + ",\n", ":1: record 2: the file ends in the middle of the record; fetch the file again"},
		{`{"id": "https://example.org/1", "names": []}`, `:1: record 1: its id is "https://example.org/1"; it must be https://ror.org/ and nine letters and digits`},
		{`{"id": "https://ror.org/01aaaaa11"}`, ":1: record 1: https://ror.org/01aaaaa11: it has neither names, as version 2 of ROR's schema, nor name, as version 1"},
		{`{"id": "https://ror.org/01aaaaa11", "names": []}`, ":1: record 1: https://ror.org/01aaaaa11: it has no name; give it one"},
		{`{"id": "https://ror.org/01aaaaa11", "name": "A", "country": {"country_code": "QQ"}}`, `:1: record 1: https://ror.org/01aaaaa11: its country is "QQ"; it must be a code of ISO 3166-1, or EL, UK or XK`},
		{`{"id": "https://ror.org/01aaaaa11", "name": "A", "country": {"country_code": "UK"}, "addresses": [{"lat": 91, "lng": 0}]}`, ":1: record 1: https://ror.org/01aaaaa11: it lies at latitude 91, longitude 0, which is nowhere; correct it"},
		{strings.Replace(good, "{", `{"relationships": [{"type": "parent", "id": "x"}], `, 1), `:1: record 1: https://ror.org/01aaaaa11: it has a relationship to "x"; it must be https://ror.org/ and nine letters and digits`},
		{strings.Replace(good, "{", `{"established": "x", `, 1), ":1: record 1: https://ror.org/01aaaaa11: it is not as version 2 of ROR's schema has it"},
	} {
		path := file(t, c.text)
		if c.text == "[]" {
			path = file(t, " []")
		}
		_, err := takeSurvey(path)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.80q: %v\nwant %s", c.text, err, c.want)
		}
	}
	if _, err := written(t.TempDir()); err == nil {
		t.Error("a folder is taken for a file")
	}
}
