package server

// hostilerequests_test.go makes hostile requests from the schema: a seed always gives the same one.

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql/introspection"
	"github.com/vektah/gqlparser/v2/ast"
)

// hostileRequest is what is sent.
type hostileRequest struct {
	kind    string
	method  string
	query   string // of the URL
	headers []string
	body    []byte
}

// A hostile makes requests.
type hostile struct {
	api   *ast.Schema
	roots []*ast.FieldDefinition
	kinds []kind
}

// A kind makes the document and the variables of a request.
type kind struct {
	name string
	make func(*writer) string
}

// writer writes one document.
type writer struct {
	maker
	*hostile
	variables map[string]any
	declared  []string
}

func newHostile(schema *ast.Schema) *hostile {
	h := &hostile{api: schema}
	for _, f := range schema.Query.Fields {
		if !strings.HasPrefix(f.Name, "__") {
			h.roots = append(h.roots, f)
		}
	}
	h.kinds = []kind{
		{"right", (*writer).right}, {"right", (*writer).right}, {"wrong values", (*writer).wrongValues}, {"wrong values", (*writer).wrongValues},
		{"alias bomb", (*writer).aliasBomb}, {"fragment cycle", (*writer).fragmentCycle}, {"doubling fragments", (*writer).doubling},
		{"deep selection", (*writer).deepSelection}, {"deep where", (*writer).deepWhere}, {"huge list", (*writer).hugeList},
		{"forged cursor", (*writer).forgedCursor}, {"directives", (*writer).directives}, {"introspection", (*writer).introspection},
		{"broken document", (*writer).brokenDocument}, {"page sizes", (*writer).pageSizes}, {"variables", (*writer).wrongVariables},
	}
	return h
}

// hostileForms is how many forms the statements have, about.
const hostileForms = 40

// request is that of the seed.
func (h *hostile) request(seed uint64) hostileRequest {
	m := maker{rand.New(rand.NewPCG(seed, 4)), rand.New(rand.NewPCG(seed%hostileForms, 5)), h.api, 0}
	w := &writer{maker: m, hostile: h, variables: map[string]any{}}
	k := h.kinds[m.IntN(len(h.kinds))]
	r := hostileRequest{kind: k.name, method: http.MethodPost, headers: []string{"Content-Type", "application/json"}}
	document := k.make(w)
	body := map[string]any{"query": document}
	if len(w.variables) > 0 || m.sometimes(0.1) {
		body["variables"] = w.variables
	}
	r.body, _ = json.Marshal(body)
	switch {
	case m.sometimes(0.08):
		r.kind += ", broken JSON"
		r.body = m.broken(r.body)
	case m.sometimes(0.08):
		r.kind += ", odd envelope"
		m.envelope(&r, body)
	case m.sometimes(0.08) && len(document) < 4000:
		r.kind += ", by URL"
		values := url.Values{"query": {document}}
		if v, err := json.Marshal(w.variables); err == nil && len(w.variables) > 0 {
			values.Set("variables", string(v))
		}
		r.method, r.query, r.body = http.MethodGet, "?"+values.Encode(), nil
	}
	return r
}

// broken damages a text at random places.
func (m maker) broken(text []byte) []byte {
	text = slices.Clone(text)
	for range 1 + m.IntN(3) {
		if len(text) == 0 {
			break
		}
		at := m.IntN(len(text))
		switch m.IntN(5) {
		case 0:
			text = text[:at]
		case 1:
			text[at] = byte(m.IntN(256))
		case 2:
			text = slices.Delete(text, at, min(len(text), at+1+m.IntN(9)))
		case 3:
			text = slices.Insert(text, at, []byte(m.one([]string{"{", "}", "[", "]", `"`, "\\", "\x00", "NaN", ",", "\xff", "#", "..."}))...)
		case 4:
			text = append(text, text[at:]...)
		}
	}
	return text
}

// envelope changes what is around the document.
func (m maker) envelope(r *hostileRequest, body map[string]any) {
	switch m.IntN(9) {
	case 0:
		r.headers[1] = m.one([]string{"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "", "application/json; charset=latin1", "application/json;;", "\"", "application/graphql"})
	case 1:
		r.method = m.one([]string{"PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"})
	case 2:
		r.headers = append(r.headers, "Accept", m.one([]string{"text/event-stream", "image/png", "*/*;q=0", "application/json;q=nan", ";", "application/json", strings.Repeat("a/b,", 900)}))
	case 3:
		body[m.one([]string{"operationName", "variables", "extensions", "query"})] = m.other(3)
	case 4:
		body["extensions"] = map[string]any{"persistedQuery": m.other(2)}
	case 5:
		body["extensions"] = map[string]any{"persistedQuery": map[string]any{"version": 1, "sha256Hash": m.text()}}
		if m.sometimes(0.5) {
			delete(body, "query")
		}
	case 6:
		body["extensions"] = map[string]any{"guanxi": m.one([]string{"x", "plan"})}
	case 7:
		body["extensions"] = map[string]any{"guanxi": map[string]any{"plan": true}}
	case 8:
		r.headers = append(r.headers, m.one([]string{"X-Guanxi-Debug", "X-Request-Id", "Origin", "Sec-Fetch-Site"}), m.one([]string{"plan", "cross-site", "http://evil.example", "null"}))
	}
	r.body, _ = json.Marshal(body)
}

