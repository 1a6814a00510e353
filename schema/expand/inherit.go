// Inheritance: a type lists only its own fields by hand and gets those of its
// interfaces here, with their descriptions, arguments and directives.

package main

import (
	"cmp"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// inherit copies the fields of interfaces into the types that name them.
func (x *expansion) inherit() error {
	done := map[*ast.Definition]bool{}
	for _, def := range x.doc.Definitions {
		if err := x.inheritInto(def, done); err != nil {
			return err
		}
	}
	return nil
}

// inheritInto puts the fields of def's interfaces, in the order in which def names
// them, before its own. In done, false is work begun and true is work finished.
func (x *expansion) inheritInto(def *ast.Definition, done map[*ast.Definition]bool) error {
	if finished, begun := done[def]; begun {
		if !finished {
			return gqlerror.ErrorPosf(def.Position, "%s implements itself by way of its interfaces", def.Name)
		}
		return nil
	}
	done[def] = false
	var fields ast.FieldList
	add := func(more ast.FieldList) error {
		for _, f := range more {
			if other := fields.ForName(f.Name); other == nil {
				fields = append(fields, f)
			} else if other.Type.String() != f.Type.String() {
				return gqlerror.ErrorPosf(def.Position, "%s has a field %s of type %s and another of type %s: its interfaces and its own fields must agree",
					def.Name, f.Name, other.Type, f.Type)
			}
		}
		return nil
	}
	for _, name := range def.Interfaces {
		super := x.types[name]
		if super == nil || super.Kind != ast.Interface {
			return gqlerror.ErrorPosf(def.Position, "%s implements %s, which is no interface", def.Name, name)
		}
		if err := x.inheritInto(super, done); err != nil {
			return err
		}
		if err := add(super.Fields); err != nil {
			return err
		}
	}
	if err := add(def.Fields); err != nil {
		return err
	}
	def.Fields = fields
	if isNode(def) {
		// What a node says of itself is read before what it is related to.
		slices.SortStableFunc(def.Fields, func(a, b *ast.FieldDefinition) int { return cmp.Compare(rank(a), rank(b)) })
	}
	def.Interfaces = slices.DeleteFunc(def.Interfaces, func(name string) bool { return has(x.types[name].Directives, "mixin") })
	done[def] = true
	return nil
}

func rank(f *ast.FieldDefinition) int {
	if follows(f) {
		return 1
	}
	return 0
}
