package seed

// store.go reads and writes nodes and relationships of the database, many
// with each statement. Only what creates something names a label or a type,
// because Cypher takes neither as a parameter; all other statements serve for
// every kind.

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// rowsAtOnce bounds the rows that one statement is given.
const rowsAtOnce = 2000

const (
	readNodes = `
MATCH (e:Entity) WHERE e.id IN $ids
RETURN elementId(e) AS element, labels(e) AS labels, properties(e) AS properties`

	// What is said of an entity: who mentions it, and what leads from it.
	// A source's own STATES are found from the entities that it mentions.
	readMentions = `
MATCH (e:Entity) WHERE e.id IN $ids
MATCH (s:Source)-[r:STATES]->(e)
RETURN elementId(r) AS element, type(r) AS type, r.key AS key, s.id AS from, e.id AS to, properties(r) AS properties`

	readEdges = `
MATCH (e:Entity) WHERE e.id IN $ids AND NOT e:Source
MATCH (e)-[r]->(o:Entity) WHERE r.sources IS NOT NULL
RETURN elementId(r) AS element, type(r) AS type, r.key AS key, e.id AS from, o.id AS to, properties(r) AS properties`

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
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
CREATE (a)-[r:%s]->(b)
SET r = row.properties
RETURN collect(row.key) AS keys`

	changeRelationships = `
UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row.element
SET r = row.properties`

	removeRelationships = `
UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row.element
DELETE r`
)

// read returns the part of the graph that is about the given entities.
func read(ctx context.Context, tx neo4j.ManagedTransaction, ids []string) (*state, error) {
	s := &state{nodes: map[string]*node{}, records: map[string]*record{}}
	params := map[string]any{"ids": ids}
	err := each(ctx, tx, readNodes, params, func(row *neo4j.Record) {
		n := &node{element: value[string](row, "element"), properties: value[map[string]any](row, "properties")}
		for _, label := range value[[]any](row, "labels") {
			n.labels = append(n.labels, fmt.Sprint(label))
		}
		slices.Sort(n.labels)
		s.nodes[fmt.Sprint(n.properties["id"])] = n
	})
	for _, statement := range []string{readMentions, readEdges} {
		if err != nil {
			return nil, err
		}
		err = each(ctx, tx, statement, params, func(row *neo4j.Record) {
			r := &record{
				element: value[string](row, "element"), typ: value[string](row, "type"), key: value[string](row, "key"),
				from: value[string](row, "from"), to: value[string](row, "to"), properties: value[map[string]any](row, "properties"),
			}
			s.records[strings.TrimSuffix(r.typ, inferredSuffix)+" "+r.key] = r
		})
	}
	return s, err
}

// each runs a statement and hands over its rows.
func each(ctx context.Context, tx neo4j.ManagedTransaction, statement string, params map[string]any, row func(*neo4j.Record)) error {
	result, err := tx.Run(ctx, statement, params)
	if err != nil {
		return err
	}
	for result.Next(ctx) {
		row(result.Record())
	}
	return result.Err()
}

// value is a column of the row, or the zero value where it is null.
func value[T any](row *neo4j.Record, column string) T {
	v, _ := row.Get(column)
	t, _ := v.(T)
	return t
}

// A writer writes differences; after an error it does nothing more.
type writer struct {
	ctx    context.Context
	tx     neo4j.ManagedTransaction
	report Report
	err    error
}

// nodes creates and changes nodes.
func (w *writer) nodes(before, after map[string]*node) {
	create, relabel := map[string][]any{}, map[string][]any{}
	var change []any
	for _, id := range sortedKeys(after) {
		old, n := before[id], after[id]
		labels := strings.Join(n.labels, ":")
		if old == nil {
			create[labels] = append(create[labels], map[string]any{"properties": n.properties})
			continue
		}
		row := map[string]any{"element": n.element, "properties": n.properties}
		if !slices.Equal(old.labels, n.labels) {
			turn := strings.Join(old.labels, ":") + " " + labels
			relabel[turn] = append(relabel[turn], row)
		}
		if !same(old.properties, n.properties) {
			change = append(change, row)
		}
	}
	for _, labels := range sortedKeys(create) {
		w.report.Created += w.run(fmt.Sprintf(createNodes, labels), create[labels])
	}
	for _, turn := range sortedKeys(relabel) {
		old, labels, _ := strings.Cut(turn, " ")
		w.run(fmt.Sprintf(relabelNodes, old, labels), relabel[turn])
	}
	w.report.Changed += w.run(changeNodes, change)
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

// create creates relationships. An end that is missing would be passed over
// in silence by the database, so it is looked for in what was created.
func (w *writer) create(typ string, rows []any) int {
	for chunk := range slices.Chunk(rows, rowsAtOnce) {
		if w.err != nil {
			return 0
		}
		created := map[string]bool{}
		w.err = each(w.ctx, w.tx, fmt.Sprintf(createRelationships, typ), map[string]any{"rows": chunk}, func(row *neo4j.Record) {
			for _, key := range value[[]any](row, "keys") {
				created[fmt.Sprint(key)] = true
			}
		})
		for _, row := range chunk {
			if r := row.(map[string]any); w.err == nil && !created[r["key"].(string)] {
				w.err = fmt.Errorf("%s from %s to %s: one of the two is not in the database", typ, r["from"], r["to"])
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

// plain is a value as the driver would return it; nil where nothing is to be
// stored.
func plain(v any) any {
	switch v := v.(type) {
	case string:
		if v == "" {
			return nil
		}
	case []string:
		list := make([]any, len(v))
		for i, s := range v {
			list[i] = s
		}
		if len(list) == 0 {
			return nil
		}
		return list
	case dbtype.Date:
		if v.Time().IsZero() {
			return nil
		}
	}
	return v
}

// same tells whether the properties are equal.
func same(a, b map[string]any) bool {
	return maps.EqualFunc(a, b, equal)
}

func equal(a, b any) bool {
	switch a := a.(type) {
	case dbtype.Date:
		b, ok := b.(dbtype.Date)
		return ok && a.Time().Equal(b.Time())
	case []any:
		b, ok := b.([]any)
		return ok && slices.EqualFunc(a, b, equal)
	}
	return reflect.DeepEqual(a, b)
}
