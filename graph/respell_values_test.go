package graph_test

// respell_values_test.go spells the values of an operation in another way: as
// variables, as defaults of variables, as one value for a list of one, and with
// keys beside them whose variables have no value.

import (
	"encoding/json"
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"
)

// value spells a literal of type t.
func (s *spelling) value(v *ast.Value, t *ast.Type) *ast.Value {
	if s.in32(6) {
		return s.variable(v, t)
	}
	return s.literal(v, t)
}

// literal spells what is inside a literal.
func (s *spelling) literal(v *ast.Value, t *ast.Type) *ast.Value {
	if v.Kind != ast.ListValue && v.Kind != ast.ObjectValue {
		return v
	}
	if v.Kind == ast.ListValue && len(v.Children) == 1 && v.Children[0].Value.Kind != ast.NullValue && s.in32(8) {
		return s.literal(v.Children[0].Value, t.Elem) // a variable would have to be a list
	}
	spelled := &ast.Value{Kind: v.Kind}
	for _, child := range v.Children {
		of := t.Elem
		if v.Kind == ast.ObjectValue {
			of = s.schema.Types[t.NamedType].Fields.ForName(child.Name).Type
		}
		spelled.Children = append(spelled.Children, &ast.ChildValue{Name: child.Name, Value: s.value(child.Value, of)})
	}
	if v.Kind == ast.ObjectValue && s.in32(2) {
		fd := pick(s.generator, s.schema.Types[t.NamedType].Fields)
		if spelled.Children.ForName(fd.Name) == nil {
			spelled.Children = append(spelled.Children, &ast.ChildValue{Name: fd.Name, Value: s.define(fd.Type, nil)})
		}
	}
	return spelled
}

// unset adds an argument whose variable has no value.
func (s *spelling) unset(args ast.ArgumentList, fd *ast.FieldDefinition) ast.ArgumentList {
	if len(fd.Arguments) == 0 || !s.in32(2) {
		return args
	}
	if def := pick(s.generator, fd.Arguments); args.ForName(def.Name) == nil && !def.Type.NonNull {
		args = append(args, &ast.Argument{Name: def.Name, Value: s.define(def.Type, nil)})
	}
	return args
}

// variable moves a literal into a variable, or into a variable's default.
func (s *spelling) variable(v *ast.Value, t *ast.Type) *ast.Value {
	if s.in32(4) {
		return s.define(t, v)
	}
	variable := s.define(t, nil)
	s.values[variable.Raw] = s.wire(v, t)
	return variable
}

// define declares a variable.
func (s *spelling) define(t *ast.Type, otherwise *ast.Value) *ast.Value {
	name := fmt.Sprintf("v%d", len(s.op.VariableDefinitions))
	if otherwise != nil && otherwise.Kind != ast.NullValue && t.NonNull {
		t = &ast.Type{NamedType: t.NamedType, Elem: t.Elem} // with a default it may be left out
	}
	s.op.VariableDefinitions = append(s.op.VariableDefinitions, &ast.VariableDefinition{Variable: name, Type: t, DefaultValue: otherwise})
	return &ast.Value{Kind: ast.Variable, Raw: name}
}

// wire is the literal as JSON in the request's variables.
func (s *spelling) wire(v *ast.Value, t *ast.Type) any {
	switch v.Kind {
	case ast.NullValue:
		return nil
	case ast.BooleanValue:
		return v.Raw == "true"
	case ast.IntValue, ast.FloatValue:
		return json.Number(v.Raw)
	case ast.ListValue:
		list := []any{}
		for _, child := range v.Children {
			list = append(list, s.wire(child.Value, t.Elem))
		}
		if len(list) == 1 && list[0] != nil && s.in32(16) {
			return list[0]
		}
		return list
	case ast.ObjectValue:
		object := map[string]any{}
		for _, child := range v.Children {
			object[child.Name] = s.wire(child.Value, s.schema.Types[t.NamedType].Fields.ForName(child.Name).Type)
		}
		return object
	}
	return v.Raw
}
