package graph_test

// randomgraph_test.go adds a random graph to the small one, made from the schema
// and a seed: some nodes of every type, some relationships of every kind, and
// all that is awkward. Optional values are missing, names recur, two nodes are
// related twice with different roles, a node is related to itself, a label or
// type does not fit, and some of it is only INFERRED.

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2/ast"
)

// words fill every text. Their order differs with and without regard to case,
// by byte and by code unit.
var words = []string{
	"alpha", "Alpha", "ALPHA beta", "beta", "Beta 'B'", "Gamma \"G\"", "gamma\\delta", "Ärzte", "École", "école",
	"中国", "中国大学", "ﬁeld", "𝔘niversity", "a", "", "100%", "-", "x.y", "$p0 {n: 1}",
}

type scatter struct {
	*rand.Rand
	schema *ast.Schema
	nodes  []map[string]any
	byType map[string][]string // ids
	edges  []map[string]any
	taken  map[string]bool // keys
}

// addRandom adds the graph of the seed.
func (db *database) addRandom(t testing.TB, seed uint64) {
	t.Helper()
	s := &scatter{Rand: rand.New(rand.NewPCG(seed, 1)), schema: db.full, byType: map[string][]string{}, taken: map[string]bool{}}
	types := possible(s.schema, s.schema.Types["Entity"])
	for _, def := range types {
		for i := range 3 {
			s.node(def, i)
		}
	}
	for _, def := range types {
		for _, fd := range def.Fields {
			d := fd.Directives.ForName("relationship")
			if d == nil || fd.Directives.ForName("chain") != nil || text(d, "direction") == "IN" || s.schema.Types[fd.Type.Name()].Fields.ForName("edges") != nil {
				continue
			}
			for range 2 {
				s.related(d, s.one(def), s.one(s.schema.Types[fd.Type.Name()]))
			}
			if s.IntN(12) == 0 {
				s.related(d, s.one(s.schema.Types["Entity"]), s.one(s.schema.Types["Entity"]))
			}
		}
	}
	for _, def := range types { // most are named by a source
		for _, id := range s.byType[def.Name] {
			if s.IntN(4) > 0 {
				s.related(s.schema.Types["Source"].Fields.ForName("states").Directives.ForName("relationship"), s.one(s.schema.Types["Source"]), id)
			}
		}
	}
	db.Run(t, "UNWIND $nodes AS row CREATE (n:$(row.labels)) SET n = row.props", map[string]any{"nodes": s.nodes})
	db.Run(t, `UNWIND $edges AS row MATCH (a {id: row.from}), (b {id: row.to})
		CREATE (a)-[r:$(row.type)]->(b) SET r = row.props`, map[string]any{"edges": s.edges})
	db.Run(t, "MATCH ()-[r:MEMBER_OF|MEMBER_OF_INFERRED]->() WHERE r.key ENDS WITH '1' OR r.key ENDS WITH '2' SET r.status = 'Planned'", nil)
	db.Run(t, `UNWIND ['alliance-0', 'country-1', 'agreement-2'] AS id MATCH (a {id: id})
		CREATE (:Identifier {id: 'old:' + id})-[:SAME_AS]->(a), (:Identifier {id: 'ror:' + id})-[:SAME_AS]->(a)`, nil)
}

func (s *scatter) node(def *ast.Definition, i int) {
	id := fmt.Sprintf("%s-%d", strings.ToLower(def.Name), i)
	labels := []string{def.Name}
	for _, name := range def.Interfaces {
		if s.schema.Types[name].Directives.ForName("node") != nil {
			labels = append(labels, name)
		}
	}
	if s.IntN(8) == 0 {
		for i := range labels {
			labels[i] += "_INFERRED"
		}
	}
	props := s.props(def)
	props["id"] = id
	if def.Name == "Country" {
		props["code"] = id
	}
	if def.Fields.ForName("names") != nil && s.IntN(2) == 0 {
		props["names"], props["nameLangs"] = []string{s.word(), s.word()}, []string{"zh-Hans", "fr"}
	}
	s.nodes = append(s.nodes, map[string]any{"labels": labels, "props": props})
	s.byType[def.Name] = append(s.byType[def.Name], id)
}

