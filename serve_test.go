package main

// serve_test.go boots the whole program on a port of its own, with a real Neo4j behind a proxy that can be cut.

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"guanxi/graph/graphtest"
)

func TestServe(t *testing.T) {
	db := graphtest.Open(t)
	wire := newProxy(t, strings.TrimPrefix(db.URI, "bolt://"))
	env := variables(db)
	env["NEO4J_URI"] = "bolt://" + wire.address
	g := boot(t, env)

	t.Run("pages", func(t *testing.T) {
		for _, path := range []string{"/", "/graphiql", "/schema.graphql", "/healthz", "/readyz"} {
			if status, body := g.get(t, path); status != 200 {
				t.Errorf("%s: got %d %s", path, status, body)
			}
		}
	})
	t.Run("first answers", func(t *testing.T) {
		_, body := g.ask(t, `{ partnerships(country: "AU") { edges { node { here { name } there { name } evidence { evidence { source { title } locator } } } } } }`)
		for _, want := range []string{"University of Technology Sydney", "Jiangxi University of Finance and Economics", `"locator":"¶`, `"title":"News`} {
			if !strings.Contains(body, want) {
				t.Errorf("no %s in %s", want, body)
			}
		}
		// A name alone is inferred, and shows only when that is asked for.
		if _, body := g.ask(t, `{ partnerships(country: "GB") { totalCount } }`); body != `{"data":{"partnerships":{"totalCount":0}}}` {
			t.Errorf("got %s", body)
		}
		inferred := `{ countries(where: {code: {eq: "GB"}}) @statements(weakest: INFERRED) { organizations { name } } }`
		if _, body := g.ask(t, inferred); !strings.Contains(body, `"name":"`) {
			t.Errorf("got %s", body)
		}
	})
	t.Run("questions of GraphiQL", func(t *testing.T) {
		files, err := filepath.Glob("web/questions/*.graphql")
		if err != nil || len(files) != 3 {
			t.Fatal(files, err)
		}
		for _, file := range files {
			query, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			status, body := g.ask(t, string(query))
			if status != 200 || strings.Contains(body, `"errors"`) || !strings.Contains(body, `"locator"`) {
				t.Errorf("%s: got %d %s", file, status, body)
			}
		}
	})
	t.Run("introspection", func(t *testing.T) {
		_, body := g.ask(t, `{ __schema { queryType { name } } countries(limit: 0) { id } __type(name: "Institution") { kind } }`)
		if want := `{"data":{"__schema":{"queryType":{"name":"Query"}},"countries":[],"__type":{"kind":"OBJECT"}}}`; body != want {
			t.Errorf("got %s", body)
		}
	})
	t.Run("bad input", func(t *testing.T) {
		for query, want := range map[string]string{
			`{ institutions(limit: -1) { id } }`: "negative",
			`{ universities { id } }`:            "Cannot query field",
			`{ institutions {`:                   "Expected Name",
		} {
			status, body := g.ask(t, query)
			if status != 400 || !strings.Contains(body, want) || !strings.Contains(body, `"locations":[{"line":1`) || strings.Contains(body, `"data"`) {
				t.Errorf("%s: got %d %s", query, status, body)
			}
		}
	})
	t.Run("the database goes and comes back", func(t *testing.T) {
		wire.cut()
		for range 2 { // with a connection that breaks, and without one
			start := time.Now()
			status, body := g.ask(t, `{ countries(limit: 1) { id } }`)
			if d := time.Since(start); status != 503 || !strings.Contains(body, "SERVICE_UNAVAILABLE") || d > 5*time.Second {
				t.Errorf("got %d %s after %s", status, body, d)
			}
		}
		if status, body := g.get(t, "/readyz"); status != 503 || !strings.Contains(body, "Neo4j does not answer") {
			t.Errorf("/readyz: got %d %s", status, body)
		}
		wire.join(t)
		if status, body := g.ask(t, `{ countries(limit: 1) { id } }`); status != 200 {
			t.Errorf("afterwards: got %d %s", status, body)
		}
		if status, body := g.get(t, "/readyz"); status != 200 {
			t.Errorf("/readyz afterwards: got %d %s", status, body)
		}
	})
	t.Run("stop", func(t *testing.T) { g.stop(t) })
}

func TestPortTaken(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	c := guanxi(t, map[string]string{"NEO4J_URI": "bolt://127.0.0.1:1"}, "serve", "--listen", l.Addr().String())
	out, err := c.CombinedOutput()
	if want := "guanxi: " + l.Addr().String() + " is taken by another program"; err == nil || !strings.HasPrefix(string(out), want) {
		t.Errorf("got %v %s", err, out)
	}
}
