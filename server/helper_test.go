package server

// helper_test.go starts a server around an engine made of a function: what is tested here is HTTP. The real engine is
// tested in its own package, and behind this server by the tests of the command.

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"guanxi/graph"
)

// testSDL is large enough for what is tested.
const testSDL = `
type Query {
  institutions(where: Where, first: Int = 10): [Institution!]!
  node(id: ID!): Institution
}
type Mutation { rename(id: ID!): Institution }
type Institution { id: ID! name: String partner: Institution }
input Where { name: String AND: [Where!] OR: [Where!] }
`

// testSchema parses testSDL.
func testSchema(t testing.TB) *ast.Schema {
	t.Helper()
	s, err := gqlparser.LoadSchema(&ast.Source{Name: "test.graphqls", Input: testSDL})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// fakeEngine answers with a function.
type fakeEngine struct {
	answer func(context.Context, graph.Request) (*graph.Answer, error)
	ready  error
}

func (e fakeEngine) Answer(ctx context.Context, r graph.Request) (*graph.Answer, error) {
	return e.answer(ctx, r)
}
func (e fakeEngine) Compile(graph.Request) (*graph.Statement, error) {
	return &graph.Statement{Plan: "the plan\n", Cypher: "RETURN 1", Params: graph.Params{"p0": "x"}}, nil
}
func (e fakeEngine) Ready(context.Context) error { return e.ready }

// answers is an engine that always gives the same data.
func answers(data string) fakeEngine {
	written := []byte(data)
	return fakeEngine{answer: func(context.Context, graph.Request) (*graph.Answer, error) {
		return &graph.Answer{Data: written}, nil
	}}
}

// fails is an engine that always gives the same error.
func fails(err error) fakeEngine {
	return fakeEngine{answer: func(context.Context, graph.Request) (*graph.Answer, error) { return nil, err }}
}

// partly is an engine whose answer has data and an error.
func partly(data, message string) fakeEngine {
	return fakeEngine{answer: func(context.Context, graph.Request) (*graph.Answer, error) {
		return &graph.Answer{Data: []byte(data), Errors: gqlerror.List{gqlerror.Errorf("%s", message)}}, nil
	}}
}

// serve starts a server; options may be changed before it is made.
func serve(t testing.TB, e Engine, change ...func(*Options)) *httptest.Server {
	t.Helper()
	o := Options{Schema: testSchema(t), SDL: testSDL, Engine: e, Logger: slog.New(slog.DiscardHandler)}
	for _, c := range change {
		c(&o)
	}
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	h := httptest.NewServer(s.Handler(true))
	t.Cleanup(h.Close)
	return h
}

// headers are those of a request: name, value, name, value.
type headers []string

// send sends a request and reads all of its answer.
func send(t testing.TB, method, url, body string, h headers) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(h); i += 2 {
		r.Header.Set(h[i], h[i+1])
		if h[i] == "Host" {
			r.Host = h[i+1]
		}
	}
	response, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(text)
}

// ask sends a GraphQL request by POST.
func ask(t testing.TB, s *httptest.Server, body string, h ...string) (*http.Response, string) {
	t.Helper()
	return send(t, http.MethodPost, s.URL+"/graphql", body, append(headers{"Content-Type", "application/json"}, h...))
}
