package graph_test

// oracle_input_test.go gives arguments their values, coerced as the GraphQL
// specification tells it: one value stands for a list of one, a variable without
// a value for nothing at all.

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
)

// argument is the value of a field's argument, nil if there is none.
func (o *oracle) argument(fd *ast.FieldDefinition, field *ast.Field, name string) any {
	def := fd.Arguments.ForName(name)
	if def == nil {
		return nil
	}
	if arg := field.Arguments.ForName(name); arg != nil {
		if v, given := o.value(arg.Value, def.Type); given {
			return v
		}
	}
	v, _ := o.value(def.DefaultValue, def.Type)
	return v
}

// value is what v means where a t is wanted; the second result tells whether
// there is anything.
func (o *oracle) value(v *ast.Value, t *ast.Type) (any, bool) {
	switch {
	case v == nil:
		return nil, false
	case v.Kind == ast.Variable:
		if now, given := o.vars[v.Raw]; given {
			return o.coerce(now, t), true
		}
		return o.value(o.op.VariableDefinitions.ForName(v.Raw).DefaultValue, t)
	case v.Kind == ast.NullValue:
		return nil, true
	case t.Elem != nil && v.Kind != ast.ListValue:
		item, _ := o.value(v, t.Elem)
		return []any{item}, true
	case v.Kind == ast.ListValue:
		list := []any{}
		for _, child := range v.Children {
			item, _ := o.value(child.Value, t.Elem)
			list = append(list, item)
		}
		return list, true
	case v.Kind == ast.ObjectValue:
		object := map[string]any{}
		for _, child := range v.Children {
			field := o.schema.Types[t.NamedType].Fields.ForName(child.Name)
			if part, given := o.value(child.Value, field.Type); given {
				object[child.Name] = part
			}
		}
		return object, true
	case v.Kind == ast.BooleanValue:
		return v.Raw == "true", true
	}
	return o.coerce(v.Raw, t), true
}

// coerce is a variable's value, or a part of it, where a t is wanted.
func (o *oracle) coerce(v any, t *ast.Type) any {
	if v == nil {
		return nil
	}
	if t.Elem != nil {
		items, ok := v.([]any)
		if !ok {
			items = []any{v}
		}
		list := make([]any, len(items))
		for i := range items {
			list[i] = o.coerce(items[i], t.Elem)
		}
		return list
	}
	if object, ok := v.(map[string]any); ok {
		parts := map[string]any{}
		for name, part := range object {
			parts[name] = o.coerce(part, o.schema.Types[t.NamedType].Fields.ForName(name).Type)
		}
		return parts
	}
	text, ok := v.(string)
	if number, isNumber := v.(json.Number); isNumber {
		text, ok = number.String(), true
	}
	if !ok {
		return v
	}
	var err error
	switch t.NamedType {
	case "Int":
		v, err = strconv.ParseInt(text, 10, 64)
	case "Float":
		v, err = strconv.ParseFloat(text, 64)
	default:
		v = text
	}
	if err != nil {
		panic(fmt.Sprintf("oracle: %q is no %s", text, t.NamedType))
	}
	return v
}

// included tells whether @skip and @include leave a selection in.
func (o *oracle) included(directives ast.DirectiveList) bool {
	for _, d := range directives {
		if d.Name == "skip" || d.Name == "include" {
			if v, _ := o.value(d.Arguments.ForName("if").Value, ast.NonNullNamedType("Boolean", nil)); v != (d.Name == "include") {
				return false
			}
		}
	}
	return true
}

// A scope is what @statements says; a day is empty where none is asked of.
type scope struct{ basis, validOn, knownOn string }

// basis is the scope of a field; what is left out, or null, is inherited.
func (o *oracle) basis(directives ast.DirectiveList, outer scope) scope {
	d := directives.ForName("statements")
	if d == nil {
		return outer
	}
	for _, arg := range d.Arguments {
		v, _ := o.value(arg.Value, ast.NamedType("String", nil))
		if v == nil {
			continue
		}
		switch arg.Name {
		case "weakest":
			outer.basis = v.(string)
		case "validOn":
			outer.validOn = v.(string)
		case "knownOn":
			outer.knownOn = v.(string)
		}
	}
	return outer
}
