package graph_test

// statement_test.go counts what reaches the database: one statement an
// operation, whatever the operation asks.

import (
	"context"
	"sync/atomic"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guanxi/graph"
	"guanxi/graph/graphtest"
)

func TestOneStatementAnOperation(t *testing.T) {
	db := smallGraph(t)
	for name, query := range map[string]string{
		"list":       `{ institutions { id } }`,
		"levels":     `{ institutions { country { name } agreements { parties { label people { name } } } } }`,
		"roots":      `{ a: institutions { id } b: countries { code } node(id: "alpha") { id } }`,
		"connection": `{ institutionsConnection { totalCount edges { cursor node { agreementsConnection { totalCount edges { properties { role evidence { source { title } } } } } } } } }`,
		"derived":    `{ institutions { partnersConnection(sort: [{edge: {shared: DESC}}]) { totalCount edges { cursor node { partners { id } } properties { shared agreements { title } evidence { evidence { locator } } } } } } }`,
		"question":   `{ partnerships(country: "CN") { totalCount edges { node { here { name } there { name } agreements { title parties { id } } evidence { type from { id } evidence { locator } } } } } }`,
		"facets":     `{ partnerships(country: "CN") { totalCount edges { node { shared } } facets { year { value count } country { value { code } count } } } }`,
		"others":     `{ neighbourhood(of: ["alpha"], depth: 3) { nodes { label } omitted { count } } commonConnections(of: ["alpha", "gamma"]) { ties { of { id } } } timeline { day evidence { type } } coverage(country: "AU") { summary } countryMatrix { partnerships } }`,
	} {
		t.Run(name, func(t *testing.T) {
			counter := &countingDriver{DriverWithContext: db.Driver}
			engine, err := graph.New(db.full, counter, graph.Options{Database: db.Database, StatementTimeout: graphtest.Patience})
			if err != nil {
				t.Fatal(err)
			}
			request, errs := engine.Parse(query, "", nil)
			if errs != nil {
				t.Fatal(errs)
			}
			for run := range int64(2) { // planned anew, and from the cache
				if _, err := engine.Answer(context.Background(), request); err != nil {
					t.Fatal(err)
				}
				if got := counter.statements.Load(); got != run+1 {
					t.Fatalf("%d statements after %d operations", got, run+1)
				}
			}
		})
	}
}

// A countingDriver counts the statements that are run through it.
type countingDriver struct {
	neo4j.DriverWithContext
	statements atomic.Int64
}

func (d *countingDriver) NewSession(ctx context.Context, config neo4j.SessionConfig) neo4j.SessionWithContext {
	return &countingSession{d.DriverWithContext.NewSession(ctx, config), d}
}

type countingSession struct {
	neo4j.SessionWithContext
	driver *countingDriver
}

func (s *countingSession) ExecuteRead(ctx context.Context, work neo4j.ManagedTransactionWork, configurers ...func(*neo4j.TransactionConfig)) (any, error) {
	return s.SessionWithContext.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return work(&countingTransaction{tx, s.driver})
	}, configurers...)
}

func (s *countingSession) Run(ctx context.Context, cypher string, params map[string]any, configurers ...func(*neo4j.TransactionConfig)) (neo4j.ResultWithContext, error) {
	s.driver.statements.Add(1)
	return s.SessionWithContext.Run(ctx, cypher, params, configurers...)
}

type countingTransaction struct {
	neo4j.ManagedTransaction
	driver *countingDriver
}

func (tx *countingTransaction) Run(ctx context.Context, cypher string, params map[string]any) (neo4j.ResultWithContext, error) {
	tx.driver.statements.Add(1)
	return tx.ManagedTransaction.Run(ctx, cypher, params)
}
