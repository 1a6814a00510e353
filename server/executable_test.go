package server

// executable_test.go tests what reaches the engine and how its answer becomes a response.

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql/introspection"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"

	"guanxi/graph"
)

// echo is an engine that answers each root field of the operation with its name, and remembers the operation.
type echo struct {
	fakeEngine
	seen string
	asks int
}

func newEcho() *echo {
	e := &echo{}
	e.answer = func(_ context.Context, r graph.Request) (*graph.Answer, error) {
		e.asks++
		e.seen = printed(r.Operation)
		var data []string
		var walk func(set ast.SelectionSet)
		walk = func(set ast.SelectionSet) {
			for _, s := range set {
				switch s := s.(type) {
				case *ast.Field:
					data = append(data, `"`+s.Alias+`":"`+s.Name+`"`)
				case *ast.InlineFragment:
					walk(s.SelectionSet)
				case *ast.FragmentSpread:
					walk(s.Definition.SelectionSet)
				}
			}
		}
		walk(r.Operation.SelectionSet)
		return &graph.Answer{Data: []byte(`{` + strings.Join(data, ",") + `}`)}, nil
	}
	return e
}

// printed is an operation on one line.
func printed(o *ast.OperationDefinition) string {
	var b strings.Builder
	formatter.NewFormatter(&b).FormatQueryDocument(&ast.QueryDocument{Operations: ast.OperationList{o}})
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestIntrospectionBesideData(t *testing.T) {
	for _, c := range []struct{ name, query, engine, data string }{
		{
			"between", `{ a: institutions { id } __type(name: \"Where\") { name } b: institutions { id } }`,
			`{ a: institutions { id } b: institutions { id } }`,
			`{"a":"institutions","__type":{"name":"Where"},"b":"institutions"}`,
		},
		{
			"first", `{ s: __schema { queryType { name } } institutions { id } }`,
			`{ institutions { id } }`,
			`{"s":{"queryType":{"name":"Query"}},"institutions":"institutions"}`,
		},
		{
			"in a fragment", `{ ...F institutions { id } } fragment F on Query { __type(name: \"Where\") { name } a: institutions { id } }`,
			`{ ... on Query { a: institutions { id } } institutions { id } }`,
			`{"__type":{"name":"Where"},"a":"institutions","institutions":"institutions"}`,
		},
		{
			"conditions stay", `{ ... @include(if: false) { __schema { description } } a: institutions @skip(if: false) { id } }`,
			`{ a: institutions @skip(if: false) { id } }`,
			`{"a":"institutions"}`,
		},
		{
			"alone", `{ __type(name: \"Where\") { name kind inputFields { name } } }`, ``,
			`{"__type":{"name":"Where","kind":"INPUT_OBJECT","inputFields":[{"name":"name"},{"name":"AND"},{"name":"OR"}]}}`,
		},
		{
			"typename is data", `{ __typename institutions { id } }`,
			`{ __typename institutions { id } }`, `{"__typename":"__typename","institutions":"institutions"}`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := newEcho()
			_, body := ask(t, serve(t, e), `{"query":"`+c.query+`"}`)
			if want := `{"data":` + c.data + `}`; body != want {
				t.Errorf("got %s\nwant %s", body, want)
			}
			if got := strings.TrimPrefix(e.seen, "query "); got != c.engine {
				t.Errorf("the engine was asked %s\nwant %s", got, c.engine)
			}
		})
	}
}

func TestIntrospectionIsComplete(t *testing.T) {
	e := newEcho()
	_, body := ask(t, serve(t, e), `{"query":`+quote(introspection.Query)+`}`)
	for _, want := range []string{`"name":"Institution"`, `"name":"Where"`, `"mutationType":{"name":"Mutation"}`, `"name":"rename"`} {
		if !strings.Contains(body, want) {
			t.Errorf("introspection lacks %s", want)
		}
	}
	if strings.Contains(body, "unused") {
		t.Error("introspection shows the part of the schema that gqlgen generates from")
	}
	if e.asks > 0 {
		t.Error("introspection asked the engine")
	}
}

func TestNoDataBesideIntrospection(t *testing.T) {
	s := serve(t, fails(&graph.Error{Code: graph.BadUserInput, Message: "no"}))
	response, body := ask(t, s, `{"query":"{ __schema { description } institutions { id } }"}`)
	if response.StatusCode != 400 || strings.Contains(body, "data") {
		t.Errorf("got %d %s", response.StatusCode, body)
	}
}

func TestTruncated(t *testing.T) {
	e := fakeEngine{answer: func(context.Context, graph.Request) (*graph.Answer, error) {
		path := ast.Path{ast.PathName("institutions"), ast.PathIndex(0), ast.PathName("partner")}
		return &graph.Answer{Data: []byte(`{}`), Truncated: []graph.Truncation{{Path: path, Limit: 10}}}, nil
	}}
	_, body := ask(t, serve(t, e), good)
	if want := `{"data":{},"extensions":{"truncated":[{"path":["institutions",0,"partner"],"limit":10}]}}`; body != want {
		t.Errorf("got %s\nwant %s", body, want)
	}
}

func TestEngineGetsTheRequest(t *testing.T) {
	var got graph.Request
	e := fakeEngine{answer: func(_ context.Context, r graph.Request) (*graph.Answer, error) {
		got = r
		return &graph.Answer{Data: []byte(`{}`)}, nil
	}}
	ask(t, serve(t, e), `{"query":"query Q($n: Int = 3, $id: ID!) { institutions(first: $n) { id } node(id: $id) { id } }","variables":{"id":"x"}}`)
	if got.Operation.Name != "Q" || !strings.HasPrefix(got.Query, "query Q(") {
		t.Errorf("got %+v", got)
	}
	if got.Variables["id"] != "x" || got.Variables["n"] != int64(3) {
		t.Errorf("got variables %v", got.Variables)
	}
}

func TestPanicInEngine(t *testing.T) {
	e := fakeEngine{answer: func(context.Context, graph.Request) (*graph.Answer, error) { panic("secret") }}
	response, body := ask(t, serve(t, e), good)
	want := `{"errors":[{"message":"internal error","extensions":{"code":"INTERNAL","request":"` + response.Header.Get(requestHeader) + `"}}]}`
	if response.StatusCode != 500 || body != want {
		t.Errorf("got %d %s\nwant %s", response.StatusCode, body, want)
	}
}

func TestErrorWithPlace(t *testing.T) {
	err := &graph.Error{
		Code: graph.BadUserInput, Message: "first is -1: it cannot be negative",
		Path: ast.Path{ast.PathName("institutions")}, Position: &ast.Position{Line: 1, Column: 3},
	}
	_, body := ask(t, serve(t, fails(err)), good)
	want := `{"errors":[{"message":"first is -1: it cannot be negative","path":["institutions"],` +
		`"locations":[{"line":1,"column":3}],"extensions":{"code":"BAD_USER_INPUT"}}]}`
	if body != want {
		t.Errorf("got %s\nwant %s", body, want)
	}
}

func TestFieldInterceptorsAreRefused(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a field interceptor was taken")
		}
	}()
	use(nil, fieldInterceptor{})
}

// fieldInterceptor would never run.
type fieldInterceptor struct{ limiter }

func (fieldInterceptor) InterceptField(context.Context, func(context.Context) (any, error)) (any, error) {
	return nil, errors.New("never")
}
