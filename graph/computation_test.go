package graph_test

// computation_test.go holds what Go computes for questions to its bounds: the
// statements that it declares and no more, and the time that it may take.

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"guanxi/graph"
	"guanxi/graph/graphtest"
)

// TestComputationsReadWhatTheyDeclare counts the statements of an operation: its
// own, and at most those that its computations declare.
func TestComputationsReadWhatTheyDeclare(t *testing.T) {
	db := smallGraph(t)
	for query, want := range map[string]int64{
		`{ network { pairs computed { projection } } }`:                                      2,
		`{ centrality { ranking { organization { label country: __typename } } } }`:          2,
		`{ communities { communities { members { agreements { title } } } } }`:               2,
		`{ network { pairs } other: network(minShared: 2) { pairs } institutions { id } }`:   3,
		`{ paths(from: "medicine", to: "alpha") { hops } }`:                                  3, // the ends, one step, and the operation's own
		`{ paths(from: "alpha", to: "gamma", maxHops: 1) { hops } }`:                         3,
		`{ paths(from: "alpha", to: "gamma", maxHops: 4) { steps { from { id } } } }`:        7, // with the degrees on the rims
		`{ paths(from: "quay", to: "gamma", maxHops: 6) { steps { relationship { id } } } }`: 0,
	} {
		counter := &countingDriver{DriverWithContext: db.Driver}
		engine, err := graph.New(db.full, counter, graph.Options{Database: db.Database, StatementTimeout: graphtest.Patience})
		if err != nil {
			t.Fatal(err)
		}
		request, errs := engine.Parse(query, "", nil)
		if errs != nil {
			t.Fatal(errs)
		}
		statement, err := engine.Compile(request)
		if err != nil {
			t.Fatal(err)
		}
		declared := int64(1)
		for _, read := range statement.Reads {
			declared += int64(read.Times)
		}
		for range 2 { // planned anew, and from the cache
			counter.statements.Store(0)
			if _, err := engine.Answer(context.Background(), request); err != nil {
				t.Fatal(err)
			}
			if got := counter.statements.Load(); got > declared || want > 0 && got != want {
				t.Errorf("%s: %d statements, want %d and at most %d", query, got, want, declared)
			}
		}
	}
}

// TestComputationsEndInTime gives them a millisecond, and then a caller who has
// gone.
func TestComputationsEndInTime(t *testing.T) {
	db := smallGraph(t)
	for _, query := range []string{
		`{ p: paths(from: "alpha", to: "gamma") { hops } }`, `{ p: network { pairs } }`,
		`{ p: centrality(measure: BETWEENNESS) { measure } }`, `{ p: communities { count } }`,
	} {
		for _, c := range []struct {
			time time.Duration
			gone bool
			code string
		}{{time.Millisecond, false, graph.TooExpensive}, {time.Minute, true, graph.Cancelled}} {
			engine, err := graph.New(db.full, db.Driver, graph.Options{Database: db.Database, StatementTimeout: c.time})
			if err != nil {
				t.Fatal(err)
			}
			request, errs := engine.Parse(query, "", nil)
			if errs != nil {
				t.Fatal(errs)
			}
			ctx, cancel := context.WithCancel(context.Background())
			if c.gone {
				cancel()
			}
			_, err = engine.Answer(ctx, request)
			cancel()
			if e, ok := errors.AsType[*graph.Error](err); !ok || e.Code != c.code || strings.Contains(e.Message, "Neo4j") {
				t.Errorf("%s in %v, gone %v: %v, want %s", query, c.time, c.gone, err, c.code)
			}
		}
	}
}

// TestProfileComputesFirst prints Neo4j's plan of a statement whose rows come
// from Go.
func TestProfileComputesFirst(t *testing.T) {
	engine := smallGraph(t).engine(t)
	request, errs := engine.Parse(`{ paths(from: "alpha", to: "gamma") { steps { to { id } } } }`, "", nil)
	if errs != nil {
		t.Fatal(errs)
	}
	text, hits, err := engine.Profile(context.Background(), request)
	if err != nil || hits < 10 || !strings.Contains(text, "Unwind") {
		t.Fatalf("%v, %d hits:\n%s", err, hits, text)
	}
}
