package graph_test

// oracle_where_test.go judges conditions as Cypher does: a comparison with a
// value that is absent is neither true nor false.

import (
	"regexp"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// A truth is what Cypher calls false, null and true; AND is the least of
// several, OR the greatest.
type truth int

const (
	no truth = iota
	unknown
	yes
)

func (t truth) not() truth { return yes - t }

func either(b bool) truth {
	if b {
		return yes
	}
	return no
}

// A subject is what a condition speaks of: the row's node or, under `edge`,
// its relationship.
type subject struct {
	row
	node, link *ast.Definition
	onEdge     bool
	basis      scope
}

// where judges a condition, of which input is the type.
func (o *oracle) where(input *ast.Definition, condition map[string]any, s subject) truth {
	all, members, one := yes, 0, no
	for name, part := range condition {
		switch {
		case part == nil: // asks nothing
		case o.schema.Types[name] != nil: // one of the types is meant
			members++
			one = max(one, o.member(input, name, part.(map[string]any), s))
		default:
			all = min(all, o.condition(input, name, part, s))
		}
	}
	if members > 0 {
		all = min(all, one)
	}
	return all
}

// member judges a condition on nodes of one type.
func (o *oracle) member(input *ast.Definition, name string, condition map[string]any, s subject) truth {
	if o.concrete(s.node, s.row.node).Name != name {
		return no
	}
	s.node = o.schema.Types[name]
	return o.where(o.schema.Types[input.Fields.ForName(name).Type.Name()], condition, s)
}

func (o *oracle) condition(input *ast.Definition, name string, part any, s subject) truth {
	def := o.schema.Types[input.Fields.ForName(name).Type.Name()]
	switch name {
	case "AND":
		all := yes
		for _, item := range part.([]any) {
			all = min(all, o.where(def, item.(map[string]any), s))
		}
		return all
	case "OR":
		one := no
		for _, item := range part.([]any) {
			one = max(one, o.where(def, item.(map[string]any), s))
		}
		return one
	case "NOT":
		return o.where(def, part.(map[string]any), s).not()
	case "typename":
		return either(slices.Contains(part.([]any), any(o.concrete(s.subject(), s.row.node).Name)))
	}
	condition := part.(map[string]any)
	if input.Fields.ForName("node") != nil && input.Fields.ForName("edge") != nil {
		s.onEdge = name == "edge"
		return o.where(def, condition, s)
	}
	fd := s.subject().Fields.ForName(name)
	if leads(fd) {
		return o.across(fd, def, condition, s)
	}
	props := s.row.node.props
	if s.onEdge {
		props = s.edge.props
	}
	return o.tests(def, condition, props[property(fd)])
}

func (s subject) subject() *ast.Definition {
	if s.onEdge {
		return s.link
	}
	return s.node
}

// across judges a condition on what a relationship leads to.
func (o *oracle) across(fd *ast.FieldDefinition, input *ast.Definition, condition map[string]any, s subject) truth {
	rows := o.candidates(s.row.node, fd, s.basis)
	connection := o.schema.Types[fd.Type.Name()].Fields.ForName("edges") != nil
	if !connection {
		rows = distinct(rows)
	}
	count := func(input *ast.Definition, condition map[string]any) (counts [3]int) {
		for _, r := range rows {
			counts[o.where(input, condition, subject{row: r, node: o.nodeType(fd), link: o.linkType(fd), basis: s.basis})]++
		}
		return counts
	}
	if fd.Type.Elem == nil && !connection {
		return either(count(input, condition)[yes] > 0)
	}
	all := yes
	for quantifier, part := range condition {
		if part == nil {
			continue
		}
		if quantifier == "aggregate" {
			all = min(all, o.together(o.schema.Types[input.Fields.ForName(quantifier).Type.Name()], part.(map[string]any), wayDown{several{rows, o.nodeType(fd), o.linkType(fd)}, nil}))
			continue
		}
		passing := count(o.schema.Types[input.Fields.ForName(quantifier).Type.Name()], part.(map[string]any))
		switch quantifier {
		case "some":
			all = min(all, either(passing[yes] > 0))
		case "all": // of at least one, and none fails or cannot be told
			all = min(all, either(passing[yes] > 0 && passing[yes] == len(rows)))
		case "none":
			all = min(all, either(passing[yes] == 0))
		case "single":
			all = min(all, either(passing[yes] == 1))
		}
	}
	return all
}

// tests judges the operators on one value.
func (o *oracle) tests(filter *ast.Definition, operators map[string]any, value any) truth {
	all := yes
	for name, operand := range operators {
		switch {
		case operand == nil && name == "eq":
			all = min(all, either(value == nil))
		case operand == nil:
		case value == nil && filter.Fields.ForName("includes") != nil: // an absent list is an empty one
			all = min(all, holds(name, []any{}, operand))
		case name == "caseInsensitive":
			folded := map[string]any{}
			for name, operand := range operand.(map[string]any) {
				folded[name] = lower(operand)
			}
			all = min(all, o.tests(filter, folded, lower(value)))
		default:
			all = min(all, holds(name, value, operand))
		}
	}
	return all
}

func lower(v any) any {
	switch v := v.(type) {
	case string:
		return strings.ToLower(v)
	case []any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = lower(v[i])
		}
		return list
	}
	return v
}

// holds compares a value with an operand. As everywhere in Cypher, an absent
// value is in no empty list, and what is asked of no item at all holds for all.
func holds(operator string, value, operand any) truth {
	items, list := operand.([]any)
	if list && len(items) == 0 && operator != "eq" {
		return either(operator == "includesAll")
	}
	if value == nil {
		return unknown
	}
	values, _ := value.([]any)
	among := func(item any) bool { return slices.Contains(values, item) }
	switch operator {
	case "eq":
		if list {
			return either(slices.Equal(values, items))
		}
		return either(value == operand)
	case "in":
		return either(slices.Contains(items, value))
	case "gt":
		return either(compare(value, operand) > 0)
	case "gte":
		return either(compare(value, operand) >= 0)
	case "lt":
		return either(compare(value, operand) < 0)
	case "lte":
		return either(compare(value, operand) <= 0)
	case "contains":
		return either(strings.Contains(value.(string), operand.(string)))
	case "startsWith":
		return either(strings.HasPrefix(value.(string), operand.(string)))
	case "endsWith":
		return either(strings.HasSuffix(value.(string), operand.(string)))
	case "matches":
		return either(regexp.MustCompile("^(?:" + operand.(string) + ")$").MatchString(value.(string)))
	case "includes":
		return either(among(operand))
	case "includesAny":
		return either(slices.ContainsFunc(items, among))
	case "includesAll":
		return either(!slices.ContainsFunc(items, func(item any) bool { return !among(item) }))
	}
	panic("oracle: what is " + operator + "?")
}
