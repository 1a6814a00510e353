package graph_test

// property_pages_test.go walks connections page by page, forwards and backwards.
// Whatever the sizes of the pages, and whichever edge's cursor one goes on behind
// or before, the pages together are the list that one gets at once.

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"pgregory.net/rapid"
)

// wholePage is what the walk reads of a page.
const wholePage = `{ connection {
	edges { cursor node { id __typename } }
	pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
	totalCount
} }`

// A walk is a connection, asked for a page at a time.
type walk struct {
	question
	path   []string // to the connection
	sorted bool
}

// walk draws a connection: of all nodes of a type, or of what one is related to.
func (g *generator) walk() walk {
	doc, err := parser.ParseQuery(&ast.Source{Input: wholePage})
	if err != nil {
		panic(err)
	}
	f := doc.Operations[0].SelectionSet[0].(*ast.Field)
	var w walk
	root, fd := f, (*ast.FieldDefinition)(nil)
	if g.in32(12) {
		fd = pick(g, slices.DeleteFunc(slices.Clone(g.schema.Query.Fields), func(fd *ast.FieldDefinition) bool {
			return fd.Arguments.ForName("where") == nil || fd.Arguments.ForName("phrase") != nil || fd.Type.Elem != nil
		}))
		w.path = []string{fd.Name}
	} else {
		var of *node
		of, fd = g.connection()
		id := &ast.Value{Kind: ast.StringValue, Raw: of.id()}
		def := (&oracle{schema: g.schema}).concrete(g.schema.Types["Entity"], of)
		root = &ast.Field{Name: "node", Arguments: ast.ArgumentList{{Name: "id", Value: id}}}
		root.SelectionSet = ast.SelectionSet{&ast.InlineFragment{TypeCondition: def.Name, SelectionSet: ast.SelectionSet{f}}}
		if fd.Directives.ForName("relationship") != nil {
			properties := &ast.Field{Name: "properties", SelectionSet: ast.SelectionSet{&ast.Field{Name: "id"}}}
			edges := f.SelectionSet[0].(*ast.Field)
			edges.SelectionSet = append(edges.SelectionSet, properties)
		}
		w.path = []string{"node", fd.Name}
	}
	f.Name, f.Alias = fd.Name, fd.Name
	for _, arg := range g.arguments(fd) {
		if arg.Name == "sort" || arg.Name == "where" && g.in32(12) {
			f.Arguments = append(f.Arguments, arg)
		}
	}
	w.sorted = f.Arguments.ForName("sort") != nil
	for _, name := range []string{"first", "after", "last", "before"} {
		f.Arguments = append(f.Arguments, &ast.Argument{Name: name, Value: &ast.Value{Kind: ast.Variable, Raw: name}})
	}
	w.question = spell(&ast.OperationDefinition{
		Operation: ast.Query, Name: "Walk", Directives: g.statements(8), SelectionSet: ast.SelectionSet{root},
		VariableDefinitions: ast.VariableDefinitionList{
			{Variable: "first", Type: ast.NamedType("Int", nil)}, {Variable: "after", Type: ast.NamedType("String", nil)},
			{Variable: "last", Type: ast.NamedType("Int", nil)}, {Variable: "before", Type: ast.NamedType("String", nil)},
		},
	})
	return w
}

// connection draws a node and one of its connections that leads somewhere.
func (g *generator) connection() (*node, *ast.FieldDefinition) {
	for {
		e := pick(g, g.world.edges)
		typ := strings.TrimSuffix(e.typ, "_INFERRED")
		at, direction := e.from, "OUT"
		if g.in32(20) {
			at, direction = e.to, "IN"
		}
		if !at.labels["Entity"] {
			continue
		}
		o := &oracle{schema: g.schema, world: g.world}
		for _, fd := range o.concrete(g.schema.Types["Entity"], at).Fields {
			if relationshipType(fd) != typ || !strings.HasSuffix(fd.Name, "Connection") {
				continue
			}
			if d := fd.Directives.ForName("relationship"); d != nil && text(d, "direction") != direction {
				continue
			}
			if many := len(o.candidates(at, fd, scope{basis: "IMPLIED"})) > 2; many || g.in32(4) {
				return at, fd
			}
		}
	}
}

