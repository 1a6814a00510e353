package server

// introspection_test.go holds what is told of the schema to what gqlgen's own code would tell, and to its bound.

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/99designs/gqlgen/graphql/introspection"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/schema"
	"guanxi/server/exec"
)

// toldSDL has one of everything that introspection tells.
const toldSDL = `
"All there is, \"quoted\", 关系."
schema { query: Query mutation: Change }
"Marks."
directive @mark(by: [String!]! = ["x"], deep: In = {n: 1, of: []}) repeatable on FIELD_DEFINITION | ENUM
scalar Stamp @specifiedBy(url: "https://example.org/stamp")
interface Thing { id: ID! old: String @deprecated }
"A type"
type One implements Thing { id: ID! old: String @deprecated many(first: Int = 3, was: Int @deprecated(reason: "no more")): [[Thing!]] }
type Two implements Thing { id: ID! old: String @deprecated(reason: "see id") stamp: Stamp either: Either }
union Either = One | Two
enum Colour { "like blood" RED BLUE @deprecated(reason: "too cold") }
input In @oneOf { n: Int of: [Colour!] was: String @deprecated }
type Query { things(where: In): [Thing!]! either: Either }
type Change { paint(colour: Colour! = RED): Boolean }
`

// generated answers by gqlgen's code alone.
func generated(t testing.TB, s *ast.Schema) *httptest.Server {
	h := handler.New(exec.NewExecutableSchema(exec.Config{Schema: s}))
	h.AddTransport(transport.POST{})
	h.Use(extension.Introspection{})
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return server
}

// dataOf asks for an operation's data.
func dataOf(t testing.TB, s *httptest.Server, query string) string {
	t.Helper()
	_, body := ask(t, s, `{"query":`+quote(query)+`,"variables":{"yes":true,"no":false}}`)
	var response struct{ Data json.RawMessage }
	if err := json.Unmarshal([]byte(body), &response); err != nil || response.Data == nil {
		t.Fatalf("%s: got %.300s", query, body)
	}
	return string(response.Data)
}

// selections makes random selections on the type, with fragments, aliases and conditions.
func selections(r *rand.Rand, s *ast.Schema, on string, depth int) string {
	var b strings.Builder
	b.WriteString("{ __typename")
	for range 1 + r.IntN(5) {
		fields := s.Types[on].Fields
		f := fields[r.IntN(len(fields))]
		text := f.Name
		if r.IntN(3) == 0 {
			text = fmt.Sprintf("%s%d: %s", f.Name, r.IntN(3), f.Name)
		}
		if f.Arguments.ForName("includeDeprecated") != nil && r.IntN(2) == 0 { // by a key of its own: fields of one key are of one value
			text = "all_" + f.Name + ": " + f.Name + "(includeDeprecated: true)"
		}
		text += []string{"", "", "", " @skip(if: $no)", " @include(if: $no)"}[r.IntN(5)]
		if named := s.Types[f.Type.Name()]; named.Kind == ast.Object {
			if depth == 0 {
				continue
			}
			text += " " + selections(r, s, named.Name, depth-1)
		}
		switch r.IntN(5) {
		case 0:
			text = "... on " + on + " { " + text + " }"
		case 1:
			text = "... @include(if: $yes) { " + text + " }"
		}
		b.WriteString(" " + text)
	}
	return b.String() + " }"
}

func TestIntrospectionIsWhatTheGeneratedCodeTells(t *testing.T) {
	small, err := gqlparser.LoadSchema(&ast.Source{Input: toldSDL})
	if err != nil {
		t.Fatal(err)
	}
	queries := []string{introspection.Query, `query($yes: Boolean!, $no: Boolean!) {
		...S  s: __schema { types { ...T } } none: __type(name: "None") @skip(if: $no) { name } one: __type(name: "One") @include(if: $yes) { ...T ...T name }
	} fragment S on Query { __schema { ... { directives { name } } directives { args { defaultValue } } } } fragment T on __Type { n: name fields(includeDeprecated: $yes) { name } }`}
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		queries = append(queries, "query($yes: Boolean! = true, $no: Boolean! = false) { __schema "+selections(r, small, "__Schema", 3)+
			` a: __type(name: "One") @include(if: $yes) @skip(if: $no) `+selections(r, small, "__Type", 2)+" }")
	}
	ours := serve(t, answers(`{}`), func(o *Options) {
		o.Schema, o.Limits = small, DefaultLimits()
		o.Limits.Aliases, o.Limits.Fields = 1000, 5000
	})
	theirs := generated(t, small)
	for _, query := range queries {
		if got, want := dataOf(t, ours, query), dataOf(t, theirs, query); got != want {
			t.Fatalf("%s\ngot  %s\nwant %s", query, got, want)
		}
	}
}

func TestIntrospectionOfTheAPI(t *testing.T) {
	api, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	got := dataOf(t, serve(t, answers(`{}`), func(o *Options) { o.Schema = api }), introspection.Query)
	if want := dataOf(t, generated(t, api), introspection.Query); got != want {
		t.Error("the whole schema is not what the generated code tells of it")
	}
	if bound := DefaultLimits().Schema; len(got)*4 > bound || len(got)*6 < bound {
		t.Errorf("GraphiQL's question is answered with %d bytes: %d is not some 5 times that", len(got), bound)
	}
}

func TestIntrospectionIsBounded(t *testing.T) {
	api, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := serve(t, answers(`{}`), func(o *Options) { o.Schema = api })
	aliases := func(n int, field string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, " a%d: %s", i, field)
		}
		return b.String()
	}
	for name, query := range map[string]string{
		"types of fields of types": `{ __schema { types { fields { type { ofType { fields {` + aliases(48, "description") + ` } } } } } } }`,
		"aliases at two levels":    `{ __schema { types { fields {` + aliases(6, "args { type { inputFields {"+aliases(7, "description")+" } } }") + ` } } } }`,
		"in a fragment":            `{ ...S } fragment S on Query { __schema { types { ...T } } } fragment T on __Type { fields { type { ofType { fields {` + aliases(40, "description") + ` } } } } }`,
		"beside an answer":         `{ institutions { id } __schema { types { fields { type { ofType { fields {` + aliases(48, "description") + ` } } } } } } }`,
	} {
		response, body := ask(t, s, `{"query":`+quote(query)+`}`)
		want := `{"errors":[{"message":"what is asked of the schema makes more than the 8388608 bytes that are allowed: ` +
			`ask for the fields of fewer types, or fetch all of it from /schema.graphql","extensions":{"code":"TOO_EXPENSIVE"}}]}`
		if response.StatusCode != 400 || body != want {
			t.Errorf("%s: got %d %.300s", name, response.StatusCode, body)
		}
	}
}

// TestIntrospectionStopsAtItsBound holds the work to what is allowed, and not to what is asked.
func TestIntrospectionStopsAtItsBound(t *testing.T) {
	api, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, bound := range []int{1000, 10_000, 100_000} {
		w := &telling{max: bound}
		below := []asked{{name: "description", on: "__Field", key: `"description":`}}
		for range 12 {
			below = []asked{{name: "fields", on: "__Type", key: `"fields":`, below: []asked{{name: "type", on: "__Field", key: `"type":`, below: []asked{
				{name: "ofType", on: "__Type", key: `"ofType":`, below: below},
			}}}}}
		}
		w.value(introspection.WrapSchema(api).Types(), asked{below: below})
		if !w.full() || w.Len() > bound+10_000 {
			t.Errorf("%d bytes were written where %d are allowed", w.Len(), bound)
		}
	}
}
