package graph_test

// run_test.go has the database fail in the ways that it does, and reads what is said of it.

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"guanxi/graph"
)

func TestFaultsOfTheDatabase(t *testing.T) {
	db := smallGraph(t)
	db.Run(t, "UNWIND range(1, 3000) AS i CREATE (:Entity:Country {id: 'x' + i, code: 'x' + i, name: 'x'})", nil)
	db.Run(t, "UNWIND range(1, 150) AS i CREATE (:Entity:Organization:Enterprise {id: 'y' + i, name: 'n'})", nil)
	db.Run(t, "MATCH (a:Enterprise {name: 'n'}), (b:Enterprise {name: 'n'}) CREATE (a)-[:PART_OF {key: a.id + '>' + b.id}]->(b)", nil)
	connect := func(password string, change ...func(*config.Config)) neo4j.DriverWithContext {
		driver, err := neo4j.NewDriverWithContext(db.URI, neo4j.BasicAuth(db.Username, password, ""), change...)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { driver.Close(context.Background()) })
		return driver
	}
	engine := func(driver neo4j.DriverWithContext, database string, o graph.Options) *graph.Engine {
		o.Database = database
		e, err := graph.New(db.full, driver, o)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	ask := func(ctx context.Context, e *graph.Engine, query string) *graph.Error {
		t.Helper()
		r, errs := e.Parse(query, "", nil)
		if errs != nil {
			t.Fatal(errs)
		}
		_, err := e.Answer(ctx, r)
		var own *graph.Error
		if !errors.As(err, &own) {
			t.Fatalf("got %v", err)
		}
		return own
	}
	want := func(t *testing.T, err *graph.Error, code, message string) {
		t.Helper()
		if err.Code != code || !strings.Contains(err.Message, message) {
			t.Errorf("got %s: %v\nwant %s: %s", err.Code, err, code, message)
		}
	}
	const small = `{ countries(limit: 1) { id } }`
	// Each of 150 organizations is part of each: some 500 million to look at.
	const large = `{ organizations { parts { parts { partsConnection(where: {node: {name: {contains: "n"}}}) { totalCount } } } } }`

	t.Run("a wrong password", func(t *testing.T) {
		want(t, ask(t.Context(), engine(connect("wrong"), db.Database, graph.Options{}), small), graph.Internal, "NEO4J_PASSWORD")
	})
	t.Run("no such database", func(t *testing.T) {
		want(t, ask(t.Context(), engine(db.Driver, "nowhere", graph.Options{}), small), graph.Internal, "NEO4J_DATABASE")
	})
	t.Run("a statement over time", func(t *testing.T) {
		err := ask(t.Context(), engine(db.Driver, db.Database, graph.Options{StatementTimeout: time.Millisecond, MaxCost: math.MaxInt}), large)
		want(t, err, graph.TooExpensive, "more than 1ms")
		if err.DBTime <= 0 {
			t.Error("no time was taken")
		}
	})
	t.Run("a caller who leaves", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		want(t, ask(ctx, engine(db.Driver, db.Database, graph.Options{}), small), graph.Cancelled, "cancelled")
	})
	t.Run("a caller's time", func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Nanosecond)
		defer cancel()
		want(t, ask(ctx, engine(db.Driver, db.Database, graph.Options{}), small), graph.Timeout, "ran out")
	})
	t.Run("no connection is free", func(t *testing.T) {
		// One connection, which a transaction of this test keeps.
		driver := connect(db.Password, func(c *config.Config) {
			c.MaxConnectionPoolSize, c.ConnectionAcquisitionTimeout, c.MaxTransactionRetryTime = 1, 3*time.Second, time.Millisecond
		})
		session := driver.NewSession(t.Context(), neo4j.SessionConfig{DatabaseName: db.Database})
		defer session.Close(context.Background())
		tx, err := session.BeginTransaction(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer tx.Close(context.Background())
		want(t, ask(t.Context(), engine(driver, db.Database, graph.Options{}), small), graph.ServiceUnavailable, "all its connections")
	})
	t.Run("an answer that is too large", func(t *testing.T) {
		err := ask(t.Context(), engine(db.Driver, db.Database, graph.Options{MaxAnswer: 10_000}), `{ countries(limit: 5000) { id name } }`)
		want(t, err, graph.TooExpensive, "larger than the 10000 bytes")
	})
	t.Run("a page that is too large", func(t *testing.T) {
		err := ask(t.Context(), engine(db.Driver, db.Database, graph.Options{MaxPage: 20}), `{ countries(limit: 21) { id } }`)
		want(t, err, graph.BadUserInput, "21 rows are asked for and at most 20 are allowed")
		if got := err.Path.String() + " " + err.Argument.String(); got != "countries limit" {
			t.Errorf("at %s", got)
		}
	})
}
