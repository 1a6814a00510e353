// Package bench measures Guanxi against what one would write by hand.
package bench

import (
	"context"
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guanxi/graph"
	"guanxi/graph/graphtest"
	"guanxi/schema"
	"guanxi/seed"
	"guanxi/seed/generate"
)

const query = `query ($country: String!) {
  institutions(where: {country: {code: {eq: $country}}}, sort: [{name: ASC}], limit: 50) {
    id name kind
    agreements(sort: [{title: ASC}], limit: 10) {
      id title status
      parties(sort: [{name: ASC}], limit: 10) { id name }
    }
  }
}`

// byHand is what a careful person would send for the same question, with the
// same order, so that the answers are equal to the byte.
const byHand = `
MATCH (:Country {code: $country})<-[:IN_COUNTRY]-(i:Institution)
WITH DISTINCT i ORDER BY i.name, i.id LIMIT 50
RETURN i.id AS id, i.name AS name, i.kind AS kind, COLLECT {
  MATCH (i)-[:PARTY_TO]->(a:Agreement)
  WITH DISTINCT a ORDER BY a.title, a.id LIMIT 10
  RETURN {id: a.id, title: a.title, status: a.status, parties: COLLECT {
    MATCH (a)<-[:PARTY_TO]-(p:Organization)
    WITH DISTINCT p ORDER BY p.name, p.id LIMIT 10
    RETURN {id: p.id, name: p.name}
  }}
} AS agreements`

// BenchmarkThreeLevels runs the operation and the hand-written statement in
// turn, and reports how much longer the operation takes.
func BenchmarkThreeLevels(b *testing.B) {
	ctx := context.Background()
	db := graphtest.Open(b)
	if err := seed.Prepare(ctx, db.Driver, db.Database, nil); err != nil {
		b.Fatal(err)
	}
	if err := generate.Load(ctx, db.Driver, db.Database, generate.H2020); err != nil {
		b.Fatal(err)
	}
	full, err := schema.Load()
	if err != nil {
		b.Fatal(err)
	}
	engine, err := graph.New(full, db.Driver, graph.Options{Database: db.Database})
	if err != nil {
		b.Fatal(err)
	}
	countries := []string{"DE", "FR", "GB", "ES", "AT", "PL"}
	for _, country := range countries { // warm both, and see that they agree
		same(b, ours(b, engine, country), hand(b, db, country))
	}
	var mine, theirs time.Duration
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		country := countries[i%len(countries)]
		start := time.Now()
		ours(b, engine, country)
		middle := time.Now()
		hand(b, db, country)
		mine, theirs = mine+middle.Sub(start), theirs+time.Since(middle)
	}
	b.ReportMetric(float64(mine)/float64(theirs), "ours/by-hand")
	b.ReportMetric(float64(theirs.Microseconds())/float64(b.N), "by-hand-µs/op")
}

func ours(b *testing.B, engine *graph.Engine, country string) []byte {
	request, errs := engine.Parse(query, "", map[string]any{"country": country})
	if errs != nil {
		b.Fatal(errs)
	}
	answer, err := engine.Answer(context.Background(), request)
	if err != nil {
		b.Fatal(err)
	}
	return answer.Data
}

func hand(b *testing.B, db *graphtest.DB, country string) []byte {
	ctx := context.Background()
	session := db.Driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, DatabaseName: db.Database})
	defer session.Close(ctx)
	rows, err := session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		result, err := tx.Run(ctx, byHand, map[string]any{"country": country})
		if err != nil {
			return nil, err
		}
		records, err := result.Collect(ctx)
		rows := make([]any, len(records))
		for i, record := range records {
			rows[i] = record.AsMap()
		}
		return rows, err
	})
	if err != nil {
		b.Fatal(err)
	}
	data, err := json.Marshal(map[string]any{"institutions": rows})
	if err != nil {
		b.Fatal(err)
	}
	return data
}

func same(b *testing.B, x, y []byte) {
	b.Helper()
	var left, right any
	if json.Unmarshal(x, &left) != nil || json.Unmarshal(y, &right) != nil || !reflect.DeepEqual(left, right) {
		b.Fatalf("not the same:\n%.2000s\n%.2000s", x, y)
	}
}
