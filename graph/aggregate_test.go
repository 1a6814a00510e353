package graph

// aggregate_test.go holds what a function gives to its type in the schema.

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

// A cursor holds what a list comes to, and is read as the type of it: for every
// key by which a list is sorted so, the type by which it is compared in `where`.
func TestAggregateSortKeysAreOfTheirTypes(t *testing.T) {
	e := offline(t)
	types := e.model.schema.Types
	given := map[string]bool{}
	var walk func(sort, where *ast.Definition, path aggregatePath)
	walk = func(sort, where *ast.Definition, path aggregatePath) {
		for _, key := range sort.Fields {
			condition, below := where.Fields.ForName(key.Name), path.step(key.Name)
			if below.function == "" {
				walk(types[key.Type.Name()], types[condition.Type.Name()], below)
				continue
			}
			given[below.function] = true
			if got, want := below.typ(), strings.TrimSuffix(condition.Type.Name(), "Filter"); got != want {
				t.Errorf("%s.%s: the key is of type %s, and the condition on it of %s", sort.Name, key.Name, got, want)
			}
		}
	}
	for name, of := range e.model.types {
		sort := types[name+"Sort"]
		if sort == nil {
			continue
		}
		for _, key := range sort.Fields {
			f := of.fields[key.Name]
			if f == nil || !f.connection() {
				continue
			}
			by := types[types[key.Type.Name()].Fields.ForName("aggregate").Type.Name()]
			walk(by, types[strings.TrimSuffix(by.Name, "Sort")+"Where"], aggregatePath{node: f.target.node(), link: f.rel.link})
		}
	}
	for name := range functions {
		if !given[name] && name != "shortest" && name != "longest" { // these two sort nothing
			t.Errorf("no key is made by %s", name)
		}
	}
}
