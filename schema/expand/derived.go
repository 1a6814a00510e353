// Derived relationships: fields that lead over a node between to others like this one.
// They get what stored relationships get; their properties are computed.

package main

import "github.com/vektah/gqlparser/v2/ast"

// follows tells whether the field leads to other nodes, by a stored relationship or a
// derived one.
func follows(f *ast.FieldDefinition) bool {
	return has(f.Directives, "relationship") || has(f.Directives, "derived")
}

// propertiesOf names the type that describes the properties of the relationship that f
// follows, or "".
func propertiesOf(f *ast.FieldDefinition) string {
	if has(f.Directives, "derived") {
		return argument(f.Directives, "derived", "properties")
	}
	return argument(f.Directives, "relationship", "properties")
}

// choosable adds to a collected list of nodes the arguments that choose among them.
func (x *expansion) choosable(f *ast.FieldDefinition) {
	if target := x.types[f.Type.Name()]; target != nil && isNode(target) && f.Type.Elem != nil {
		f.Arguments = listArguments(target.Name+"Where", target.Name+"Sort", target.Name, f.Directives, target.Directives)
	}
}
