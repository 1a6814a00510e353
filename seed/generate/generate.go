// Package generate makes graphs of any size for tests and benchmarks: the same
// seed gives the same graph. Organizations are party to agreements with the
// skew of real grant networks: most are in one or two, a few are in hundreds.
package generate

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A Size tells how much is made.
type Size struct {
	Organizations int
	Agreements    int
	Edges         int // PARTY_TO relationships; no organization is twice in one agreement
	Seed          uint64
}

// H2020 is about the size of the EU's Horizon 2020 grants of 2014 to 2016.
var H2020 = Size{Organizations: 12_000, Agreements: 7_500, Edges: 32_000, Seed: 1}

// batch is how many rows go into one transaction.
const batch = 5000

var countries = []string{"DE", "FR", "GB", "ES", "IT", "NL", "BE", "SE", "CH", "AT", "EL", "PL", "PT", "CN", "AU", "KZ"}

var kinds = []struct{ label, kind string }{
	{"Institution", "UNIVERSITY"}, {"Institution", "RESEARCH"}, {"Enterprise", ""}, {"Enterprise", ""}, {"GovernmentBody", ""}, {"OtherOrganization", ""},
}

// Load writes the graph into an empty database that has the constraints.
func Load(ctx context.Context, driver neo4j.DriverWithContext, database string, size Size) error {
	random := rand.New(rand.NewPCG(size.Seed, 2))
	steps := []struct {
		statement string
		rows      []map[string]any
	}{
		{`UNWIND $rows AS row MERGE (c:Entity:Country {id: row.code}) SET c.code = row.code, c.name = row.code`, countryRows()},
		{`UNWIND $rows AS row CREATE (s:Entity:Source {id: row.id, title: row.id, retrievedOn: date('2020-01-01')})`, []map[string]any{{"id": "generated"}}},
		{`UNWIND $rows AS row
		  CREATE (o:Entity:Organization:$(row.label) {id: row.id, name: row.name, kind: row.kind})
		  WITH o, row MATCH (c:Country {code: row.country})
		  CREATE (o)-[:IN_COUNTRY {key: 'c-' + row.id, sources: ['generated'], locators: [row.id], bases: ['STATED'], notes: [''],
		    validFroms: [date('2020-01-01')], validTos: [date('9999-12-31')], knowns: [date('2020-01-01')]}]->(c)`, organizationRows(size, random)},
		{`UNWIND $rows AS row CREATE (a:Entity:Agreement {id: row.id, title: row.title, kind: 'GRANT', status: 'ACTIVE', startDate: date(row.start), amount: row.amount, currency: 'EUR'})`, agreementRows(size, random)},
		{`UNWIND $rows AS row MATCH (o:Entity {id: row.organization}) MATCH (a:Entity {id: row.agreement})
		  CREATE (o)-[:PARTY_TO {key: row.organization + ' ' + row.agreement, role: row.role, sources: ['generated'], locators: [row.agreement], bases: ['STATED'], notes: [''],
		    validFroms: [date('2020-01-01')], validTos: [date('9999-12-31')], knowns: [date('2020-01-01')]}]->(a)`, edgeRows(size, random)},
	}
	for _, step := range steps {
		for first := 0; first < len(step.rows); first += batch {
			rows := step.rows[first:min(first+batch, len(step.rows))]
			_, err := neo4j.ExecuteQuery(ctx, driver, step.statement, map[string]any{"rows": rows},
				neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase(database))
			if err != nil {
				return fmt.Errorf("generate: %w", err)
			}
		}
	}
	return nil
}

func countryRows() []map[string]any {
	var rows []map[string]any
	for _, code := range countries {
		rows = append(rows, map[string]any{"code": code})
	}
	return rows
}

func organizationRows(size Size, random *rand.Rand) []map[string]any {
	rows := make([]map[string]any, size.Organizations)
	for i := range rows {
		kind := kinds[random.IntN(len(kinds))]
		row := map[string]any{
			"id": organization(i), "name": fmt.Sprintf("Organization %06d of %s", random.IntN(1_000_000), countries[i%len(countries)]),
			"label": kind.label, "country": countries[skewed(random, len(countries), 1.5)], "kind": nil,
		}
		if kind.kind != "" {
			row["kind"] = kind.kind
		}
		rows[i] = row
	}
	return rows
}

func agreementRows(size Size, random *rand.Rand) []map[string]any {
	rows := make([]map[string]any, size.Agreements)
	for i := range rows {
		rows[i] = map[string]any{
			"id": agreement(i), "title": fmt.Sprintf("Undertaking %07d", random.IntN(10_000_000)),
			"start":  fmt.Sprintf("%d-%02d-01", 2014+random.IntN(3), 1+random.IntN(12)),
			"amount": float64(50_000 + random.IntN(5_000_000)),
		}
	}
	return rows
}

// edgeRows draws pairs until there are enough different ones.
func edgeRows(size Size, random *rand.Rand) []map[string]any {
	want := min(size.Edges, size.Organizations*size.Agreements)
	seen := make(map[[2]int]bool, want)
	rows := make([]map[string]any, 0, want)
	for attempts := 0; len(rows) < want && attempts < 20*want; attempts++ {
		pair := [2]int{skewed(random, size.Organizations, 2), skewed(random, size.Agreements, 1.2)}
		if seen[pair] {
			continue
		}
		seen[pair] = true
		role := "participant"
		if random.IntN(5) == 0 {
			role = "coordinator"
		}
		rows = append(rows, map[string]any{"organization": organization(pair[0]), "agreement": agreement(pair[1]), "role": role})
	}
	return rows
}

func organization(i int) string { return fmt.Sprintf("org-%06d", i) }
func agreement(i int) string    { return fmt.Sprintf("agr-%06d", i) }

// skewed draws from 0 to n-1, the small ones more often the larger power is.
func skewed(random *rand.Rand, n int, power float64) int {
	return int(float64(n) * math.Pow(random.Float64(), power))
}
