package seed

// write.go writes the difference between two states of the graph, many nodes
// or relationships with each statement. Only what creates something names a
// label or a type, because Cypher takes neither as a parameter; all other
// statements serve for every kind.

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guanxi/graph/cypher"
)

// rowsAtOnce bounds the rows that one statement is given.
const rowsAtOnce = 2000

const (
	createNodes = `
UNWIND $rows AS row
CREATE (e:%s)
SET e = row.properties`

	changeNodes = `
UNWIND $rows AS row
MATCH (e) WHERE elementId(e) = row.element
SET e = row.properties`

	relabelNodes = `
UNWIND $rows AS row
MATCH (e) WHERE elementId(e) = row.element
REMOVE e:%s
SET e:%s`

	removeNodes = `
UNWIND $rows AS row
MATCH (e) WHERE elementId(e) = row.element
DETACH DELETE e`

	createRelationships = `
UNWIND $rows AS row
MATCH (a:%[1]s {id: row.from})
MATCH (b:%[1]s {id: row.to})
CREATE (a)-[r:%[2]s]->(b)
SET r = row.properties
RETURN collect(row.key) AS keys`

	firmAtInferred = `
MATCH (e:Entity_INFERRED)-[r]-() WHERE e.id IN $ids AND r.key IS NOT NULL AND NOT type(r) ENDS WITH '_INFERRED'
RETURN type(r) AS type, startNode(r).id AS from, endNode(r).id AS to, e.id AS id ORDER BY type, from, to LIMIT 1`

	changeRelationships = `
UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row.element
SET r = row.properties`

	removeRelationships = `
UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row.element
DELETE r`
)

// A writer writes differences; after an error it does nothing more.
type writer struct {
	ctx    context.Context
	tx     neo4j.ManagedTransaction
	report Report
	err    error
}

// nodes creates and changes nodes.
func (w *writer) nodes(before, after map[string]*node) {
	create := map[string][]any{}
	relabel := map[string]map[string][]any{} // by the labels to remove, then by those to set
	var change []any
	changed := 0
	for _, id := range sortedKeys(after) {
		old, n := before[id], after[id]
		labels := quoted(n.labels)
		if old == nil {
			create[labels] = append(create[labels], map[string]any{"properties": n.properties})
			continue
		}
		row := map[string]any{"element": n.element, "properties": n.properties}
		turned, others := !slices.Equal(old.labels, n.labels), !same(old.properties, n.properties)
		if turned {
			remove := quoted(old.labels)
			if relabel[remove] == nil {
				relabel[remove] = map[string][]any{}
			}
			relabel[remove][labels] = append(relabel[remove][labels], row)
		}
		if others {
			change = append(change, row)
		}
		if turned || others {
			changed++
		}
	}
	for _, labels := range sortedKeys(create) {
		w.report.Created += w.run(fmt.Sprintf(createNodes, labels), create[labels])
	}
	for _, remove := range sortedKeys(relabel) {
		for _, labels := range sortedKeys(relabel[remove]) {
			w.run(fmt.Sprintf(relabelNodes, remove, labels), relabel[remove][labels])
		}
	}
	w.run(changeNodes, change)
	w.report.Changed += changed
}

// quoted are the labels as they stand behind a variable; an analyst's own may be
// any text.
func quoted(labels []string) string {
	names := make([]string, len(labels))
	for i, label := range labels {
		names[i] = cypher.Name(label)
	}
	return strings.Join(names, ":")
}

// checkInferred refuses relationships that a source states or implies of an
// entity that every source only infers. One that is written now finds no such
// end (see create), but an entity may have become one since it was written.
func (w *writer) checkInferred(nodes map[string]*node) {
	var ids []string
	for id, n := range nodes {
		if n.isInferred() {
			ids = append(ids, id)
		}
	}
	if w.err != nil || len(ids) == 0 {
		return
	}
	var firm error
	err := each(w.ctx, w.tx, firmAtInferred, map[string]any{"ids": ids}, func(row *neo4j.Record) {
		firm = fmt.Errorf("%s from %s to %s is STATED or IMPLIED by a source, but %q is only INFERRED by every source that mentions it; have the former mention it too",
			value[string](row, "type"), value[string](row, "from"), value[string](row, "to"), value[string](row, "id"))
	})
	w.err = cmp.Or(err, firm)
}

// removeNodes removes the nodes that shall not be there, after their
// relationships, so that those are counted.
func (w *writer) removeNodes(before, after map[string]*node) {
	var remove []any
	for _, id := range sortedKeys(before) {
		if after[id] == nil {
			remove = append(remove, map[string]any{"element": before[id].element})
		}
	}
	w.report.Removed += w.run(removeNodes, remove)
}

// relationships removes, creates and changes relationships. One that moves
// between its type and the type for inferred ones is removed and created.
func (w *writer) relationships(before, after map[string]*record) {
	create := map[string][]any{}
	var change, remove, move []any
	for _, at := range sortedKeys(before) {
		old, r := before[at], after[at]
		switch {
		case r == nil:
			remove = append(remove, map[string]any{"element": old.element})
		case r.typ != old.typ:
			move = append(move, map[string]any{"element": old.element})
		case !same(old.properties, r.properties):
			change = append(change, map[string]any{"element": old.element, "properties": r.properties})
		}
	}
	for _, at := range sortedKeys(after) {
		if old, r := before[at], after[at]; old == nil || old.typ != r.typ {
			create[r.typ] = append(create[r.typ], map[string]any{"from": r.from, "to": r.to, "key": r.key, "properties": r.properties})
		}
	}
	w.report.Removed += w.run(removeRelationships, remove)
	moved := w.run(removeRelationships, move)
	w.report.Changed += moved
	w.report.Created -= moved
	w.report.Changed += w.run(changeRelationships, change)
	for _, typ := range slices.Sorted(maps.Keys(create)) {
		w.report.Created += w.create(typ, create[typ])
	}
}

// create creates relationships. Only one that is itself inferred may touch
// what is inferred. An end that is missing would be passed over in silence by
// the database, so it is looked for in what was created.
func (w *writer) create(typ string, rows []any) int {
	ends, absent := "Entity", "one of the two is not in the database, or is only INFERRED there"
	if strings.HasSuffix(typ, inferredSuffix) {
		ends, absent = "Entity|Entity"+inferredSuffix, "one of the two is not in the database"
	}
	statement := createRelationships
	if strings.HasPrefix(typ, SameAs) {
		statement = createIdentifiers
	}
	for chunk := range slices.Chunk(rows, rowsAtOnce) {
		if w.err != nil {
			return 0
		}
		created := map[string]bool{}
		w.err = each(w.ctx, w.tx, fmt.Sprintf(statement, ends, typ), map[string]any{"rows": chunk}, func(row *neo4j.Record) {
			for _, key := range value[[]any](row, "keys") {
				created[fmt.Sprint(key)] = true
			}
		})
		for _, row := range chunk {
			if r := row.(map[string]any); w.err == nil && !created[r["key"].(string)] {
				w.err = fmt.Errorf("%s from %s to %s: %s", typ, r["from"], r["to"], absent)
			}
		}
	}
	return len(rows)
}

// run runs a statement for all rows, some at a time, and returns their number.
func (w *writer) run(statement string, rows []any) int {
	for chunk := range slices.Chunk(rows, rowsAtOnce) {
		if w.err == nil {
			w.err = each(w.ctx, w.tx, statement, map[string]any{"rows": chunk}, func(*neo4j.Record) {})
		}
	}
	return len(rows)
}
