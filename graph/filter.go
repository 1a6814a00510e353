package graph

// filter.go turns a where argument into a predicate. What each operator means
// stands beside its name in the schema, not here.

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// An operator compares a stored value with an operand.
type operator struct {
	name     string
	template string // over $value and $operand
	operand  *ast.Type
	optIn    bool
}

// describeOperators reads the operators from the filter inputs.
func (m *model) describeOperators() error {
	for name, def := range m.schema.Types {
		if def.Kind != ast.InputObject {
			continue
		}
		for _, field := range def.Fields {
			d := field.Directives.ForName("operator")
			if d == nil {
				continue
			}
			if m.operators[name] == nil {
				m.operators[name] = map[string]*operator{}
			}
			o := &operator{name: field.Name, template: stringArg(d, "cypher"), operand: field.Type, optIn: stringArg(d, "optIn") == "true"}
			takes := strings.Contains(o.template, "$operand") || field.Type.Name() == pointBox
			if !strings.Contains(o.template, "$value") || !takes {
				return fmt.Errorf("schema: %s.%s: @operator needs $value and $operand in its cypher", name, field.Name)
			}
			m.operators[name][field.Name] = o
		}
	}
	return nil
}

// A subject is what a condition speaks of: a node, and the relationship that
// led to it where there is one.
type subject struct {
	node, link   *typeModel
	scope        scope
	edge         bool // the condition is on the relationship
	*aggregating      // if not nil, the condition is on what many come to
}

func (sub subject) current() *typeModel {
	if sub.edge {
		return sub.link
	}
	return sub.node
}

// compared is the aggregate that operators compare, nil if it is a property.
func (sub subject) compared() *aggregate {
	if sub.aggregating == nil {
		return nil
	}
	return sub.of
}

// where reads a condition of the named input type; nil if it asks nothing.
func (s *selector) where(in input, typ string, sub subject) (predicate, error) {
	if in.kind != objectInput {
		return nil, nil
	}
	members, all, err := s.members(in, sub)
	if err != nil {
		return nil, err
	}
	def := s.model.schema.Types[typ]
	for _, part := range in.fields {
		if members[part.name] != nil {
			continue
		}
		p, err := s.condition(part, def.Fields.ForName(part.name).Type, typ, sub)
		if err != nil {
			return nil, err
		}
		all = append(all, asAll(p)...)
	}
	return tidy(all), nil
}

// asAll is the predicate as a conjunction.
func asAll(p predicate) allOf {
	switch p := p.(type) {
	case nil:
		return nil
	case allOf:
		return p
	}
	return allOf{p}
}

// tidy is the conjunction without needless nesting; nil if it asks nothing.
func tidy(all allOf) predicate {
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return all
}

// condition reads one key of a condition. A null asks nothing.
func (s *selector) condition(part inputField, t *ast.Type, typ string, sub subject) (predicate, error) {
	if part.kind == nullInput {
		return nil, nil
	}
	switch part.name {
	case "AND", "OR":
		return s.junction(part, typ, sub)
	case "NOT":
		p, err := s.where(part.input, typ, sub)
		if err != nil {
			return nil, err
		}
		return negate{p}, nil
	case "typename":
		return s.typename(part, sub)
	}
	if sub.aggregating != nil {
		return s.aggregateCondition(part, t, sub)
	}
	if sub.link != nil && !sub.edge && (part.name == "node" || part.name == "edge") {
		sub.edge = part.name == "edge"
		if !sub.edge {
			sub.link = nil
		}
		return s.where(part.input, t.Name(), sub)
	}
	sub.edge = sub.edge || sub.link != nil // what a connection's where asks beside these is the edge's own, such as a score
	field := sub.current().fields[part.name]
	if field.role == relatedField {
		return s.relation(field, part.input, t, sub)
	}
	return s.tests(field, part.input, t.Name(), "", sub)
}

