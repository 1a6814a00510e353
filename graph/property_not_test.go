package graph_test

// property_not_test.go holds conditions to the laws of logic, without the
// oracle: nothing passes both p and NOT p, and what passes one of them is what
// passes either.

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"
)

// opposites draws a question about the nodes of a type that pass a condition,
// its opposite, or either.
func (g *generator) opposites() question {
	fd := pick(g, slices.DeleteFunc(slices.Clone(g.schema.Query.Fields), func(fd *ast.FieldDefinition) bool {
		return fd.Arguments.ForName("where") == nil || fd.Type.Elem == nil
	}))
	p := g.where(g.schema.Types[fd.Arguments.ForName("where").Type.NamedType], g.owner(fd), 2)
	list := &ast.Value{Kind: ast.ListValue, Children: ast.ChildValueList{{Value: p}, {Value: single("NOT", p)}}}
	op := &ast.OperationDefinition{Operation: ast.Query, Directives: g.statements(8)}
	for _, part := range []struct {
		name  string
		where *ast.Value
	}{{"p", p}, {"notP", single("NOT", p)}, {"either", single("OR", list)}} {
		op.SelectionSet = append(op.SelectionSet, &ast.Field{
			Name: fd.Name, Alias: part.name, SelectionSet: ast.SelectionSet{&ast.Field{Name: "id"}},
			Arguments: ast.ArgumentList{{Name: "where", Value: part.where}},
		})
	}
	return spell(op)
}

func (j *judge) oppose(t *rapid.T) {
	q := rapid.Custom(func(t *rapid.T) question { return j.generator(t).opposites() }).Draw(t, "question")
	answer, _ := j.ask(t, q)
	var lists map[string][]struct{ ID string }
	if err := json.Unmarshal(answer.Data, &lists); err != nil {
		t.Fatal(err)
	}
	sets := map[string]map[string]bool{}
	for name, list := range lists {
		sets[name] = map[string]bool{}
		for _, n := range list {
			sets[name][n.ID] = true
		}
	}
	for id := range sets["p"] {
		if sets["notP"][id] {
			t.Fatalf("%s passes the condition and its opposite\n%s", id, q)
		}
	}
	union := maps.Clone(sets["p"])
	maps.Copy(union, sets["notP"])
	if diff := cmp.Diff(union, sets["either"]); diff != "" {
		t.Fatalf("-p and NOT p together +OR: [p, NOT p]:\n%s\n%s", diff, q)
	}
}
