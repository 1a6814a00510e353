package server

// limits_test.go holds documents to the limits, and what passes them to a bearable price.

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql/introspection"
)

// quote is s as a JSON string.
func quote(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return string(b)
}

func TestLimits(t *testing.T) {
	small := Limits{Body: 2000, Tokens: 200, Name: 30, Roots: 2, Depth: 5, Fields: 12, Aliases: 2, Nesting: 3, List: 2}
	s := serve(t, answers(`{}`), func(o *Options) { o.Limits = small })
	fragments := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, " fragment f%d on Institution { id ...f%d ...f%d }", i, i+1, i+1)
		}
		return fmt.Sprintf("{ institutions { ...f0 } }%s fragment f%d on Institution { id }", b.String(), n)
	}
	for _, c := range []struct{ name, query, variables, want string }{
		{"fits", `{ a: institutions { id } b: institutions { id } }`, ``, ``},
		{"roots", `query Q { institutions { id } node(id: "x") { id } x: institutions { id } }`, ``,
			`query Q has 3 root fields, at most 2 are allowed`},
		{"roots in fragments", `{ ...R institutions { id } } fragment R on Query { node(id: "x") { id } a: node(id: "y") { id } }`, ``,
			`the query has 3 root fields`},
		{"depth", `{ institutions { partner { partner { partner { partner { id } } } } } }`, ``,
			`the query has 6 selections within each other, at most 5 are allowed`},
		{"depth by fragments", `{ institutions { ... { ... { ... { ... { id } } } } } }`, ``, `6 selections within each other`},
		{"aliases", `{ institutions { a: id b: id c: id } }`, ``, `3 aliases, at most 2 are allowed`},
		{"aliases by a fragment", `{ institutions { ...A partner { ...A } } } fragment A on Institution { a: id b: id }`, ``, `4 aliases`},
		{"fields", `{ institutions {` + strings.Repeat(" id", 12) + `} }`, ``, `13 fields, at most 12 are allowed`},
		{"doubling fragments", strings.Replace(fragments(2), "...f0", "...f0 ...f0", 1), ``, `the query has 15 fields`},
		{"fragments that nothing spreads", `{ institutions { id } } fragment F on Institution {` + strings.Repeat(" id", 12) + `}`, ``,
			`the document has 14 fields`},
		{"a name", `{ institutions { ` + strings.Repeat("a", 31) + ` } }`, ``, `a name has 31 letters, at most 30 are allowed`},
		{"a name in a text", `{ institutions(where: {name: "` + strings.Repeat("a", 31) + `"}) { id } }`, ``, ``},
		{"depth of a fragment that nothing spreads", `{ institutions { id } } fragment F on Institution { partner { partner { partner { partner { partner { id } } } } } }`, ``,
			`fragment F has 6 selections within each other`},
		{"a cycle", `{ institutions { ...F } } fragment F on Institution { id ...F }`, ``, `Cannot spread fragment`},
		{"tokens", `{ institutions(where: {AND: [` + strings.Repeat(" {}", 100) + `]}) { id } }`, ``, `more tokens than the 200`},
		{"nesting", `{ institutions(where: {AND: [{AND: []}]}) { id } }`, ``, `4 lists and objects within each other in an argument, at most 3`},
		{"nesting in a variable", `query Q($w: Where) { institutions(where: $w) { id } }`, `{"w":{"AND":[{"AND":[]}]}}`,
			`variable $w has 4 lists and objects within each other, at most 3`},
		{"a list", `{ institutions(where: {AND: [{}, {}, {}]}) { id } }`, ``, `the query has 3 items in a list of an argument, at most 2 are allowed: part the list`},
		{"a list in a variable", `query Q($w: Where) { institutions(where: $w) { id } }`, `{"w":{"AND":[{},{},{}]}}`,
			`variable $w has a list of 3 items, at most 2 are allowed: part the list`},
		{"a number for a text", `query Q($w: Where) { institutions(where: $w) { id } }`, `{"w":{"name":0.1}}`, `variable $w.name: 0.1 is not a text`},
		{"a fraction for an ID", `query Q($id: ID!) { node(id: $id) { id } }`, `{"id":0.1}`, `variable $id: 0.1 is not a text`},
		{"a whole number for an ID", `query Q($id: ID!) { node(id: $id) { id } }`, `{"id":7}`, ``},
		{"a text for a number", `query Q($n: Int) { institutions(first: $n) { id } }`, `{"n":"1"}`, `variable $n: \"1\" is not a whole number of 32 bits`},
		{"33 bits", `query Q($n: Int) { institutions(first: $n) { id } }`, `{"n":4294967296}`, `variable $n: 4294967296 is not a whole number of 32 bits`},
	} {
		t.Run(c.name, func(t *testing.T) {
			variables := c.variables
			if variables == "" {
				variables = "{}"
			}
			response, body := ask(t, s, `{"query":`+quote(c.query)+`,"variables":`+variables+`}`)
			if c.want == "" {
				if response.StatusCode != 200 {
					t.Errorf("refused: %s", body)
				}
				return
			}
			if response.StatusCode != 400 || !strings.Contains(body, c.want) || strings.Count(body, "message") != 1 {
				t.Errorf("got %d %s\nwant one error with %q", response.StatusCode, body, c.want)
			}
		})
	}
	t.Run("body", func(t *testing.T) {
		response, body := ask(t, s, `{"query":`+quote(strings.Repeat(" ", 2000))+`}`)
		if response.StatusCode != 413 || !strings.Contains(body, "larger than 2000 bytes") {
			t.Errorf("got %d %s", response.StatusCode, body)
		}
	})
}

