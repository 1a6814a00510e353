package graph

// collect.go gathers the fields of selection sets as the GraphQL
// specification's CollectFields does: fragments opened, @skip and @include
// applied, and what answers under one key brought together.

import (
	"github.com/vektah/gqlparser/v2/ast"
)

// A collected field is all the selections that answer under one key.
type collected struct {
	key    string
	fields []*ast.Field
}

func (c collected) name() string { return c.fields[0].Name }

// sets are the selection sets below the field.
func (c collected) sets() []ast.SelectionSet {
	var sets []ast.SelectionSet
	for _, f := range c.fields {
		if len(f.SelectionSet) > 0 {
			sets = append(sets, f.SelectionSet)
		}
	}
	return sets
}

// same tells whether two collected fields are the very same selections.
func (c collected) same(d collected) bool {
	if c.key != d.key || len(c.fields) != len(d.fields) {
		return false
	}
	for i := range c.fields {
		if c.fields[i] != d.fields[i] {
			return false
		}
	}
	return true
}

// collect gathers the fields that apply to an object of type on.
func (s *selector) collect(on *ast.Definition, sets []ast.SelectionSet) []collected {
	c := &collector{selector: s, on: on, at: map[string]int{}, seen: map[string]bool{}}
	for _, set := range sets {
		c.add(set)
	}
	return c.fields
}

type collector struct {
	*selector
	on     *ast.Definition
	fields []collected
	at     map[string]int
	seen   map[string]bool
}

func (c *collector) add(set ast.SelectionSet) {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			if c.included(selection.Directives) {
				c.field(selection)
			}
		case *ast.InlineFragment:
			if c.included(selection.Directives) && c.applies(selection.TypeCondition) {
				c.add(selection.SelectionSet)
			}
		case *ast.FragmentSpread:
			if c.included(selection.Directives) && !c.seen[selection.Name] && c.applies(selection.Definition.TypeCondition) {
				c.seen[selection.Name] = true
				c.add(selection.Definition.SelectionSet)
			}
		}
	}
}

func (c *collector) field(field *ast.Field) {
	i, ok := c.at[field.Alias]
	if !ok {
		i = len(c.fields)
		c.at[field.Alias] = i
		c.fields = append(c.fields, collected{key: field.Alias})
	}
	c.fields[i].fields = append(c.fields[i].fields, field)
}

// applies tells whether a fragment on the named type speaks of c.on.
func (c *collector) applies(condition string) bool {
	return condition == "" || condition == c.on.Name || c.model.covers(condition, c.model.types[c.on.Name])
}

// included evaluates @skip and @include.
func (s *selector) included(directives ast.DirectiveList) bool {
	return !s.steered(directives.ForName("skip"), false) && s.steered(directives.ForName("include"), true)
}

func (s *selector) steered(d *ast.Directive, otherwise bool) bool {
	if d == nil {
		return otherwise
	}
	v, _ := d.Arguments.ForName("if").Value.Value(s.vars)
	yes, _ := v.(bool)
	return yes
}

// narrow tells whether the sets hold, for objects of an abstract t, a fragment
// that does not apply to all of them.
func (s *selector) narrow(t *typeModel, sets []ast.SelectionSet) bool {
	for _, set := range sets {
		for _, selection := range set {
			condition, below, directives := "", ast.SelectionSet(nil), ast.DirectiveList(nil)
			switch selection := selection.(type) {
			case *ast.InlineFragment:
				condition, below, directives = selection.TypeCondition, selection.SelectionSet, selection.Directives
			case *ast.FragmentSpread:
				condition, below, directives = selection.Definition.TypeCondition, selection.Definition.SelectionSet, selection.Directives
			}
			if below == nil || !s.included(directives) {
				continue
			}
			if !s.coversAll(condition, t) || s.narrow(t, []ast.SelectionSet{below}) {
				return true
			}
		}
	}
	return false
}

func (s *selector) coversAll(condition string, t *typeModel) bool {
	return condition == "" || condition == t.name || s.model.covers(condition, t)
}
