// Package generate makes graphs of any size for tests and benchmarks: the same seed gives the same graph. Organizations
// are party to agreements as those of Horizon 2020 are: most are in one or two, a few are in hundreds.
package generate

import (
	"context"
	"fmt"
	"math/rand/v2"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guanxi/seed"
)

// A Size tells how much is made; how many relationships, follows from it.
type Size struct {
	Organizations int
	Agreements    int
	Seed          uint64
}

// H2020 is the size of the EU's Horizon 2020 grants of 2014 to 2016.
var H2020 = Size{Organizations: 12_326, Agreements: 7_574, Seed: 1}

// batch is how many rows go into one transaction: some tens of MB there.
const batch = 5000

// source is the id of the source that states all that is generated.
const source = "generated"

// entry is what every relationship says of the statement that supports it.
const entry = `sources: ['` + source + `'], locators: [row.id], bases: ['STATED'], notes: [''],
    validFroms: [coalesce(row.startDate, date('0001-01-01'))], validTos: [coalesce(row.endDate, date('9999-12-31'))], knowns: [date('2020-01-01')]`

// states makes the source name the node n.
const states = `
WITH n, row MATCH (s:Source {id: '` + source + `'})
CREATE (s)-[:STATES {key: 'states ' + row.id, locator: row.id, basis: 'STATED', known: date('2020-01-01')}]->(n)`

const (
	writeSource = `MERGE (s:Entity:Source {id: '` + source + `'})
SET s.title = 'A generated graph', s.retrievedOn = date('2020-01-01'), s.origin = 'import'`

	writeOrganizations = `UNWIND $rows AS row
CREATE (n:Entity:Organization:$(row.label) {id: row.id, name: row.name, kind: row.kind, aliases: []})
WITH n, row MATCH (c:Country {code: row.country})
CREATE (n)-[:IN_COUNTRY {key: 'country ' + row.id, ` + entry + `}]->(c)` + states

	writeAgreements = `UNWIND $rows AS row
CREATE (n:Entity:Agreement) SET n = row` + states

	writeParties = `UNWIND $rows AS row
MATCH (o:Entity {id: row.organization})
MATCH (a:Entity {id: row.agreement})
WITH o, a, row {.role, id: row.agreement, startDate: a.startDate, endDate: a.endDate} AS row
CREATE (o)-[:PARTY_TO {key: o.id + ' ' + a.id, role: row.role, ` + entry + `}]->(a)`
)

// Load adds the graph to the database, which is prepared first. Nothing of an equal seed may be in it.
func Load(ctx context.Context, driver neo4j.DriverWithContext, database string, size Size, progress seed.Progress) error {
	if progress == nil {
		progress = func(string, int, int) {}
	}
	if err := seed.Prepare(ctx, driver, database, progress); err != nil {
		return err
	}
	if err := seed.LoadCountries(ctx, driver, database); err != nil {
		return fmt.Errorf("loading the countries: %w", err)
	}
	random := rand.New(rand.NewPCG(size.Seed, 2))
	for _, step := range []struct {
		what, statement string
		rows            []map[string]any
	}{
		{"the source", writeSource, []map[string]any{{}}},
		{"organizations", writeOrganizations, organizationRows(size, random)},
		{"agreements", writeAgreements, agreementRows(size, random)},
		{"parties", writeParties, partyRows(size, random)},
	} {
		for first := 0; first < len(step.rows); first += batch {
			progress("generating "+step.what, first, len(step.rows))
			rows := step.rows[first:min(first+batch, len(step.rows))]
			_, err := neo4j.ExecuteQuery(ctx, driver, step.statement, map[string]any{"rows": rows},
				neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase(database))
			if err != nil {
				return fmt.Errorf("generating %s: %w", step.what, err)
			}
		}
	}
	seed.Sample(ctx, driver, database)
	return nil
}

// Empty tells whether there is nothing in the database but what prepares it: the countries and their source.
func Empty(ctx context.Context, driver neo4j.DriverWithContext, database string) (bool, error) {
	result, err := neo4j.ExecuteQuery(ctx, driver,
		`RETURN NOT EXISTS { MATCH (e:Entity|Entity_INFERRED) WHERE NOT e:Country AND NOT e:Source } AS empty`, nil,
		neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase(database), neo4j.ExecuteQueryWithReadersRouting())
	if err != nil {
		return false, fmt.Errorf("looking whether the database is empty: %w", err)
	}
	empty, _ := result.Records[0].Values[0].(bool)
	return empty, nil
}
