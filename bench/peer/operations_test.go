package peer

// operations_test.go reads the operations: operations/THEME.graphql, and beside it THEME.json with the variables of
// those that have any, by their names.

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// forPeer ends the name of an operation that is another one in the peer's words.
const forPeer = "_peer"

// An operation is one question in both spellings, which are the same where the file holds only one.
type operation struct {
	name, theme string
	ours, peers request
	walked      bool // page by page: it has a variable $after
}

// A request is what is sent.
type request struct {
	Query         string         `json:"query"`
	OperationName string         `json:"operationName"`
	Variables     map[string]any `json:"variables,omitempty"`
}

func readOperations(t *testing.T) []*operation {
	t.Helper()
	paths, err := filepath.Glob("operations/*.graphql")
	if err != nil || len(paths) == 0 {
		t.Fatal("no operations found", err)
	}
	var all []*operation
	themes := map[string]string{}
	for _, path := range paths {
		for _, o := range readTheme(t, path) {
			if other, twice := themes[o.name]; twice {
				t.Fatalf("%s: there is an operation %s in %s already", path, o.name, other)
			}
			themes[o.name] = path
			all = append(all, o)
		}
	}
	return all
}

func readTheme(t *testing.T, path string) []*operation {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	document, err := parser.ParseQuery(&ast.Source{Name: path, Input: string(text)})
	if err != nil {
		t.Fatal(err)
	}
	variables := readVariables(t, strings.TrimSuffix(path, ".graphql")+".json")
	pieces := cut([]rune(string(text)), document)
	theme := strings.TrimSuffix(filepath.Base(path), ".graphql")
	var read []*operation
	for _, definition := range document.Operations {
		name, otherSpelling := strings.CutSuffix(definition.Name, forPeer)
		r := request{spread(definition, document, pieces), definition.Name, variables[name]}
		if otherSpelling {
			if len(read) == 0 || read[len(read)-1].name != name {
				t.Fatalf("%s: %s must follow %s", path, definition.Name, name)
			}
			read[len(read)-1].peers = r
			continue
		}
		walked := definition.VariableDefinitions.ForName("after") != nil
		read = append(read, &operation{name: name, theme: theme, ours: r, peers: r, walked: walked})
	}
	for name := range variables {
		if !slices.ContainsFunc(read, func(o *operation) bool { return o.name == name }) {
			t.Fatalf("%s has variables for %s, which there is not", path, name)
		}
	}
	return read
}

func readVariables(t *testing.T, path string) map[string]map[string]any {
	t.Helper()
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var variables map[string]map[string]any
	if err == nil {
		err = json.Unmarshal(text, &variables)
	}
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return variables
}

// cut gives the text of each operation and fragment, by name.
func cut(text []rune, document *ast.QueryDocument) map[string]string {
	starts := []int{len(text)}
	names := map[int]string{}
	for _, o := range document.Operations {
		starts, names[o.Position.Start] = append(starts, o.Position.Start), o.Name
	}
	for _, f := range document.Fragments {
		starts, names[f.Position.Start] = append(starts, f.Position.Start), "fragment "+f.Name
	}
	slices.Sort(starts)
	pieces := map[string]string{}
	for i, start := range starts[:len(starts)-1] {
		pieces[names[start]] = string(text[start:starts[i+1]])
	}
	return pieces
}

// spread is the text of an operation with the fragments that it uses, since a server refuses others.
func spread(o *ast.OperationDefinition, document *ast.QueryDocument, pieces map[string]string) string {
	text := pieces[o.Name]
	seen := map[string]bool{}
	var walk func(ast.SelectionSet)
	walk = func(set ast.SelectionSet) {
		for _, s := range set {
			switch s := s.(type) {
			case *ast.Field:
				walk(s.SelectionSet)
			case *ast.InlineFragment:
				walk(s.SelectionSet)
			case *ast.FragmentSpread:
				if f := document.Fragments.ForName(s.Name); f != nil && !seen[s.Name] {
					seen[s.Name] = true
					text += pieces["fragment "+s.Name]
					walk(f.SelectionSet)
				}
			}
		}
	}
	walk(o.SelectionSet)
	return text
}
