package seed

// store.go reads nodes and relationships of the database, and compares what it
// read with what shall be there.

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

const (
	readNodes = `
MATCH (e:Entity|Entity_INFERRED) WHERE e.id IN $ids
RETURN elementId(e) AS element, labels(e) AS labels, properties(e) AS properties`

	// What is said of an entity: who mentions it, and what leads from it.
	// A source's own STATES are found from the entities that it mentions.
	readMentions = `
MATCH (e:Entity|Entity_INFERRED) WHERE e.id IN $ids
MATCH (s:Source)-[r:STATES|STATES_INFERRED]->(e)
RETURN elementId(r) AS element, type(r) AS type, r.key AS key, s.id AS from, e.id AS to, properties(r) AS properties`

	readEdges = `
MATCH (e:Entity|Entity_INFERRED) WHERE e.id IN $ids AND NOT e:Source
MATCH (e)-[r]->(o) WHERE r.sources IS NOT NULL
RETURN elementId(r) AS element, type(r) AS type, r.key AS key, e.id AS from, o.id AS to, properties(r) AS properties`
)

// read returns the part of the graph that is about the given entities.
func read(ctx context.Context, tx neo4j.ManagedTransaction, ids []string) (*state, error) {
	s := &state{nodes: map[string]*node{}, records: map[string]*record{}}
	params := map[string]any{"ids": ids}
	var twice error
	err := each(ctx, tx, readNodes, params, func(row *neo4j.Record) {
		n := &node{element: value[string](row, "element"), properties: value[map[string]any](row, "properties")}
		for _, label := range value[[]any](row, "labels") {
			n.labels = append(n.labels, fmt.Sprint(label))
		}
		slices.Sort(n.labels)
		id := fmt.Sprint(n.properties["id"])
		if s.nodes[id] != nil {
			twice = fmt.Errorf("two nodes bear the id %q, one as Entity and one as Entity_INFERRED; delete either and load again", id)
		}
		s.nodes[id] = n
	})
	err = cmp.Or(err, twice)
	for _, statement := range []string{readMentions, readEdges, readIdentifiers} {
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
