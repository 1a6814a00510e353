// Filters: the inputs that `where` takes. Operators on values are hand-written
// (operators.graphqls); conditions on nodes, relationships and enums are derived.

package main

import (
	"fmt"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// filter derives the filters of every node and every relationship's properties.
func (x *expansion) filter() error {
	for _, def := range x.doc.Definitions {
		if !isNode(def) && !x.isEdge(def) {
			continue
		}
		where := object(ast.InputObject, def.Name+"Where",
			fmt.Sprintf("Conditions on one `%s`; all that are given must hold.", def.Name), combinators(def.Name+"Where")...)
		if isAbstract(def) {
			if err := x.implementations(def); err != nil {
				return err
			}
			where.Fields = append(where.Fields, field("typename", "["+def.Name+"Implementation!]", "It is of one of these types."))
			where.Fields = append(where.Fields, x.members(def)...)
		}
		for _, f := range x.fields(def) {
			condition, err := x.condition(f)
			if err != nil {
				return err
			}
			if condition != nil {
				where.Fields = append(where.Fields, condition)
			}
		}
		if err := x.derive(def.Name, where); err != nil {
			return err
		}
		if isNode(def) && x.isListed(def) {
			together := fmt.Sprintf("Conditions on each related `%s` taken together; all that are given must hold.", def.Name)
			if err := x.derive(def.Name, object(ast.InputObject, def.Name+"RelationshipFilter", together, quantifiers(where.Name)...)); err != nil {
				return err
			}
		}
	}
	return nil
}

// condition is the field of a `where` input that filters by f, or nil: what Cypher
// statements and plain objects answer cannot be filtered by.
func (x *expansion) condition(f *ast.FieldDefinition) (*ast.FieldDefinition, error) {
	const passing = ": some, all, none or a single one must pass."
	switch target := x.types[f.Type.Name()]; {
	case has(f.Directives, "cypher"):
		return nil, nil
	case target == nil:
		return nil, gqlerror.ErrorPosf(f.Position, "field %s: there is no type %s", f.Name, f.Type.Name())
	case follows(f) && !isNode(target):
		return field(f.Name, target.Name+"Filter", stem(f.Description)+", with what the relationships say"+passing), nil
	case follows(f) && f.Type.Elem != nil:
		return field(f.Name, target.Name+"RelationshipFilter", stem(f.Description)+passing), nil
	case follows(f):
		return field(f.Name, target.Name+"Where", stem(f.Description)+": there is one, and it passes; `{}` asks only that there is one."), nil
	case target.Kind != ast.Scalar && target.Kind != ast.Enum && x.types[target.Name+"Filter"] == nil:
		return nil, nil // a plain object, unless operators are declared for it, as for Point
	}
	filter := f.Type.Name() + "Filter"
	if f.Type.Elem != nil {
		filter = f.Type.Name() + "ListFilter"
	} else if target := x.types[f.Type.Name()]; target.Kind == ast.Enum && x.types[filter] == nil {
		if err := x.derive(target.Name, enumFilter(target.Name)); err != nil {
			return nil, err
		}
	}
	if x.types[filter] == nil {
		return nil, gqlerror.ErrorPosf(f.Position, "field %s: nothing filters a value of type %s; declare an input %s beside the other operators", f.Name, f.Type, filter)
	}
	return field(f.Name, filter, stem(f.Description)+"."), nil
}

func enumFilter(enum string) *ast.Definition {
	return object(ast.InputObject, enum+"Filter", fmt.Sprintf("Conditions on a value of `%s`; all that are given must hold.", enum),
		field("eq", enum, "Equal to this; null means that there is no value.", directive("operator", "cypher", "$value = $operand")),
		field("in", "["+enum+"!]", "One of these.", directive("operator", "cypher", "$value IN $operand")))
}

// implementations derives the enum of the types that implement an interface or are
// members of a union.
func (x *expansion) implementations(super *ast.Definition) error {
	enum := object(ast.Enum, super.Name+"Implementation", fmt.Sprintf("The types of `%s`.", super.Name))
	for _, def := range x.concrete(super) {
		enum.EnumValues = append(enum.EnumValues, &ast.EnumValueDefinition{Name: def.Name, Description: stem(def.Description) + "."})
	}
	return x.derive(super.Name, enum)
}

// isEdge tells whether def describes the properties of some relationship field.
func (x *expansion) isEdge(def *ast.Definition) bool {
	return x.anyField(func(f *ast.FieldDefinition) bool {
		return propertiesOf(f) == def.Name
	})
}

// isListed tells whether some relationship field is a list of def.
func (x *expansion) isListed(def *ast.Definition) bool {
	return x.anyField(func(f *ast.FieldDefinition) bool {
		return follows(f) && f.Type.Elem != nil && f.Type.Name() == def.Name
	})
}

func (x *expansion) anyField(test func(*ast.FieldDefinition) bool) bool {
	return slices.ContainsFunc(x.doc.Definitions, func(def *ast.Definition) bool {
		return slices.ContainsFunc(def.Fields, test)
	})
}

// combinators are the fields that join conditions in every `where` input.
func combinators(where string) ast.FieldList {
	return ast.FieldList{
		field("AND", "["+where+"!]", "All of these hold."),
		field("OR", "["+where+"!]", "At least one of these holds."),
		field("NOT", where, "This does not hold."),
	}
}

// quantifiers are the fields that say how many of many must pass.
func quantifiers(where string) ast.FieldList {
	return ast.FieldList{
		field("some", where, "At least one passes; `{}` means that there is one."),
		field("all", where, "There is one at least, and every one passes."),
		field("none", where, "Not one passes; `{}` means that there is none."),
		field("single", where, "Exactly one passes."),
	}
}
