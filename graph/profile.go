package graph

// profile.go runs an operation with PROFILE and prints Neo4j's plan: which
// operators, how many rows, how many db hits.

import (
	"context"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Profile runs the operation and gives the plan that Neo4j ran, an operator a
// line with its rows and db hits, and the sum of the hits.
func (e *Engine) Profile(ctx context.Context, r Request) (text string, hits int64, err error) {
	statement, err := e.Compile(r)
	if err != nil {
		return "", 0, err
	}
	session := e.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, DatabaseName: e.options.Database})
	defer session.Close(context.WithoutCancel(ctx))
	summary, err := session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		result, err := tx.Run(ctx, "PROFILE "+statement.Cypher, statement.Params)
		if err != nil {
			return nil, err
		}
		return result.Consume(ctx)
	}, neo4j.WithTxTimeout(e.options.StatementTimeout))
	if err != nil {
		return "", 0, e.fault(ctx, err)
	}
	var lines strings.Builder
	hits = printProfile(&lines, summary.(neo4j.ResultSummary).Profile(), 0)
	fmt.Fprintf(&lines, "%d db hits in all\n", hits)
	return lines.String(), hits, nil
}

func printProfile(text *strings.Builder, p neo4j.ProfiledPlan, depth int) int64 {
	if p == nil {
		return 0
	}
	details, _ := p.Arguments()["Details"].(string)
	name := strings.TrimSuffix(p.Operator(), "@neo4j")
	fmt.Fprintf(text, "%s%s  %d rows, %d db hits  %s\n", strings.Repeat("  ", depth), name, p.Records(), p.DbHits(), strings.Join(strings.Fields(details), " "))
	hits := p.DbHits()
	for _, child := range p.Children() {
		hits += printProfile(text, child, depth+1)
	}
	return hits
}
