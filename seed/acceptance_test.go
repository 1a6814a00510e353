package seed_test

// acceptance_test.go asks the curated dossiers the questions that guanxi is
// for, in GraphQL, and compares with what the documents say.

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"guanxi/graph"
	"guanxi/graph/graphtest"
	"guanxi/schema"
	"guanxi/seed"
)

// TestQuestions asks the query of each testdata/questions/*.txtar. The answers
// are what the five first documents give; a later dossier may add to them.
func TestQuestions(t *testing.T) {
	archives, err := filepath.Glob("testdata/questions/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	e := curated(t, graphtest.Open(t))
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := ask(t, e, string(archive.Files[0].Data))
			if os.Getenv("UPDATE") != "" {
				archive.Files[1].Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Errorf("%s (run with UPDATE=1 to accept, then read the difference):\n%s", path, diff)
			}
		})
	}
}

// curated is an engine over the curated dossiers.
func curated(t *testing.T, db *graphtest.DB) *graph.Engine {
	t.Helper()
	files, err := seed.Curated()
	if err != nil {
		t.Fatal(err)
	}
	dossiers, faults, err := seed.Check(files)
	if err != nil || len(faults) > 0 {
		t.Fatalf("checking the curated dossiers: %v\n%v", err, faults)
	}
	if _, err := seed.Load(context.Background(), db.Driver, db.Database, dossiers, nil); err != nil {
		t.Fatal(err)
	}
	api, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	e, err := graph.New(api, db.Driver, graph.Options{Database: db.Database})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// ask is the data of the answer, with a line for each value.
func ask(t *testing.T, e *graph.Engine, query string) string {
	t.Helper()
	r, faults := e.Parse(query, "", nil)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	answer, err := e.Answer(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	if len(answer.Errors)+len(answer.Truncated) > 0 {
		t.Fatalf("errors %v, truncated %v", answer.Errors, answer.Truncated)
	}
	var b bytes.Buffer
	if err := json.Indent(&b, answer.Data, "", "  "); err != nil {
		t.Fatal(err)
	}
	return b.String() + "\n"
}
