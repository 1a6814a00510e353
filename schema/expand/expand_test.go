// Tests of expanding: golden cases in testdata, each a small schema with what is
// derived from it or the error that it gives, and the proof that api.graphqls is fresh.

package main

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/vektah/gqlparser/v2/ast"
)

var update = flag.Bool("update", false, "write what is got into the golden cases")

func TestFresh(t *testing.T) {
	want, err := expandDir("..")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join("..", derived))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("schema/%s is not what the other files of its folder give: run `make generate`", derived)
	}
}

// The tests of package graph have a schema of their own for unions; it is derived here.
func TestUnionsFresh(t *testing.T) {
	var sources []*ast.Source
	for _, name := range []string{unions + ".graphqls", "../directives.graphqls", "../operators.graphqls", "../aggregates.graphqls"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, &ast.Source{Name: name, Input: string(text)})
	}
	want, err := Expand(sources...)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(unions+".api.graphqls", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(unions + ".api.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s.api.graphqls is not what %s.graphqls gives: run this test with -update", unions, unions)
	}
}

const unions = "../../graph/testdata/unions"

func TestSameEveryTime(t *testing.T) {
	first, err := expandDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if again, _ := expandDir(".."); again != first {
			t.Fatal("expanding the same files gave another text")
		}
	}
}

// Each case holds the file input.graphqls and either api.graphqls or error. A case of
// an error may leave out the directives and types that are not missed before it.
func TestGolden(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases in testdata: %v", err)
	}
	for _, path := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			input, golden := &archive.Files[0], &archive.Files[1]
			got, name := "", derived
			got, err = Expand(&ast.Source{Name: input.Name, Input: string(input.Data)})
			if err != nil {
				got, name = err.Error()+"\n", "error"
			}
			if *update {
				golden.Name, golden.Data = name, []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if name != golden.Name {
				t.Fatalf("gave %s, want %s:\n%s", name, golden.Name, got)
			}
			if diff := cmp.Diff(string(golden.Data), got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestStem(t *testing.T) {
	for description, want := range map[string]string{
		"The name.":                             "The name",
		"The code: `AU`. As ISO 3166-1 has it.": "The code",
		"The day; the earliest.":                "The day",
		"What it is for":                        "What it is for",
	} {
		if got := stem(description); got != want {
			t.Errorf("stem(%q) = %q, want %q", description, got, want)
		}
	}
}
