package graph_test

// oracle_graph_test.go reads a whole graph out of the database by two plain
// queries: what the oracle looks its answers up in, and what the generators take
// their values from. Everything is kept in one order, so that a seed repeats.

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"guanxi/graph/graphtest"
)

// A world is a graph in memory.
type world struct {
	nodes  []*node
	edges  []*edge
	values map[string][]any // by the database's property, each value once
}

type node struct {
	labels  map[string]bool
	props   map[string]any
	out, in []*edge
}

type edge struct {
	typ      string
	props    map[string]any
	from, to *node
}

func (n *node) id() string { return n.props["id"].(string) }

// key tells a relationship from all others; SAME_AS has none.
func (e *edge) key() string {
	key, _ := e.props["key"].(string)
	return key
}

func readWorld(t testing.TB, db *graphtest.DB) *world {
	t.Helper()
	w := &world{values: map[string][]any{}}
	byElement := map[string]*node{}
	for _, row := range db.Run(t, "MATCH (n) RETURN elementId(n) AS element, labels(n) AS labels, properties(n) AS props", nil) {
		n := &node{labels: map[string]bool{}, props: plain(row["props"]).(map[string]any)}
		for _, label := range row["labels"].([]any) {
			n.labels[label.(string)] = true
		}
		byElement[row["element"].(string)] = n
		w.nodes = append(w.nodes, n)
	}
	slices.SortFunc(w.nodes, func(a, b *node) int { return strings.Compare(a.id(), b.id()) })
	for _, row := range db.Run(t, "MATCH (a)-[r]->(b) RETURN type(r) AS type, properties(r) AS props, elementId(a) AS a, elementId(b) AS b", nil) {
		w.edges = append(w.edges, &edge{
			typ: row["type"].(string), props: plain(row["props"]).(map[string]any),
			from: byElement[row["a"].(string)], to: byElement[row["b"].(string)],
		})
	}
	slices.SortFunc(w.edges, func(a, b *edge) int {
		return cmp.Or(strings.Compare(a.typ, b.typ), strings.Compare(a.key(), b.key()), strings.Compare(a.from.id(), b.from.id()))
	})
	for _, e := range w.edges {
		e.from.out = append(e.from.out, e)
		e.to.in = append(e.to.in, e)
		w.remember(e.props)
	}
	for _, n := range w.nodes {
		w.remember(n.props)
	}
	w.values["shared"] = []any{int64(1), int64(2)}
	w.values["firstOn"] = append(slices.Clone(w.values["signedOn"]), w.values["startDate"]...)
	w.values["lastOn"] = w.values["firstOn"]
	return w
}

// remember keeps the values for the generators.
func (w *world) remember(props map[string]any) {
	for name, value := range props {
		items, list := value.([]any)
		if !list {
			items = []any{value}
		}
		for _, item := range items {
			if _, object := item.(map[string]any); !object && !slices.Contains(w.values[name], item) {
				w.values[name] = append(w.values[name], item)
			}
		}
	}
}

// plain is a value of the database as JSON would have it: days are text.
func plain(v any) any {
	switch v := v.(type) {
	case dbtype.Date:
		return v.Time().Format(time.DateOnly)
	case dbtype.Point2D:
		return map[string]any{"latitude": v.Y, "longitude": v.X}
	case []any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = plain(v[i])
		}
		return list
	case map[string]any:
		object := map[string]any{}
		for key := range v {
			object[key] = plain(v[key])
		}
		return object
	}
	return v
}