// right is a valid operation, with values that are of their types but not nice.
func (w *writer) right() string { return w.operation(w.field(w.root(), 1+w.form.IntN(3))) }

// wrongValues is one with values of other types, some in variables.
func (w *writer) wrongValues() string {
	w.wrong = 0.3
	return w.right()
}

// wrongVariables declares variables and gives others.
func (w *writer) wrongVariables() string {
	document := w.right()
	for _, name := range sortedKeys(w.variables) {
		switch w.IntN(4) {
		case 0:
			delete(w.variables, name)
		case 1:
			w.variables[name] = w.other(3)
		}
	}
	w.variables[w.text()] = w.other(2)
	return document
}

func (w *writer) root() *ast.FieldDefinition { return w.roots[w.form.IntN(len(w.roots))] }

// operation puts the declarations in front of a selection.
func (w *writer) operation(selection string) string {
	if len(w.declared) > 0 {
		return "query Q(" + strings.Join(w.declared, " ") + ") { " + selection + " }"
	}
	return "{ " + selection + " }"
}

// field is a field with arguments, and something of what is below it.
func (w *writer) field(f *ast.FieldDefinition, depth int) string {
	var args []string
	for _, a := range f.Arguments {
		required := a.Type.NonNull && a.DefaultValue == nil
		if required || w.form.IntN(5) < 2 {
			args = append(args, a.Name+": "+w.argument(a.Type))
		}
	}
	text := f.Name
	if len(args) > 0 {
		text += "(" + strings.Join(args, " ") + ")"
	}
	return text + w.below(f.Type, depth)
}

// argument is a literal or a variable.
func (w *writer) argument(t *ast.Type) string {
	v := w.value(t, 3)
	if w.form.IntN(5) < 3 {
		return w.literal(v)
	}
	name := fmt.Sprintf("v%d", len(w.declared))
	w.declared = append(w.declared, "$"+name+": "+t.String())
	w.variables[name] = v
	return "$" + name
}

// below selects some fields of a composite type.
func (w *writer) below(t *ast.Type, depth int) string {
	def := w.schema.Types[t.Name()]
	if !def.IsCompositeType() {
		return ""
	}
	selected := map[string]string{"__typename": "__typename"}
	for range 3 {
		if len(def.Fields) == 0 {
			break
		}
		f := def.Fields[w.form.IntN(len(def.Fields))]
		if !w.schema.Types[f.Type.Name()].IsCompositeType() || depth > 0 {
			selected[f.Name] = w.field(f, depth-1)
		}
	}
	return " { " + strings.Join(slices.Sorted(maps.Values(selected)), " ") + " }"
}

// size is small or large, and seldom between: the database plans for seconds what is just within the bounds.
func (w *writer) size(small, large int) int {
	switch {
	case w.sometimes(0.02):
		return 1 + w.IntN(large)
	case w.sometimes(0.3):
		return 1 + w.IntN(small)
	}
	return large - w.IntN(large/4)
}

// aliasBomb asks for the same under many names.
func (w *writer) aliasBomb() string {
	n := w.size(3, 1000)
	var b strings.Builder
	if w.sometimes(0.5) {
		for i := range n {
			fmt.Fprintf(&b, "a%d: institutions(limit: 1) { id } ", i)
		}
		return "{ " + b.String() + "}"
	}
	for i := range n {
		fmt.Fprintf(&b, "a%d: agreements(where: {id: {eq: %s}}) { id } ", i, quote(marker))
	}
	return "{ institutions(limit: 1) { " + b.String() + "} }"
}

// fragmentCycle spreads fragments in a circle.
func (w *writer) fragmentCycle() string {
	n := 1 + w.IntN(40)
	b := strings.Builder{}
	b.WriteString("{ institutions { ...f0 } } ")
	for i := range n {
		fmt.Fprintf(&b, "fragment f%d on %s { id ...f%d } ", i, w.one([]string{"Institution", "Entity", "Country", marker}), (i+1)%(n+w.IntN(2)))
	}
	return b.String()
}

// doubling spreads each fragment twice.
func (w *writer) doubling() string {
	n := w.size(2, 60)
	b := strings.Builder{}
	b.WriteString("{ institutions(limit: 1) { ...f0 } } ")
	for i := range n {
		fmt.Fprintf(&b, "fragment f%d on Institution { a%d: agreements(limit: 1) { parties(limit: 1) { ...f%d } } ...f%d } ", i, i, i+1, i+1)
	}
	fmt.Fprintf(&b, "fragment f%d on Institution { id }", n)
	return b.String()
}

// deepSelection walks to and fro between two types.
func (w *writer) deepSelection() string {
	n := w.size(2, 250)
	limit := w.one([]string{"", "(limit: 1)", "(limit: 0)"})
	return "{ institutions" + limit + strings.Repeat(" { agreements"+limit+" { parties"+limit, n) + " { id }" + strings.Repeat(" } }", n) + " }"
}

