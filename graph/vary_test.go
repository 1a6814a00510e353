package graph_test

// vary_test.go draws other values for a question's variables: the text stays, so
// that a plan that was kept for it may not be the plan for these.

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// vary gives the same text with other variables.
func (g *generator) vary(q question, op *ast.OperationDefinition, values map[string]any) question {
	varied := map[string]any{}
	for _, def := range op.VariableDefinitions {
		v, given := values[def.Variable]
		if fixed := strings.Contains(def.Type.Name(), "Sort"); given && !def.Type.NonNull && !fixed && g.in32(4) {
			if g.in32(16) {
				varied[def.Variable] = nil
			}
			continue
		}
		if given {
			varied[def.Variable] = g.other(v, def.Type)
		}
	}
	variables, err := json.Marshal(varied)
	if err != nil {
		panic(err)
	}
	return question{q.Query, string(variables)}
}

// other draws a value of type t that resembles v. What lists are sorted by is
// kept, but for the direction: they may be cut.
func (g *generator) other(v any, t *ast.Type) any {
	def := g.schema.Types[t.Name()]
	sort := strings.HasSuffix(def.Name, "Sort")
	switch v := v.(type) {
	case nil:
		return nil
	case bool:
		return v != g.in32(16)
	case []any:
		list := []any{}
		for _, item := range v {
			if sort || !g.in32(6) {
				list = append(list, g.other(item, t.Elem))
			}
		}
		return list
	case map[string]any:
		object := map[string]any{}
		for _, name := range slices.Sorted(maps.Keys(v)) {
			part := g.other(v[name], def.Fields.ForName(name).Type)
			switch {
			case !sort && g.in32(2):
				part = nil
			case !sort && g.in32(2):
				continue
			}
			object[name] = part
		}
		return object
	}
	if g.in32(20) {
		return v
	}
	switch {
	case def.Kind == ast.Enum:
		return pick(g, def.EnumValues).Name
	case def.Name == "Int":
		return json.Number(fmt.Sprint(g.below(4)))
	case def.Name == "Float" || def.Name == "Date":
		return v
	case strings.HasPrefix(fmt.Sprint(v), ".*"): // a regular expression stays one
		return v
	}
	return pick(g, words)
}
