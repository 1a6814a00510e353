package seed_test

// cookbook_test.go runs each statement of docs/cypher-cookbook.md on the curated
// dossiers, reading only, and compares with the table that stands below it.

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guanxi/graph/graphtest"
	"guanxi/seed"
)

const cookbook = "../docs/cypher-cookbook.md"

// A recipe is one question of the cookbook: its statement, and where the table
// of its answer stands, by lines counted from 0.
type recipe struct {
	question, statement string
	table, end          int // of the table: its first line, and the one after its last
}

// TestCookbook asks every question of the cookbook.
func TestCookbook(t *testing.T) {
	text, err := os.ReadFile(cookbook)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	recipes := readRecipes(t, lines)
	if len(recipes) < 20 {
		t.Errorf("%s: %d questions, want 20 or more", cookbook, len(recipes))
	}
	db := graphtest.Prepared(t, seed.Constraints()...)
	curated(t, db)
	var written []string
	at := 0 // the first line that is not written yet
	for _, r := range recipes {
		want := lines[r.table:r.end]
		got, err := answerTable(db, r.statement)
		if err != nil {
			t.Errorf("%s:%d: %s\n%v", cookbook, r.table, r.question, err)
			got = want
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:%d: %s answers otherwise (run with UPDATE=1 to accept, then read the difference):\n%s", cookbook, r.table+1, r.question, diff)
		}
		written = append(append(written, lines[at:r.table]...), got...)
		at = r.end
	}
	if os.Getenv("UPDATE") != "" {
		written = append(written, lines[at:]...)
		if err := os.WriteFile(cookbook, []byte(strings.Join(written, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// readRecipes finds the headings, the block of Cypher below each, and the table
// below that. A table has a blank line before it.
func readRecipes(t *testing.T, lines []string) []recipe {
	t.Helper()
	var recipes []recipe
	var question string
	for i := 0; i < len(lines); i++ {
		if name, ok := strings.CutPrefix(lines[i], "### "); ok {
			question = name
		}
		if lines[i] != "```cypher" {
			continue
		}
		start := i + 1
		for i++; i < len(lines) && lines[i] != "```"; i++ {
		}
		if question == "" || i == len(lines) {
			t.Fatalf("%s:%d: a block of Cypher needs a heading of its own above it, and an end", cookbook, start)
		}
		r := recipe{question: question, statement: strings.Join(lines[start:i], "\n"), table: i + 2}
		question = ""
		for r.end = r.table; r.end < len(lines) && strings.HasPrefix(lines[r.end], "|"); r.end++ {
		}
		recipes = append(recipes, r)
	}
	return recipes
}

// answerTable runs a statement, which may only read, and gives its rows as the
// lines of a table.
func answerTable(db *graphtest.DB, statement string) ([]string, error) {
	ctx := context.Background()
	session := db.Driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, DatabaseName: db.Database})
	defer session.Close(ctx)
	table, err := session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		result, err := tx.Run(ctx, statement, nil)
		if err != nil {
			return nil, err
		}
		keys, err := result.Keys()
		if err != nil {
			return nil, err
		}
		lines := []string{"| " + strings.Join(keys, " | ") + " |", "|" + strings.Repeat("---|", len(keys))}
		for result.Next(ctx) {
			line := "|"
			for _, value := range result.Record().Values {
				line += " " + strings.ReplaceAll(cell(value), "|", `\|`) + " |"
			}
			lines = append(lines, line)
		}
		return lines, result.Err()
	})
	if err != nil {
		return nil, err
	}
	return table.([]string), nil
}

// cell writes a value into a table: a list as its items.
func cell(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = cell(item)
		}
		return strings.Join(items, "; ")
	}
	return fmt.Sprint(value)
}