func TestDefaultLimitsLetIntrospectionPass(t *testing.T) {
	response, body := ask(t, serve(t, answers(`{}`)), `{"query":`+quote(introspection.Query)+`}`)
	if response.StatusCode != 200 {
		t.Errorf("got %d %s", response.StatusCode, body)
	}
}

// TestHostileDocuments sends documents that are just within the limits and as costly to validate as we know how to make
// them. The slowest took 0.3 s when this was written; the bound is wide, since a busy machine is no fault.
func TestHostileDocuments(t *testing.T) {
	s := serve(t, answers(`{}`))
	n := DefaultLimits().Fields - 10
	fragments := strings.Builder{}
	spreads := strings.Builder{}
	for i := range n {
		fmt.Fprintf(&spreads, "...f%d ", i)
		fmt.Fprintf(&fragments, " fragment f%d on Institution { id }", i)
	}
	for name, query := range map[string]string{
		"one field often":          "{ institutions {" + strings.Repeat(" id", n) + "} }",
		"one selection often":      "{ institutions {" + strings.Repeat(" partner { id }", n/2) + "} }",
		"unknown fields":           "{ institutions {" + strings.Repeat(" idd", n) + "} }",
		"nested inline fragments":  "{ institutions {" + strings.Repeat("...{", 26) + strings.Repeat(" id", n) + strings.Repeat("}", 26) + "} }",
		"inline fragments":         "{ institutions {" + strings.Repeat(" ...{id}", n) + "} }",
		"named fragments":          "{ institutions {" + spreads.String() + "} }" + fragments.String(),
		"unknown types":            "query(" + strings.Repeat("$a:Wher ", 2400) + ") { institutions { id } }",
		"an argument often":        "{ institutions(" + strings.Repeat("first:1 ", 3300) + ") { id } }",
		"an unknown input field":   "{ institutions(where:{" + strings.Repeat("nam:1 ", 3300) + "}) { id } }",
		"a directive often":        "{ institutions { id" + strings.Repeat(" @skip(if:true)", 1400) + "} }",
		"a cycle":                  "{ institutions { ...a } } fragment a on Institution { ...b } fragment b on Institution { ...a }",
		"doubling fragments":       "{ institutions { ...a } } fragment a on Institution { ...b ...b } fragment b on Institution { ...a ...a }",
		"strings":                  "{ institutions(where:{name:\"" + strings.Repeat("x", 900_000) + "\"}) { id } }",
		"comments":                 strings.Repeat("#\n", 200_000) + "{ institutions { id } }",
		"brackets":                 strings.Repeat("[", 400_000),
		"braces":                   strings.Repeat("{", 400_000),
		"lists of types":           "query($a:" + strings.Repeat("[", 4000) + ") { institutions { id } }",
		"lists in a default value": "query($a:[Int]=" + strings.Repeat("[", 900) + strings.Repeat("]", 900) + ") { institutions { id } }",
	} {
		start := time.Now()
		_, body := ask(t, s, `{"query":`+quote(query)+`}`)
		if d := time.Since(start); d > 15*time.Second {
			t.Errorf("%s: took %s", name, d)
		} else {
			t.Logf("%s: %s, %d bytes", name, d, len(body))
		}
		if len(body) > 16<<10 {
			t.Errorf("%s: %d bytes of errors", name, len(body))
		}
	}
}