// deepWhere nests conditions, in a literal or in a variable.
func (w *writer) deepWhere() string {
	n := w.size(3, 250)
	word := w.one([]string{"NOT", "AND", "OR", "agreements"})
	open, shut := "{"+word+": ", "}"
	if word == "agreements" {
		open, shut = "{agreements: {"+w.one([]string{"some", "all", "none", "single"})+": {parties: {some: ", "}}}}"
	}
	if w.sometimes(0.5) {
		return "{ institutions(where: " + strings.Repeat(open, n) + "{name: {eq: " + quote(w.text()) + "}}" + strings.Repeat(shut, n) + ") { id } }"
	}
	var inner any = map[string]any{"name": map[string]any{"eq": w.text()}}
	for range n {
		if word == "agreements" {
			word = "NOT"
		}
		inner = map[string]any{word: inner}
	}
	w.variables["w"] = inner
	return "query Q($w: InstitutionWhere) { institutions(where: $w) { id } }"
}

// hugeList asks for one of many.
func (w *writer) hugeList() string {
	n := w.IntN(1 << w.IntN(14))
	list := make([]any, n)
	for i := range list {
		list[i] = w.text()
	}
	if w.sometimes(0.5) {
		return "{ institutions(where: {name: {in: " + w.literal(list) + "}}) { id } }"
	}
	w.variables["l"] = list
	return "query Q($l: [String!]) { institutions(where: {name: {in: $l}}) { id } }"
}

// forgedCursor goes on behind a page that never was.
func (w *writer) forgedCursor() string {
	cursor := base64.RawURLEncoding.EncodeToString([]byte(w.one([]string{
		`[1,"` + marker + `",1]`, `[1]`, `[]`, `{}`, `[1,null,[[[]]]]`, `[2,"x","y"]`, marker, `[1,"x",` + strings.Repeat("[", 5000), `[1,"x",{"d":"` + marker + `"}]`,
	})))
	if w.sometimes(0.3) {
		cursor = w.text()
	}
	return fmt.Sprintf("{ institutionsConnection(first: %d, after: %s, sort: [{name: ASC}]) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }", w.IntN(5), quote(cursor))
}

// directives conditions and scopes fields, rightly and wrongly.
func (w *writer) directives() string {
	d := func() string {
		return w.one([]string{
			"@skip(if: true)", "@skip(if: false)", "@include(if: false)", "@include(if: " + quote(marker) + ")", "@skip", "@skip(if: $undeclared)", "@statements(weakest: INFERRED)",
			"@statements(weakest: STATED)", "@statements(weakest: " + marker + ")", "@statements(weakest: " + quote(marker) + ")", "@statements", "@statements(weakest: null)", "@" + marker, "@node", "@cypher(statement: " + quote("RETURN 1 AS "+marker) + ", columnName: \"x\")", "@deprecated", "@skip(if: true) @skip(if: true)",
		})
	}
	return fmt.Sprintf("query %s { institutions(limit: 2) %s { id %s ... %s { name } agreements(limit: 1) %s { id } agreements(limit: 1) %s { id } } }",
		w.one([]string{"", "Q " + d()}), d(), d(), d(), w.one([]string{"", d()}), w.one([]string{"", d()}))
}

// introspection asks for the schema.
func (w *writer) introspection() string {
	switch w.IntN(12) {
	case 0:
		return introspection.Query
	case 1, 2, 3:
		n := 1 << w.IntN(7)
		return "{ __schema { types { " + strings.Repeat("fields { type { ", n) + "name" + strings.Repeat(" } }", n) + " } } }"
	case 4, 5:
		return "{ __typename a: __typename " + strings.Repeat("__typename ", 1<<w.IntN(10)) + "}"
	}
	return "{ __type(name: " + w.literal(w.other(1)) + ") { name fields { name } } institutions(limit: 1) { " + w.one([]string{"id", "__typename", "__schema", "__type"}) + " } }"
}

// brokenDocument damages a valid one.
func (w *writer) brokenDocument() string { return string(w.broken([]byte(w.right()))) }

// pageSizes asks for numbers of rows that are none.
func (w *writer) pageSizes() string {
	n := w.one(numbers)
	switch w.IntN(4) {
	case 0:
		w.variables["n"] = raw(n)
		return "query Q($n: Int) { institutions(limit: $n, offset: $n) { id } }"
	case 1:
		return "{ institutionsConnection(first: " + n + ") { totalCount edges { node { id } } } }"
	case 2:
		return "{ institutions(limit: 2, offset: " + n + ", sort: [{name: DESC}]) { id founded agreements(limit: " + w.one(numbers) + ") { id } } }"
	}
	return "{ institutions(where: {founded: {gte: " + n + "}}, limit: 3) { id founded } agreements(where: {amount: {lt: " + w.one(numbers) + "}}, limit: 3) { amount } }"
}

func sortedKeys(m map[string]any) []string { return slices.Sorted(maps.Keys(m)) }