// one is the id of some node of the type; the first ones are the likelier, so
// that some nodes have many relationships.
func (s *scatter) one(def *ast.Definition) string {
	types := possible(s.schema, def)
	ids := s.byType[types[s.IntN(len(types))].Name]
	return ids[min(s.IntN(len(ids)), s.IntN(len(ids)))]
}

// related adds a relationship and, at times, a second one like it.
func (s *scatter) related(d *ast.Directive, from, to string) {
	for again := true; again; again = s.IntN(3) == 0 {
		props := s.props(s.schema.Types[text(d, "properties")])
		key := fmt.Sprintf("%s>%s/%d", from, to, s.IntN(1000))
		typ := text(d, "type")
		if s.taken[typ+key] {
			continue
		}
		s.taken[typ+key] = true
		bases := []string{"STATED", "IMPLIED", "INFERRED"}[:1+s.IntN(3)]
		s.Shuffle(len(bases), func(i, j int) { bases[i], bases[j] = bases[j], bases[i] })
		if s.IntN(4) == 0 {
			bases = []string{"IMPLIED"}
		}
		if s.IntN(5) == 0 {
			bases = []string{"INFERRED"}
		}
		if typ == "STATES" {
			props["basis"] = bases[0]
			bases = bases[:1]
		} else {
			s.evidence(props, bases)
		}
		if bases[0] == "INFERRED" && len(bases) == 1 {
			typ += "_INFERRED"
		}
		props["key"] = key
		s.edges = append(s.edges, map[string]any{"type": typ, "from": from, "to": to, "props": props})
	}
}

// evidence adds the lists that say what supports a relationship.
func (s *scatter) evidence(props map[string]any, bases []string) {
	lists := map[string][]any{}
	for i, basis := range bases {
		entry := map[string]any{
			"sources": s.one(s.schema.Types["Source"]), "locators": s.word(), "bases": basis, "knowns": s.day(),
			"notes": "", "validFroms": dbtype.Date(time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)), "validTos": s.day(),
		}
		if i == 0 {
			entry["notes"], entry["validFroms"] = s.word(), s.day()
			entry["validTos"] = dbtype.Date(time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC))
		}
		for name, value := range entry {
			lists[name] = append(lists[name], value)
		}
	}
	for name, list := range lists {
		props[name] = list
	}
}

// props are the stored properties of a type, most of the optional ones.
func (s *scatter) props(def *ast.Definition) map[string]any {
	props := map[string]any{}
	for _, fd := range def.Fields {
		of := s.schema.Types[fd.Type.Name()]
		if of.IsCompositeType() || fd.Directives.ForName("cypher") != nil || fd.Directives.ForName("collected") != nil {
			continue
		}
		if given := s.IntN(3) > 0; given || fd.Type.NonNull && fd.Type.Elem == nil {
			props[property(fd)] = s.scalar(fd.Type, of)
		}
	}
	return props
}

func (s *scatter) scalar(t *ast.Type, def *ast.Definition) any {
	switch {
	case t.Elem != nil:
		return []any{s.word(), s.word(), s.word()}[:s.IntN(4)]
	case def.Kind == ast.Enum:
		return def.EnumValues[s.IntN(len(def.EnumValues))].Name
	case def.Name == "Int":
		return 1900 + s.IntN(5)
	case def.Name == "Float":
		return []float64{0, 1, 1.5, 3000, 1e-7, 2.5e21, -4}[s.IntN(7)]
	case def.Name == "Date":
		return s.day()
	}
	return s.word()
}

func (s *scatter) word() string { return words[s.IntN(len(words))] }

func (s *scatter) day() dbtype.Date {
	return dbtype.Date(time.Date(2019, time.Month(1+s.IntN(3)), 1+s.IntN(4), 0, 0, 0, 0, time.UTC))
}
