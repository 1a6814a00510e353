package peer

// world_test.go makes the graphs that both are asked: from a seed, some nodes of every type of the schema and
// relationships of every kind. Names recur and differ only by case, optional values are missing, some nodes have many
// relationships and some none, and a few of either are only INFERRED, which neither may see.

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph/graphtest"
)

// A world says how a graph is made.
type world struct {
	name     string
	seed     uint64
	size     int  // of 10 or so: how many nodes there are of each type, in tenths of those in counts
	most     int  // relationships of one kind that one node has
	parallel bool // two nodes may be related twice, as an organization is that has two roles in one agreement
}

// counts say how many nodes a world of size 10 has of a type, which is at most what a list of ours holds that sets no
// limit; of the types that are not named, there are 10.
var counts = map[string]int{"Institution": 30, "Agreement": 50, "Country": 8, "Event": 15, "Person": 20, "Figure": 20, "Source": 4}

// What texts are made of. Their order differs with and without regard to case. None has a character of U+E000 to U+FFFF:
// beside one above U+FFFF, Neo4j compares with a parameter otherwise than it sorts, which a keyset cursor cannot mend.
var (
	words = []string{
		"alpha", "Alpha", "ALPHA beta", "Beta", "Beta 'B'", "Gamma \"G\"", "gamma\\delta", "Ärzte", "École", "école",
		"中国", "中国大学", "field", "𝔘niversity", "Delta Works", "delta works", "100%", "x.y", "$p0 {n: 1}", "Epsilon University",
	}
	codes    = []string{"AU", "CN", "DE", "FR", "GB", "KZ", "BY", "PL"}
	currency = []string{"EUR", "CNY", "AUD"}
	roles    = []string{"coordinator", "participant", "host", "Host"}
)

type maker struct {
	world
	*rand.Rand
	schema   *ast.Schema
	nodes    []map[string]any
	ids      map[string][]string // of each type
	edges    []map[string]any
	taken    map[string]bool // relationships that there are
	inferred map[string]bool // nodes that are only that
}

// load adds the graph to an empty database.
func (w world) load(t *testing.T, db *graphtest.DB, schema *ast.Schema) {
	t.Helper()
	m := &maker{
		world: w, Rand: rand.New(rand.NewPCG(w.seed, 3)), schema: schema,
		ids: map[string][]string{}, taken: map[string]bool{}, inferred: map[string]bool{},
	}
	types := m.possible("Entity")
	for _, def := range types {
		count := counts[def.Name]
		if count == 0 {
			count = 10
		}
		for i := range max(2, count*w.size/10) {
			m.node(def, i)
		}
	}
	for _, def := range types {
		for _, fd := range def.Fields {
			if d := fd.Directives.ForName("relationship"); d != nil && argument(d, "direction") == "OUT" && !strings.HasSuffix(fd.Name, "Connection") {
				m.relate(def, fd, d)
			}
		}
	}
	db.Run(t, "UNWIND $nodes AS row CREATE (n:$(row.labels)) SET n = row.properties", map[string]any{"nodes": m.nodes})
	db.Run(t, `UNWIND $edges AS row MATCH (a {id: row.from}), (b {id: row.to})
		CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties`, map[string]any{"edges": m.edges})
	db.Run(t, "CALL db.awaitIndexes()", nil)
}

func (m *maker) node(def *ast.Definition, i int) {
	id := fmt.Sprintf("%s-%02d", strings.ToLower(def.Name), i)
	properties := m.properties(def)
	if def.Name == "Country" {
		id = codes[i]
		properties["code"], properties["code3"] = id, id+"X"
	}
	properties["id"] = id
	labels := []string{def.Name}
	for _, name := range def.Interfaces {
		if m.schema.Types[name].Directives.ForName("node") != nil {
			labels = append(labels, name)
		}
	}
	if i > 1 && m.IntN(12) == 0 {
		m.inferred[id] = true
		for i := range labels {
			labels[i] += "_INFERRED"
		}
	}
	m.nodes = append(m.nodes, map[string]any{"labels": labels, "properties": properties})
	m.ids[def.Name] = append(m.ids[def.Name], id)
}

