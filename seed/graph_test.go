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
