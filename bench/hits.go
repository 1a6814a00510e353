package main

// hits.go counts db hits: PROFILE of the hand-written statement and of the one that ours is compiled to.

import (
	"context"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guanxi/graph"
	"guanxi/schema"
)

// countHits counts over all values of the operation.
func (m *measurement) countHits(ctx context.Context, db *graphDB) error {
	engine, err := db.engine(ctx)
	if err != nil {
		return err
	}
	for i, variables := range m.op.variables[bare] {
		n, err := db.hits(ctx, m.op.cypher, variables)
		if err != nil {
			return fmt.Errorf("operations/%s.txtar: by-hand.cypher: %w", m.op.name, err)
		}
		m.hits[0] += n
		statement, err := compile(engine, m.op.query, m.op.variables[ours][i])
		if err != nil {
			return fmt.Errorf("operations/%s.txtar: operation.graphql: %w", m.op.name, err)
		}
		if n, err = db.hits(ctx, statement.Cypher, statement.Params); err != nil {
			return err
		}
		m.hits[1] += n
	}
	return nil
}

// engine compiles as `guanxi serve` does.
func (db *graphDB) engine(ctx context.Context) (*graph.Engine, error) {
	api, err := schema.Load()
	if err != nil {
		return nil, err
	}
	engine, err := graph.New(api, db.driver, graph.Options{Database: db.login.Database})
	if err != nil {
		return nil, err
	}
	return engine, engine.Refresh(ctx) // as serve does
}

// compile gives our statement.
func compile(engine *graph.Engine, query string, variables map[string]any) (*graph.Statement, error) {
	request, faults := engine.Parse(query, "", variables)
	if len(faults) > 0 {
		return nil, faults
	}
	return engine.Compile(request)
}

// hits profiles a statement. The second time counts: the first may find caches cold that hits depend on.
func (db *graphDB) hits(ctx context.Context, statement string, params map[string]any) (int64, error) {
	session := db.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, DatabaseName: db.login.Database})
	defer session.Close(ctx)
	var hits int64
	for range 2 {
		result, err := session.Run(ctx, "PROFILE "+statement, params)
		if err != nil {
			return 0, err
		}
		summary, err := result.Consume(ctx)
		if err != nil {
			return 0, err
		}
		hits = sum(summary.Profile())
	}
	return hits, nil
}

// sum adds up a plan.
func sum(p neo4j.ProfiledPlan) int64 {
	if p == nil {
		return 0
	}
	hits := p.DbHits()
	for _, child := range p.Children() {
		hits += sum(child)
	}
	return hits
}