// relate gives each node of the type some relationships of the field's kind: the first nodes have the most.
func (m *maker) relate(def *ast.Definition, fd *ast.FieldDefinition, d *ast.Directive) {
	most := m.most
	if fd.Type.Elem == nil {
		most = 1
	}
	for i, from := range m.ids[def.Name] {
		count := m.IntN(most + 1)
		if fd.Type.Elem != nil && i > 4 {
			count = m.IntN(count + 1)
		}
		for range count {
			to := m.oneOf(fd.Type.Name())
			m.edge(argument(d, "type"), m.schema.Types[argument(d, "properties")], from, to)
			if m.parallel && fd.Type.Elem != nil && m.IntN(3) == 0 {
				m.edge(argument(d, "type"), m.schema.Types[argument(d, "properties")], from, to)
			}
		}
	}
}

func (m *maker) edge(typ string, def *ast.Definition, from, to string) {
	properties := m.properties(def)
	name := typ + from + ">" + to
	if m.taken[name] && !m.parallel {
		return
	}
	m.taken[name] = true
	properties["key"] = fmt.Sprintf("%s %s>%s %d", typ, from, to, len(m.edges))
	if m.IntN(12) == 0 || m.inferred[from] || m.inferred[to] { // nothing plain leads to what is only inferred
		typ += "_INFERRED"
	}
	m.edges = append(m.edges, map[string]any{"type": typ, "from": from, "to": to, "properties": properties})
}

// oneOf is some node of the type, the first ones more often.
func (m *maker) oneOf(name string) string {
	types := m.possible(name)
	ids := m.ids[types[m.IntN(len(types))].Name]
	return ids[min(m.IntN(len(ids)), m.IntN(len(ids)))]
}

// properties are what a node or relationship of the type stores: all that is required and most of the rest.
func (m *maker) properties(def *ast.Definition) map[string]any {
	properties := map[string]any{}
	for _, fd := range def.Fields {
		of := m.schema.Types[fd.Type.Name()]
		if of.IsCompositeType() || fd.Directives.ForName("cypher") != nil || fd.Name == "id" {
			continue
		}
		if given := m.IntN(3) > 0; given || fd.Type.NonNull {
			properties[fd.Name] = m.value(fd, of)
		}
	}
	return properties
}

func (m *maker) value(fd *ast.FieldDefinition, def *ast.Definition) any {
	switch {
	case fd.Type.Elem != nil:
		return []string{m.pick(words), m.pick(words), m.pick(words)}[:m.IntN(4)]
	case def.Kind == ast.Enum:
		return def.EnumValues[m.IntN(len(def.EnumValues))].Name
	case def.Name == "Int":
		return 1900 + 10*m.IntN(12)
	case def.Name == "Float": // quarters, so that their sum is the same in any order
		return []float64{0, 0.25, 1.5, 3000, 250000, 1499375.75, -4}[m.IntN(7)]
	case def.Name == "Date":
		return dbtype.Date(time.Date(2016+m.IntN(5), time.Month(1+m.IntN(3)), 1+m.IntN(4), 0, 0, 0, 0, time.UTC))
	case fd.Name == "currency":
		return m.pick(currency)
	case fd.Name == "role":
		return m.pick(roles)
	}
	return m.pick(words)
}

func (m *maker) pick(list []string) string { return list[m.IntN(len(list))] }

// possible are the concrete types of a type, in one order always.
func (m *maker) possible(name string) []*ast.Definition {
	types := slices.DeleteFunc(slices.Clone(m.schema.GetPossibleTypes(m.schema.Types[name])), func(def *ast.Definition) bool {
		return def.Kind != ast.Object // an interface implements another
	})
	slices.SortFunc(types, func(a, b *ast.Definition) int { return strings.Compare(a.Name, b.Name) })
	return types
}

func argument(d *ast.Directive, name string) string { return d.Arguments.ForName(name).Value.Raw }
