package graph_test

// free_test.go ends operations while they run, by their time and by a caller who
// leaves, and looks into the database: nothing of them may go on there.

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"
	"time"

	"guanxi/graph"
)

// under way are the transactions in the database beside the one that asks.
func (db *database) underWay(t *testing.T) int {
	t.Helper()
	rows := db.Run(t, `SHOW TRANSACTIONS YIELD database, currentQuery
		WHERE database = $database AND NOT currentQuery STARTS WITH 'SHOW TRANSACTIONS' RETURN count(*) AS n`, map[string]any{"database": db.Database})
	return int(rows[0]["n"].(int64))
}

// waitFor waits until so many transactions are under way.
func (db *database) waitFor(t *testing.T, n int) {
	t.Helper()
	for end := time.Now().Add(time.Minute); db.underWay(t) != n; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d transactions are under way, want %d", db.underWay(t), n)
		}
	}
}

// TestTheDatabaseIsFreeAgain ends a statement that would take hours, and a
// computation.
func TestTheDatabaseIsFreeAgain(t *testing.T) {
	db := smallGraph(t)
	db.Run(t, "UNWIND range(1, 150) AS i CREATE (:Entity:Organization:Enterprise {id: 'y' + i, name: 'n'})", nil)
	db.Run(t, "MATCH (a:Enterprise {name: 'n'}), (b:Enterprise {name: 'n'}) CREATE (a)-[:PART_OF {key: a.id + '>' + b.id}]->(b)", nil)
	const statement = `{ organizations { parts { parts { parts { partsConnection(where: {node: {name: {contains: "n"}}}) { totalCount } } } } } }`
	const computation = `{ centrality(measure: BETWEENNESS) { measure } }`
	ask := func(ctx context.Context, query string, time time.Duration) error {
		engine, err := graph.New(db.full, db.Driver, graph.Options{Database: db.Database, StatementTimeout: time, MaxCost: math.MaxInt})
		if err != nil {
			return err
		}
		request, errs := engine.Parse(query, "", nil)
		if errs != nil {
			return errs
		}
		_, err = engine.Answer(ctx, request)
		return err
	}
	if err := ask(t.Context(), computation, time.Minute); err != nil { // the database plans it
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, query string
		time        time.Duration
		leaves      bool
		code        string
	}{
		{"a statement over time", statement, time.Second, false, graph.TooExpensive},
		{"a statement whose caller leaves", statement, time.Minute, true, graph.Cancelled},
		{"a computation over time", computation, 5 * time.Second, false, graph.TooExpensive},
		{"a computation whose caller leaves", computation, time.Minute, true, graph.Cancelled},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx, leave := context.WithCancel(t.Context())
			defer leave()
			// The computation is held where it tells how far it is.
			held, goOn := make(chan bool, 1), make(chan bool)
			ctx = graph.WithProgress(ctx, func(p graph.Progress) {
				if p.Stage == "following the shortest ways" && p.Done == 0 {
					held <- true
					<-goOn
				}
			})
			ended := make(chan error)
			go func() { ended <- ask(ctx, c.query, c.time) }()
			if c.query == computation {
				<-held
			}
			if c.leaves || c.query == computation { // a statement may be over before it is seen
				db.waitFor(t, 1)
			}
			if c.leaves {
				leave()
			} else if c.query == computation {
				time.Sleep(c.time)
			}
			close(goOn)
			err := <-ended
			if e, ok := errors.AsType[*graph.Error](err); !ok || e.Code != c.code {
				t.Errorf("%v, want %s", err, c.code)
			}
			db.waitFor(t, 0)
		})
	}
}

// TestComputationsTellTheirProgress asks two at once, and hears the stages of each
// in their order.
func TestComputationsTellTheirProgress(t *testing.T) {
	e := smallGraph(t).engine(t)
	request, errs := e.Parse(`{ a: centrality { measure } communities { count } paths(from: "alpha", to: "gamma") { hops } }`, "", nil)
	if errs != nil {
		t.Fatal(errs)
	}
	heard := map[string][]string{}
	ctx := graph.WithProgress(t.Context(), func(p graph.Progress) {
		if p.Of > 0 && p.Done > p.Of {
			t.Errorf("%+v", p)
		}
		heard[p.Field] = slices.Compact(append(heard[p.Field], p.Stage))
	})
	if _, err := e.Answer(ctx, request); err != nil {
		t.Fatal(err)
	}
	for field, want := range map[string][]string{
		"a":           {"reading agreements", "pairing organizations", "passing rank on"},
		"communities": {"reading agreements", "pairing organizations", "finding communities"},
		"paths":       {"walking from both ends", "finding the best paths"},
	} {
		if !slices.Equal(heard[field], want) {
			t.Errorf("%s: %q, want %q", field, heard[field], want)
		}
	}
}
