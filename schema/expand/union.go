// Unions and interfaces: the types that a node of one may turn out to be, and what can be
// asked of it without knowing which.

package main

import (
	"fmt"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// unions checks that every union is one of nodes.
func (x *expansion) unions() error {
	for _, def := range x.doc.Definitions {
		for _, name := range def.Types {
			if member := x.types[name]; member == nil || member.Kind != ast.Object || !isNode(member) {
				return gqlerror.ErrorPosf(def.Position, "union %s: %s is no type with @node; unions are of nodes only", def.Name, name)
			}
		}
	}
	return nil
}

// isAbstract tells whether a node of def is of a type that def does not tell.
func isAbstract(def *ast.Definition) bool {
	return def.Kind == ast.Interface || def.Kind == ast.Union
}

// concrete are the types that implement an interface or are members of a union.
func (x *expansion) concrete(super *ast.Definition) (types ast.DefinitionList) {
	for _, def := range x.nodes() {
		if def.Kind == ast.Object && (slices.Contains(def.Interfaces, super.Name) || slices.Contains(super.Types, def.Name)) {
			types = append(types, def)
		}
	}
	return types
}

// members are the conditions on one concrete type each.
func (x *expansion) members(super *ast.Definition) (fields ast.FieldList) {
	for _, def := range x.concrete(super) {
		fields = append(fields, field(def.Name, def.Name+"Where",
			fmt.Sprintf("It is of the type `%s` and passes; where several types are named, it is of one of them and passes what is said of that one.", def.Name)))
	}
	return fields
}

// fields are those of def. A union declares none: it has the plain values that all of its
// members have.
func (x *expansion) fields(def *ast.Definition) ast.FieldList {
	if def.Kind != ast.Union {
		return def.Fields
	}
	members := x.concrete(def)
	var common ast.FieldList
	for _, f := range members[0].Fields {
		kind := x.types[f.Type.Name()].Kind
		if kind != ast.Scalar && kind != ast.Enum || has(f.Directives, "cypher") {
			continue
		}
		if !slices.ContainsFunc(members[1:], func(m *ast.Definition) bool {
			other := m.Fields.ForName(f.Name)
			return other == nil || other.Type.String() != f.Type.String() || has(other.Directives, "cypher") ||
				argument(other.Directives, "alias", "property") != argument(f.Directives, "alias", "property")
		}) {
			common = append(common, f)
		}
	}
	return common
}