// junction reads AND and OR; an empty AND always holds, an empty OR never.
func (s *selector) junction(part inputField, typ string, sub subject) (predicate, error) {
	var parts []predicate
	for _, item := range part.items {
		p, err := s.where(item, typ, sub)
		if err != nil {
			return nil, err
		}
		if part.name == "AND" {
			parts = append(parts, asAll(p)...)
		} else {
			parts = append(parts, p)
		}
	}
	if part.name == "AND" {
		return tidy(parts), nil
	}
	return anyOf(parts), nil
}

// typename reads a condition on the concrete type.
func (s *selector) typename(part inputField, sub subject) (predicate, error) {
	labels := []string{}
	for _, name := range asList(part.now) {
		if name, ok := name.(string); ok && s.model.types[name] != nil {
			labels = append(labels, s.model.types[name].labels...)
		}
	}
	return isOne{sub.scope.names(labels)}, nil
}

// asList is v as a list: a single value stands for a list of one.
func asList(v any) []any {
	if list, ok := v.([]any); ok {
		return list
	}
	return []any{v}
}

// relation reads a condition on related nodes: directly, where there is but
// one of them, or under some, all, none, single.
func (s *selector) relation(f *fieldModel, in input, t *ast.Type, sub subject) (predicate, error) {
	target := subject{node: s.nodeType(f), scope: sub.scope}
	if f.connection() {
		target.link = f.rel.link
	}
	across := related{quantifier: "some", hop: s.hop(f, sub.scope), edges: f.connection()}
	if !f.many() && !f.connection() {
		p, err := s.where(in, t.Name(), target)
		across.where, across.hop.sure = p, across.hop.sure && !keyed(p)
		return across, err
	}
	sure := across.hop.sure
	var all allOf
	def := s.model.schema.Types[t.Name()]
	for _, part := range in.fields {
		if part.kind == nullInput {
			continue
		}
		below := def.Fields.ForName(part.name).Type.Name()
		if part.name == "aggregate" {
			p, err := s.together(f, part.input, below, sub)
			if err != nil {
				return nil, err
			}
			all = append(all, asAll(p)...)
			continue
		}
		p, err := s.where(part.input, below, target)
		if err != nil {
			return nil, err
		}
		across.quantifier, across.where, across.hop.sure = part.name, p, sure && !keyed(p)
		all = append(all, across)
	}
	return tidy(all), nil
}

// keyed tells whether the condition names a unique key. A pattern then keeps the
// label by which an index finds it, whether or not the label is implied.
func keyed(p predicate) bool {
	return slices.ContainsFunc(asAll(p), func(p predicate) bool {
		t, ok := p.(test)
		return ok && t.uniqueOn != nil && !t.edge
	})
}

// tests reads the operators on one property; group names those that a group
// such as caseInsensitive holds.
func (s *selector) tests(f *fieldModel, in input, filter, group string, sub subject) (predicate, error) {
	var all allOf
	beside := s.beside(in, filter)
	for _, part := range in.fields {
		o := s.model.operators[filter][part.name]
		switch {
		case beside[part.name] != nil:
		case o == nil && part.kind == objectInput: // a group of operators, such as caseInsensitive
			nested := s.model.schema.Types[filter].Fields.ForName(part.name).Type.Name()
			p, err := s.tests(f, part.input, nested, part.name+" ", sub)
			if err != nil {
				return nil, err
			}
			all = append(all, asAll(p)...)
		case part.kind == nullInput && part.name == "eq":
			all = append(all, missing{f.property, sub.compared(), sub.edge})
		case part.kind == nullInput:
		case o.optIn && !s.options.Matches:
			return nil, part.wrong("the operator %q is switched off on this server", part.name)
		default:
			t := test{property: f.property, of: sub.compared(), edge: sub.edge, operator: o, group: group, beside: beside}
			if o.operand.Name() == pointBox {
				t.beside = s.corners(part.input)
			} else {
				t.operand = s.param(part.input, o.operand, sub.scope)
			}
			if f.uniqueOn != "" {
				t.uniqueOn = sub.scope.names([]string{f.uniqueOn})
			}
			all = append(all, t)
		}
	}
	return tidy(all), nil
}
