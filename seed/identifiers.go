package seed

// identifiers.go keeps the ids that an entity bears in registries, and those of
// entities that were merged into it: nodes of their own, each with SAME_AS to the
// entity and the sources that say so.

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// SameAs is the type of a Relationship that leads from an id (From) to the entity
// that bears it. What comes of it is not an entity: it needs no mention.
const SameAs = "SAME_AS"

const (
	readIdentifiers = `
MATCH (e:Entity|Entity_INFERRED) WHERE e.id IN $ids
MATCH (i:Identifier)-[r:SAME_AS]->(e) WHERE r.sources IS NOT NULL
RETURN elementId(r) AS element, type(r) AS type, r.key AS key, i.id AS from, e.id AS to, properties(r) AS properties`

	createIdentifiers = `
UNWIND $rows AS row
MATCH (b:%[1]s {id: row.to})
MERGE (a:Identifier {id: row.from})
CREATE (a)-[r:%[2]s]->(b)
SET r = row.properties
RETURN collect(row.key) AS keys`

	removeIdentifiers = `
MATCH (i:Identifier) WHERE i.id IN $ids AND NOT EXISTS { (i)-->() }
DELETE i`

	otherIdentifiers = `
MATCH (i:Identifier)-[r:SAME_AS]->(e:Entity)
WHERE any(source IN coalesce(r.sources, ['']) WHERE source <> $source)
RETURN i.id AS id, e.id AS entity ORDER BY id, entity`
)

// Identified gives the entities that ids stand for by what other sources than the
// given one say. An importer finds there what is in the graph under another id.
func Identified(ctx context.Context, driver neo4j.DriverWithContext, database, source string) (map[string]string, error) {
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: database, AccessMode: neo4j.AccessModeRead})
	defer session.Close(ctx)
	return neo4j.ExecuteRead(ctx, session, func(tx neo4j.ManagedTransaction) (map[string]string, error) {
		found := map[string]string{}
		err := each(ctx, tx, otherIdentifiers, map[string]any{"source": source}, func(row *neo4j.Record) {
			found[value[string](row, "id")] = value[string](row, "entity")
		})
		return found, err
	})
}

// identifiers removes the ids that no source gives to an entity any more.
func (w *writer) identifiers(before, after map[string]*record) {
	var ids []string
	for at, r := range before {
		if r.typ == SameAs && after[at] == nil {
			ids = append(ids, r.from)
		}
	}
	if w.err == nil && len(ids) > 0 {
		w.err = each(w.ctx, w.tx, removeIdentifiers, map[string]any{"ids": ids}, func(*neo4j.Record) {})
	}
}
