package graph

// known.go says when a node counts as known, which @statements(knownOn:) asks of
// the nodes that an operation begins at: the roots' lists, what a question names.
// A relationship that counts names both of its ends, so that what it leads to need
// not be asked.

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// describeKnown reads @known: an interface's holds for each of its types that has
// none of its own. One without any is always known.
func (m *model) describeKnown() error {
	for name, t := range m.types {
		def := m.schema.Types[name]
		d := def.Directives.ForName("known")
		for _, name := range def.Interfaces {
			if d == nil {
				d = m.schema.Types[name].Directives.ForName("known")
			}
		}
		if d == nil {
			continue
		}
		for _, child := range d.Arguments.ForName("since").Value.Children {
			f := t.fields[child.Value.Raw]
			if f == nil || f.role != relatedField && f.def.Type.NamedType != "Date" {
				return fmt.Errorf("schema: @known of %s names %s, which is no date and no relationship of it", name, child.Value.Raw)
			}
			t.since = append(t.since, f)
		}
	}
	for _, t := range m.types {
		for _, f := range t.fields {
			if f.rel.link != nil && f.rel.link.fields["basis"] != nil {
				m.mentions[f.rel.name] = true
			}
		}
	}
	return nil
}

// known is the condition that a node of the type is known on the scope's day; nil
// if that is not asked, or all are.
func (s *selector) known(t *typeModel, scope scope) predicate {
	if !scope.knownOn.given() || len(t.concrete) == 0 {
		return nil
	}
	alike := map[string][]*typeModel{} // by their rule
	for _, concrete := range t.concrete {
		alike[concrete.rule()] = append(alike[concrete.rule()], concrete)
	}
	rules := slices.SortedFunc(maps.Keys(alike), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(alike[a]), len(alike[b])), strings.Compare(a, b))
	})
	var one anyOf
	var others []string // the labels of those that have a rule before
	for i, rule := range rules {
		var labels []string
		for _, of := range alike[rule] {
			labels = append(labels, of.labels...)
		}
		p := s.since(alike[rule][0].since, scope)
		switch {
		case i < len(rules)-1 || p == nil:
			p = tidy(append(allOf{isOne{scope.names(labels)}}, asAll(p)...))
		case len(others) > 0:
			p = allOf{negate{isOne{scope.names(others)}}, p}
		}
		if rule != "" {
			others = append(others, labels...)
		}
		one = append(one, p)
	}
	switch {
	case len(rules) == 1 && rules[0] == "":
		return nil
	case len(one) == 1:
		return one[0]
	}
	return one
}

// rule tells types apart that are known by different fields.
func (t *typeModel) rule() string {
	var names []string
	for _, f := range t.since {
		names = append(names, f.def.Name)
	}
	return strings.Join(names, " ")
}

// since is the condition that the first of the fields which has a value tells of
// the scope's day, or of one before. A relationship does if one of it counts; how
// firmly a source mentions a node is no question here, unless it only infers it.
func (s *selector) since(fields []*fieldModel, scope scope) predicate {
	if len(fields) == 0 {
		return nil
	}
	f := fields[0]
	if f.role == relatedField {
		scope.validOn = day{}
		if scope.weakest == stated {
			scope.weakest = implied
		}
		return related{quantifier: "some", hop: s.hop(f, scope), aside: true}
	}
	by := test{property: f.property, operator: s.notAfter(), operand: scope.knownOn.param}
	if len(fields) == 1 {
		return by
	}
	return anyOf{by, allOf{missing{property: f.property}, s.since(fields[1:], scope)}}
}

// notAfter compares days.
func (s *selector) notAfter() *operator {
	return &operator{name: "lte", template: "$value <= $operand", operand: ast.NamedType("Date", nil)}
}
