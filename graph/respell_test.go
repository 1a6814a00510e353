package graph_test

// respell_test.go spells an operation in another way that means the same:
// selections move into fragments, fields are said in two parts, conditions that
// hold are added. respell_values_test.go moves literals into variables. And it
// prints operations.

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
)

// A question is an operation as a client sends it.
type question struct {
	Query     string
	Variables string // JSON
}

func (q question) String() string { return q.Query + "variables: " + q.Variables + "\n" }

// GoString is how rapid shows what it has drawn.
func (q question) GoString() string { return q.String() }

// A spelling is an operation while it is spelled anew.
type spelling struct {
	*generator
	op        *ast.OperationDefinition
	fragments ast.FragmentDefinitionList
	values    map[string]any
}

// spell prints the operation as it is.
func spell(op *ast.OperationDefinition) question {
	return (&spelling{op: op}).print()
}

// respell spells it in another way, and adds the new text with other variables:
// another question.
func (g *generator) respell(op *ast.OperationDefinition) (same, varied question) {
	s := &spelling{generator: g, op: &ast.OperationDefinition{Operation: ast.Query, Name: "Other"}, values: map[string]any{}}
	s.op.Directives = s.directives(op.Directives)
	s.op.SelectionSet = s.set(g.schema.Query, op.SelectionSet)
	same = s.print()
	if len(s.values) == 0 || g.in32(20) {
		return same, same
	}
	return same, g.vary(same, s.op, s.values)
}

func (s *spelling) print() question {
	var query strings.Builder
	doc := &ast.QueryDocument{Operations: ast.OperationList{s.op}, Fragments: s.fragments}
	formatter.NewFormatter(&query, formatter.WithIndent("  ")).FormatQueryDocument(doc)
	variables, err := json.Marshal(s.values)
	if err != nil {
		panic(err)
	}
	return question{query.String(), string(variables)}
}

// set spells a selection set of def.
func (s *spelling) set(def *ast.Definition, set ast.SelectionSet) ast.SelectionSet {
	var spelled ast.SelectionSet
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.InlineFragment:
			f := *selection
			on := def
			if f.TypeCondition != "" {
				on = s.schema.Types[f.TypeCondition]
			}
			f.Directives, f.SelectionSet = s.directives(f.Directives), s.set(on, f.SelectionSet)
			if f.TypeCondition != "" && s.in32(10) {
				spelled = append(spelled, s.spread(f.TypeCondition, f.Directives, f.SelectionSet)...)
				continue
			}
			spelled = append(spelled, &f)
		case *ast.Field:
			spelled = append(spelled, s.field(def, selection)...)
		}
	}
	if s.in32(8) && def != s.schema.Query { // part of it in a fragment, named or not
		from := s.below(len(spelled))
		to := from + 1 + s.below(len(spelled)-from)
		part := slices.Clone(spelled[from:to])
		if s.in32(20) {
			part = s.spread(def.Name, s.holding(), part)
		} else {
			part = ast.SelectionSet{&ast.InlineFragment{TypeCondition: pick(s.generator, []string{"", def.Name}), Directives: s.holding(), SelectionSet: part}}
		}
		spelled = slices.Replace(spelled, from, to, part...)
	}
	return spelled
}

// spread makes a named fragment, which may be spread again: to no effect.
func (s *spelling) spread(on string, directives ast.DirectiveList, set ast.SelectionSet) ast.SelectionSet {
	name := fmt.Sprintf("F%d", len(s.fragments))
	s.fragments = append(s.fragments, &ast.FragmentDefinition{Name: name, TypeCondition: on, SelectionSet: set})
	spreads := ast.SelectionSet{&ast.FragmentSpread{Name: name, Directives: directives}}
	if s.in32(6) {
		spreads = append(spreads, &ast.FragmentSpread{Name: name, Directives: directives})
	}
	return spreads
}

// field spells a field, at times in two parts that are merged again, at times
// with another one beside it that is left out.
func (s *spelling) field(def *ast.Definition, f *ast.Field) ast.SelectionSet {
	spelled := *f
	spelled.Arguments, spelled.Directives = nil, s.directives(f.Directives)
	var fd *ast.FieldDefinition
	if f.Name != "__typename" {
		fd = def.Fields.ForName(f.Name)
		for _, arg := range f.Arguments {
			v := s.value(arg.Value, fd.Arguments.ForName(arg.Name).Type)
			spelled.Arguments = append(spelled.Arguments, &ast.Argument{Name: arg.Name, Value: v})
		}
		spelled.Arguments = s.unset(spelled.Arguments, fd)
		s.shuffle(spelled.Arguments)
	}
	parts := ast.SelectionSet{&spelled}
	if len(f.SelectionSet) > 0 {
		of := s.schema.Types[fd.Type.Name()]
		spelled.SelectionSet = s.set(of, f.SelectionSet)
		if n := len(spelled.SelectionSet); n > 1 && s.in32(8) {
			second := spelled
			cut := 1 + s.below(n-1)
			spelled.SelectionSet, second.SelectionSet = spelled.SelectionSet[:cut:cut], slices.Clone(second.SelectionSet[cut:])
			parts = append(parts, &second)
		}
	}
	if len(f.Directives) == 0 && s.in32(2) {
		spelled.Directives = s.holding()
	}
	if s.in32(1) {
		out := &ast.Field{Name: "__typename", Alias: "out"}
		out.Directives = s.steer("skip", true)
		parts = append(parts, out)
	}
	return parts
}

// holding draws a condition that holds.
func (s *spelling) holding() ast.DirectiveList {
	if s.in32(20) {
		return nil
	}
	if s.in32(16) {
		return s.steer("skip", false)
	}
	return s.steer("include", true)
}

func (s *spelling) steer(name string, condition bool) ast.DirectiveList {
	value := &ast.Value{Kind: ast.BooleanValue, Raw: fmt.Sprint(condition)}
	return s.directives(ast.DirectiveList{{Name: name, Arguments: ast.ArgumentList{{Name: "if", Value: value}}}})
}

// directives spells the arguments of directives.
func (s *spelling) directives(list ast.DirectiveList) ast.DirectiveList {
	var spelled ast.DirectiveList
	for _, d := range list {
		args := ast.ArgumentList{}
		for _, arg := range d.Arguments {
			v := s.value(arg.Value, s.schema.Directives[d.Name].Arguments.ForName(arg.Name).Type)
			args = append(args, &ast.Argument{Name: arg.Name, Value: v})
		}
		spelled = append(spelled, &ast.Directive{Name: d.Name, Arguments: args})
	}
	return spelled
}
