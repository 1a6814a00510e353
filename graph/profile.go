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
	c, b, err := e.bound(r)
	if err != nil {
		return "", 0, err
	}
	summary, err := read(ctx, e, "PROFILE "+c.cypher, b.params, c.plan.computations, func(ctx context.Context, result neo4j.ResultWithContext) (neo4j.ResultSummary, error) {
		return result.Consume(ctx)
	})
	if err != nil {
		return "", 0, err
	}
	var lines strings.Builder
	hits = printProfile(&lines, summary.Profile(), 0)
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
