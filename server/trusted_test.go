package server

// trusted_test.go asks a server for what it trusts, and for other things.

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// folder writes files.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestTrusted(t *testing.T) {
	file := "# The list.\nquery List($n: Int) {\n  institutions(first: $n) { id }\n}\n"
	dir := folder(t, map[string]string{
		"list.graphql":       file,
		"app/manifest.json":  `{"abc123": "query One { node(id: \"x\") { id, name } }"}`,
		"app/notes.txt":      "no document",
		"about/type.graphql": `{ __type(name: "Where") { name } }`,
	})
	trusted, err := LoadTrusted(dir, testSchema(t))
	if err != nil {
		t.Fatal(err)
	}
	if trusted.Len() != 3 {
		t.Errorf("%d documents", trusted.Len())
	}
	s := serve(t, answers(`{"ok":true}`), func(o *Options) { o.Trusted = trusted })
	for _, c := range []struct {
		name, body string
		status     int
		want       string
	}{
		{"its text", `{"query":` + quote(file) + `,"variables":{"n":1}}`, 200, `"ok"`},
		{"its text, written otherwise", `{"query":"query List($n:Int){institutions(first:$n),{id}}"}`, 200, `"ok"`},
		{"the hash of its file", hashed(sha256Of(file), ""), 200, `"ok"`},
		{"the hash of its text", hashed(sha256Of(strings.TrimSpace(file)), ""), 200, `"ok"`},
		{"a manifest's hash", hashed("abc123", ""), 200, `"ok"`},
		{"a manifest's text", `{"query":"query One{node(id:\"x\"){id name}}"}`, 200, `"ok"`},
		{"introspection that is trusted", `{"query":"{ __type(name: \"Where\") { name } }"}`, 200, `"Where"`},

		{"another value", `{"query":"query One{node(id:\"y\"){id name}}"}`, 403, `told to trust`},
		{"another field", `{"query":"query List($n:Int){institutions(first:$n){id name}}"}`, 403, `--trusted`},
		{"another hash", hashed("abc124", ""), 403, `told to trust`},
		{"a new document with its hash", hashed(sha256Of(document), `"query":"`+document+`",`), 403, `told to trust`},
		{"introspection", `{"query":"{ __schema { types { name } } }"}`, 403, `told to trust`},
		{"what is no document", `{"query":"{ institutions \""}`, 403, `told to trust`},
		{"nothing", `{"query":""}`, 403, `told to trust`},
	} {
		t.Run(c.name, func(t *testing.T) {
			response, body := ask(t, s, c.body)
			if response.StatusCode != c.status || !strings.Contains(body, c.want) || (c.status == 403) != strings.Contains(body, `"FORBIDDEN"`) {
				t.Errorf("got %d %s", response.StatusCode, body)
			}
		})
	}
	if response, body := send(t, http.MethodGet, s.URL+"/schema.graphql", "", nil); response.StatusCode != 403 || strings.Contains(body, "type Query") {
		t.Errorf("the schema: got %d %.100s", response.StatusCode, body)
	}
}

func TestTrustedThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		path  string
		want  string
	}{
		{"an invalid document", map[string]string{"a.graphql": "{ universities { id } }"}, "", `a.graphql: input:1:3: Cannot query field "universities"`},
		{"no syntax", map[string]string{"a.gql": "{"}, "", "a.gql"},
		{"an invalid manifest", map[string]string{"m.json": "[]"}, "", `m.json must hold {"hash": "document"`},
		{"a document of a manifest", map[string]string{"m.json": `{"h1": "{ x }"}`}, "", "m.json: h1: "},
		{"an empty folder", map[string]string{"a.txt": ""}, "", "there are none"},
		{"no such file", nil, "none.graphql", "none.graphql"},
		{"another file", map[string]string{"a.txt": ""}, "a.txt", "neither a .graphql nor a .json"},
	} {
		_, err := LoadTrusted(filepath.Join(folder(t, c.files), c.path), testSchema(t))
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "trusted documents: ") {
			t.Errorf("%s: got %v", c.name, err)
		}
	}
}