// A readPage is a page as it came.
type readPage struct {
	Edges []struct {
		Cursor           string
		Node, Properties map[string]any
	}
	PageInfo struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
	TotalCount int
}

// turn asks for a page: of the first ones behind a cursor or, backwards, of the
// last ones before it.
func (j *judge) turn(t *rapid.T, w walk, backwards bool, size int, cursor *string) readPage {
	given := map[string]any{"first": size, "after": cursor}
	if backwards {
		given = map[string]any{"last": size, "before": cursor}
	}
	variables, _ := json.Marshal(given)
	answer, _ := j.ask(t, question{w.Query, string(variables)})
	data := answer.Data
	for _, name := range w.path {
		var fields map[string]json.RawMessage
		if err := json.Unmarshal(data, &fields); err != nil {
			t.Fatal(err)
		}
		if data = fields[name]; string(data) == "null" { // the node is not known on the day
			return readPage{}
		}
	}
	var p readPage
	if err := json.Unmarshal(data, &p); err != nil {
		t.Fatalf("%v in %s", err, answer.Data)
	}
	return p
}

// walkPages holds the pages to the whole, and the whole to the oracle.
func (j *judge) walkPages(t *rapid.T) {
	w := rapid.Custom(func(t *rapid.T) walk { return j.generator(t).walk() }).Draw(t, "walk")
	j.check(t, question{w.Query, `{"first": 1000}`})
	whole := j.turn(t, w, false, 1000, nil)
	var all []string
	for _, edge := range whole.Edges {
		all = append(all, fmt.Sprint(edge.Node, edge.Properties))
	}
	if !w.sorted {
		// Pages are in the order of their cursors, and a list without a sort in none.
		slices.Sort(all)
	}
	j.walkOneWay(t, w, all, false)
	j.walkOneWay(t, w, all, true)
}

// walkOneWay goes from one end to the other.
func (j *judge) walkOneWay(t *rapid.T, w walk, all []string, backwards bool) {
	var seen []string // in the order met
	var cursor *string
	for more := len(all) > 0; more; {
		size := rapid.IntRange(1, 4).Draw(t, "size")
		p := j.turn(t, w, backwards, size, cursor)
		behind, ahead := p.PageInfo.HasPreviousPage, p.PageInfo.HasNextPage
		if backwards {
			behind, ahead = ahead, behind
		}
		wrong := ""
		switch n := len(p.Edges); {
		case n != min(size, len(all)-len(seen)):
			wrong = fmt.Sprintf("%d edges", n)
		case p.TotalCount != len(all):
			wrong = fmt.Sprintf("totalCount %d", p.TotalCount)
		case behind != (cursor != nil):
			wrong = "whether there is a page where we come from"
		case ahead != (len(seen)+n < len(all)):
			wrong = "whether there is a page where we go"
		case *p.PageInfo.StartCursor != p.Edges[0].Cursor || *p.PageInfo.EndCursor != p.Edges[n-1].Cursor:
			wrong = "startCursor or endCursor"
		}
		if wrong != "" {
			t.Fatalf("%s on the page of %d behind %d of %d, backwards %v\n%s", wrong, size, len(seen), len(all), backwards, w)
		}
		if backwards {
			slices.Reverse(p.Edges)
		}
		last := rapid.IntRange(0, len(p.Edges)-1).Draw(t, "last")
		for _, edge := range p.Edges[:last+1] {
			seen = append(seen, fmt.Sprint(edge.Node, edge.Properties))
		}
		cursor, more = &p.Edges[last].Cursor, len(seen) < len(all)
	}
	if backwards {
		slices.Reverse(seen)
	}
	if !w.sorted {
		slices.Sort(seen)
	}
	if diff := cmp.Diff(all, seen); diff != "" {
		t.Fatalf("-at once +page by page, backwards %v:\n%s\n%s", backwards, diff, w)
	}
	if cursor != nil {
		p := j.turn(t, w, backwards, 3, cursor)
		if len(p.Edges) > 0 || p.PageInfo.EndCursor != nil || backwards && p.PageInfo.HasPreviousPage || !backwards && p.PageInfo.HasNextPage {
			t.Fatalf("there is something behind the last one, backwards %v: %+v\n%s", backwards, p, w)
		}
	}
}
