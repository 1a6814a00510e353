package main

// build_test.go tests what becomes of a machine without Node: make says so, and the program serves a page that does.

import (
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"guanxi/graph/graphtest"
)

func TestMakeWithoutNode(t *testing.T) {
	// A node that fails stands for none, and for one that is too old.
	bin := t.TempDir()
	if err := os.WriteFile(filepath.Join(bin, "node"), []byte("#!/bin/sh\nexit 1\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("make", "-B", "web/dist/index.html")
	command.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "MAKEFLAGS=", "MAKELEVEL=")
	out, err := command.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "built without the explorer and GraphiQL") {
		t.Errorf("got %v\n%s", err, out)
	}
}

func TestBuiltWithoutPages(t *testing.T) {
	db := graphtest.Open(t)
	program := filepath.Join(t.TempDir(), "guanxi")
	build := exec.Command("go", "build", "-overlay", withoutPages(t), "-o", program, ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	command := guanxi(t, variables(db), "serve", "--listen", "127.0.0.1:0")
	command.Path = program
	g := start(t, command)
	for _, path := range []string{"/", "/entity/AU", "/measures", "/graphiql"} {
		status, body := g.get(t, path)
		if status != 200 {
			t.Errorf("%s: got %d", path, status)
		}
		for _, want := range []string{"make run", "Node 20", `href="/graphql`, `href="/schema.graphql"`, "docs/questions.md"} {
			if !strings.Contains(body, want) {
				t.Errorf("%s does not name %s", path, want)
			}
		}
	}
	if status, body := g.ask(t, "{ __typename }"); status != 200 {
		t.Errorf("the API answers %d %s", status, body)
	}
	g.stop(t)
}

// withoutPages writes an overlay by which go build sees web/dist as it is where the pages were never built.
func withoutPages(t *testing.T) string {
	t.Helper()
	gone := map[string]string{}
	err := filepath.WalkDir("web/dist", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && entry.Name() != ".gitkeep" {
			gone[path] = ""
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(map[string]any{"Replace": gone})
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "overlay.json")
	if err := os.WriteFile(name, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}
