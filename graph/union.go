package graph

// union.go has what interfaces and unions need: which types a fragment covers,
// and conditions on one of the types, which stand under the type's name.

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// isAbstract tells whether an object of def is of a type that def does not tell.
func isAbstract(def *ast.Definition) bool {
	return def.Kind == ast.Interface || def.Kind == ast.Union
}

// describeUnions gives the unions fields, which they have none of their own: the
// plain values that all of their members have. The schema lets them be filtered
// and sorted by.
func (m *model) describeUnions() {
	for name, t := range m.types {
		if m.schema.Types[name].Kind != ast.Union {
			continue
		}
		for field, f := range t.concrete[0].fields {
			if f.role == propertyField && f.target == nil && t.allHave(f) {
				common := *f
				if !t.allUnique(f) {
					common.uniqueOn = ""
				}
				t.fields[field] = &common
			}
		}
	}
}

// allHave tells whether the field reads the same of all types that t may be.
func (t *typeModel) allHave(f *fieldModel) bool {
	return !slices.ContainsFunc(t.concrete, func(c *typeModel) bool {
		other := c.fields[f.def.Name]
		return other == nil || other.property != f.property || other.def.Type.String() != f.def.Type.String()
	})
}

// allUnique tells whether one constraint holds the field unique among all that t
// may be.
func (t *typeModel) allUnique(f *fieldModel) bool {
	return !slices.ContainsFunc(t.concrete, func(c *typeModel) bool { return c.fields[f.def.Name].uniqueOn != f.uniqueOn })
}

// covers tells whether every t is of the type that a fragment names.
func (m *model) covers(condition string, t *typeModel) bool {
	of := m.types[condition]
	return t != nil && of != nil && !slices.ContainsFunc(t.concrete, func(c *typeModel) bool { return !slices.Contains(of.concrete, c) })
}

// field finds the field of t that is collected: t's own or, where t is abstract
// and a fragment covers it, that of the fragment's type.
func (m *model) field(t *typeModel, c collected) *fieldModel {
	if f := t.fields[c.name()]; f != nil {
		return f
	}
	return m.types[c.fields[0].ObjectDefinition.Name].fields[c.name()]
}

// members reads the conditions that stand under the names of types. A row
// passes if it is of one of the types, and passes what is said of that one.
// The keys that were read are told, and what is made of them all.
func (s *selector) members(in input, sub subject) (map[string]*typeModel, allOf, error) {
	read := map[string]*typeModel{}
	var one anyOf
	if t := sub.current(); t != nil && sub.link == nil && t.abstract() {
		for _, part := range in.fields {
			i := slices.IndexFunc(t.concrete, func(c *typeModel) bool { return c.name == part.name })
			if i < 0 {
				continue
			}
			member := t.concrete[i]
			read[part.name] = member
			if part.kind == nullInput { // asks nothing
				continue
			}
			p, err := s.where(part.input, part.name+"Where", subject{node: member, scope: sub.scope})
			if err != nil {
				return nil, nil, err
			}
			one = append(one, tidy(append(allOf{isOne{sub.scope.names(member.labels)}}, asAll(p)...)))
		}
	}
	if len(one) == 1 { // which leaves it open to be anchored
		return read, asAll(one[0]), nil
	}
	if one == nil {
		return read, nil, nil
	}
	return read, allOf{one}, nil
}
