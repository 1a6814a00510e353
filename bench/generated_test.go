package main

// generated_test.go tries the benchmark on a generated graph, without the peer: that the hand-written statements and ours
// answer alike, and that a page costs the same at any depth. `make bench` asserts the latter of 200,000 agreements.

import (
	"context"
	"encoding/json"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guanxi/graph"
	"guanxi/graph/graphtest"
	"guanxi/graph/local"
	"guanxi/seed/generate"
)

func TestOnGeneratedGraph(t *testing.T) {
	ctx := context.Background()
	shared := graphtest.Open(t)
	if err := generate.Load(ctx, shared.Driver, shared.Database, generate.H2020, nil); err != nil {
		t.Fatal(err)
	}
	db := &graphDB{driver: shared.Driver, login: local.Login{Database: shared.Database}}
	engine, err := db.engine(ctx)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("deep pages", func(t *testing.T) { testDeepPages(t, db, engine) })
	operations, err := readOperations(regexp.MustCompile(""))
	if err != nil {
		t.Fatal(err)
	}
	for _, op := range operations {
		t.Run(op.name, func(t *testing.T) { testAlike(t, db, engine, op) })
	}
}

func testDeepPages(t *testing.T, db *graphDB, engine *graph.Engine) {
	row, err := measureOrder(context.Background(), db, engine, steady, []int{0, 100, 1_000, 5_000, 7_000})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("db hits %v behind %v agreements", row.Hits, row.Depths)
	for i, hits := range row.Hits {
		// A page behind a cursor also looks at the cursor's own row, and at those of the same title.
		if hits > row.Hits[0]+8 {
			t.Errorf("a page behind %d agreements costs %d db hits, the first one %d", row.Depths[i], hits, row.Hits[0])
		}
	}
}

func testAlike(t *testing.T, db *graphDB, engine *graph.Engine, op *operation) {
	ctx := context.Background()
	if err := op.readValues(ctx, db); err != nil {
		t.Fatal(err)
	}
	form, err := parseShape(op.shape)
	if err != nil {
		t.Fatal(err)
	}
	byHand := &handWritten{driver: db.driver, database: db.login.Database, statement: op.cypher, shape: form}
	for _, variables := range op.variables[ours] {
		record, err := byHand.ask(ctx, variables)
		if err != nil {
			t.Fatal(err)
		}
		if _, deep := variables["behind"]; deep {
			continue // its cursor is had from a server only
		}
		written, err := answer(ctx, engine, op.query, variables)
		if err != nil {
			t.Fatal(err)
		}
		want, got := data(t, form.object(nil, record.Values)), data(t, written)
		if difference := cmp.Diff(want, got); difference != "" {
			t.Errorf("with %v, by hand (-) and ours (+):\n%.2000s", variables, difference)
		}
		if empty(got) {
			t.Errorf("with %v the answer is empty", variables)
		}
	}
}

func data(t *testing.T, text []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatalf("%v: %.500s", err, text)
	}
	return reconcile(v)
}
