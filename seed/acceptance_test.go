package seed_test

// acceptance_test.go asks the curated dossiers the questions that guanxi is
// for, in GraphQL, and compares with what the documents say.

import (
	"bytes"
	"context"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guanxi/graph"
	"guanxi/graph/graphtest"
	"guanxi/schema"
	"guanxi/seed"
)

// TestQuestions asks the query of each testdata/questions/*.txtar. The answers
// are what the five first documents give; a later dossier may add to them.
func TestQuestions(t *testing.T) {
	e := curated(t, graphtest.Prepared(t, seed.Constraints()...))
	for _, q := range questions(t, "testdata/questions") {
		t.Run(q.name, func(t *testing.T) { t.Parallel(); answers(t, e, q) })
	}
}

// TestSearch asks those of testdata/search: what search makes of names that are
// written in other ways than a document writes them.
func TestSearch(t *testing.T) {
	e := curated(t, graphtest.Prepared(t, seed.Constraints()...))
	for _, q := range questions(t, "testdata/search") {
		t.Run(q.name, func(t *testing.T) { t.Parallel(); answers(t, e, q) })
	}
}

// answers compares what the engine says to a question with what it has to say.
func answers(t *testing.T, e *graph.Engine, q question) {
	t.Helper()
	got := ask(t, e, q.query)
	if diff := cmp.Diff(q.result, got); diff != "" {
		t.Errorf("%s (run with UPDATE=1 to accept, then read the difference):\n%s", q.path, diff)
	}
	q.rewrite(t, got)
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
	e, err := graph.New(api, db.Driver, graph.Options{Database: db.Database, StatementTimeout: graphtest.Patience})
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
