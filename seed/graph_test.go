package seed

// graph_test.go helps tests to load dossiers into the real Neo4j and to hold
// whole graphs against each other.

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"guanxi/graph/graphtest"
)

// tester is what testing.TB and rapid.T have in common.
type tester interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

// checked returns the dossiers, given as name and text in turn.
func checked(t tester, namesAndTexts ...string) *Dossiers {
	t.Helper()
	var files []File
	for i := 0; i < len(namesAndTexts); i += 2 {
		files = append(files, File{namesAndTexts[i], []byte(namesAndTexts[i+1])})
	}
	d, faults, err := Check(files)
	if err != nil {
		t.Fatal(err)
	}
	if len(faults) > 0 {
		t.Fatalf("faults:\n%v", faults)
	}
	return d
}

// load loads the dossiers.
func load(t tester, db *graphtest.DB, d *Dossiers) Report {
	t.Helper()
	report, err := Load(context.Background(), db.Driver, db.Database, d, nil)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// dump is everything that the database holds, in an order of its own.
func dump(t testing.TB, db *graphtest.DB) string {
	t.Helper()
	var lines []string
	for _, row := range db.Run(t, "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties", nil) {
		labels := fmt.Sprint(row["labels"])
		lines = append(lines, fmt.Sprintf("(%s %s)", sortWords(labels), show(row["properties"])))
	}
	for _, row := range db.Run(t, "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS properties", nil) {
		lines = append(lines, fmt.Sprintf("(%v)-[%v %s]->(%v)", row["a"], row["type"], show(row["properties"]), row["b"]))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func sortWords(list string) string {
	words := strings.Fields(strings.Trim(list, "[]"))
	slices.Sort(words)
	return strings.Join(words, ":")
}

// show writes a value of the database in one way only.
func show(v any) string {
	switch v := v.(type) {
	case map[string]any:
		var parts []string
		for _, key := range sortedKeys(v) {
			parts = append(parts, key+": "+show(v[key]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case []any:
		var parts []string
		for _, item := range v {
			parts = append(parts, show(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case dbtype.Date:
		return v.String()
	case string:
		return fmt.Sprintf("%q", v)
	}
	return fmt.Sprint(v)
}

// withoutCountries leaves out what the table of countries brings into every
// graph.
func withoutCountries(dump string) string {
	var lines []string
	for _, line := range strings.Split(dump, "\n") {
		if !strings.Contains(line, countriesSource) && !strings.HasPrefix(line, "(Country:") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// elements are the database's own ids of all entities, by ours.
func elements(t testing.TB, db *graphtest.DB) map[string]any {
	t.Helper()
	found := map[string]any{}
	for _, row := range db.Run(t, "MATCH (n:Entity|Entity_INFERRED) RETURN n.id AS id, elementId(n) AS element", nil) {
		id := row["id"].(string)
		if found[id] != nil {
			t.Errorf("two nodes have the id %s", id)
		}
		found[id] = row["element"]
	}
	return found
}

// mixed shows what stands among what is only inferred and must not, or the
// other way round: nodes by their STATES, relationships by their bases and
// their ends.
func mixed(t testing.TB, db *graphtest.DB) string {
	t.Helper()
	rows := db.Run(t, `
MATCH (n) WHERE NOT n:Meta AND NOT n:Source
WITH n, EXISTS { (n)<-[:STATES]-(:Source) } AS firm, all(label IN labels(n) WHERE label ENDS WITH '_INFERRED') AS apart,
  none(label IN labels(n) WHERE label ENDS WITH '_INFERRED') AS plain
WHERE NOT CASE firm WHEN true THEN plain ELSE apart END
RETURN n.id AS what, labels(n) AS as
UNION ALL
MATCH (a)-[r]->(b) WHERE NOT r:STATES AND NOT r:STATES_INFERRED
WITH a, r, b, any(basis IN r.bases WHERE basis <> 'INFERRED') AS firm, type(r) ENDS WITH '_INFERRED' AS apart
WHERE firm = apart OR firm AND (a:Entity_INFERRED OR b:Entity_INFERRED)
RETURN a.id + ' to ' + b.id AS what, [type(r)] AS as
UNION ALL
MATCH (a)-[r:STATES|STATES_INFERRED]->(b)
WHERE (r.basis = 'INFERRED') <> (type(r) = 'STATES_INFERRED') OR a:Source_INFERRED
RETURN a.id + ' to ' + b.id AS what, [type(r)] AS as`, nil)
	var lines []string
	for _, row := range rows {
		lines = append(lines, fmt.Sprint(row["what"], " ", row["as"]))
	}
	return strings.Join(lines, "\n")
}
