package graph

// input.go sees an argument as a plan may see it. A plan is kept and used again
// with other values, so it may depend on an argument's shape (which keys are
// given, how many objects a list holds, which enum value steers) but not on
// its leaves: those stay slots, filled when the statement is bound.

import (
	"encoding/json"
	"fmt"
	"reflect"

	"github.com/vektah/gqlparser/v2/ast"
)

// An input is an argument, or a part of one.
type input struct {
	kind      inputKind
	byDefault bool         // not given: the schema's default
	fields    []inputField // of an object, in the order given
	items     []input      // of a list of objects
	slot      slot         // of a leaf: a scalar, an enum value, or a list of those; of an object, for what takes it as one value
	now       any          // a leaf's value in this request; only for what the plan's key holds
	place
}

type inputKind int

const (
	absentInput inputKind = iota
	nullInput
	objectInput
	listInput
	leafInput
)

type inputField struct {
	name string
	input
}

// A place is where an input stands, for errors.
type place struct {
	path     ast.Path
	position *ast.Position
	inside   int // how many elements at the path's end lead into an argument
}

func (p place) at(name ast.PathElement) place {
	p.path = append(p.path[:len(p.path):len(p.path)], name)
	if p.inside > 0 {
		p.inside++
	}
	return p
}

// argument is the place of an argument of the field at p.
func (p place) argument(name string) place {
	p = p.at(ast.PathName(name))
	p.inside = max(p.inside, 1)
	return p
}

// A slot finds a leaf among the request's values.
type slot struct {
	literal  *ast.Value // nil: the value is in a variable
	variable string
	steps    []any // keys and indices into the variable's value
}

// value reads the slot. The second result tells whether it is there at all.
func (s slot) value(vars map[string]any) (any, bool) {
	if s.literal != nil {
		v, err := s.literal.Value(vars)
		return v, err == nil
	}
	v, ok := vars[s.variable]
	for _, step := range s.steps {
		switch step := step.(type) {
		case string:
			object, _ := v.(map[string]any)
			v, ok = object[step]
		case int:
			if list, isList := v.([]any); isList {
				v = list[step]
			} // else a single value that stands for a list of one
		}
	}
	return v, ok
}

// argument reads the argument of a field, with the schema's default where it
// is not given.
func (s *selector) argument(field *ast.Field, def *ast.ArgumentDefinition, at place) input {
	value, byDefault := def.DefaultValue, true
	if arg := field.Arguments.ForName(def.Name); arg != nil {
		given := arg.Value
		_, known := s.vars[given.Raw]
		if given.Kind != ast.Variable || known {
			value, byDefault = given, false
		}
		at.position = given.Position
	}
	in := s.input(value, def.Type, at.argument(def.Name))
	// Where there has to be a value, a variable may be null only because there is a default: it asks for that.
	if in.kind == nullInput && def.Type.NonNull && def.DefaultValue != nil {
		in, byDefault = s.input(def.DefaultValue, def.Type, in.place), true
	}
	in.byDefault = byDefault
	return in
}

func (s *selector) input(v *ast.Value, t *ast.Type, at place) input {
	switch {
	case v == nil:
		return input{kind: absentInput, place: at}
	case v.Kind == ast.NullValue:
		return input{kind: nullInput, place: at}
	case v.Kind == ast.Variable:
		now, ok := s.vars[v.Raw]
		if !ok {
			return input{kind: absentInput, place: at}
		}
		return s.variable(now, t, slot{variable: v.Raw}, at)
	case !s.isObject(t):
		now, _ := v.Value(s.vars)
		return input{kind: leafInput, slot: slot{literal: v}, now: now, place: at}
	case t.Elem != nil:
		list := input{kind: listInput, place: at}
		if v.Kind != ast.ListValue {
			list.items = []input{s.input(v, t.Elem, at)}
		}
		for i, child := range v.Children {
			if v.Kind == ast.ListValue {
				list.items = append(list.items, s.input(child.Value, t.Elem, at.at(ast.PathIndex(i))))
			}
		}
		return list
	}
	object := input{kind: objectInput, slot: slot{literal: v}, place: at}
	def := s.model.schema.Types[t.NamedType]
	for _, child := range v.Children {
		part := s.input(child.Value, def.Fields.ForName(child.Name).Type, at.at(ast.PathName(child.Name)))
		if part.kind != absentInput { // a variable that is not given: the key is not given either
			object.fields = append(object.fields, inputField{child.Name, part})
		}
	}
	return object
}

// variable is input for the value of a variable, or a part of it. The keys of
// an object are taken in the schema's order: the wire's is not kept.
func (s *selector) variable(now any, t *ast.Type, from slot, at place) input {
	switch {
	case now == nil:
		return input{kind: nullInput, place: at}
	case !s.isObject(t):
		s.checkEnum(now, t, at)
		return input{kind: leafInput, slot: from, now: now, place: at}
	case t.Elem != nil:
		list := input{kind: listInput, place: at}
		values, ok := now.([]any)
		if !ok {
			values = []any{now}
		}
		for i, value := range values {
			list.items = append(list.items, s.variable(value, t.Elem, from.step(i), at.at(ast.PathIndex(i))))
		}
		return list
	}
	object := input{kind: objectInput, slot: from, place: at}
	values, _ := now.(map[string]any)
	for _, field := range s.model.schema.Types[t.NamedType].Fields {
		if value, ok := values[field.Name]; ok {
			part := s.variable(value, field.Type, from.step(field.Name), at.at(ast.PathName(field.Name)))
			object.fields = append(object.fields, inputField{field.Name, part})
		}
	}
	return object
}

// untyped makes every list in v a []any: the validator makes typed slices of
// single values that stand for a list of one. Maps are mended where they are.
func untyped(v any) any {
	switch v := v.(type) {
	case nil, string, bool, json.Number, int64, float64:
		return v
	case map[string]any:
		for key, item := range v {
			if mended := untyped(item); isList(mended) {
				v[key] = mended
			}
		}
		return v
	case []any:
		for i, item := range v {
			v[i] = untyped(item)
		}
		return v
	}
	if slice := reflect.ValueOf(v); slice.Kind() == reflect.Slice {
		list := make([]any, slice.Len())
		for i := range list {
			list[i] = untyped(slice.Index(i).Interface())
		}
		return list
	}
	return v
}

func isList(v any) bool {
	_, ok := v.([]any)
	return ok
}

// checkEnum notes a fault if the variable's value is none of its enum's: the
// validator lets other spellings pass.
func (s *selector) checkEnum(now any, t *ast.Type, at place) {
	def := s.model.schema.Types[t.Name()]
	if def.Kind != ast.Enum {
		return
	}
	for _, v := range asList(now) {
		if name, ok := v.(string); s.fault == nil && v != nil && (!ok || def.EnumValues.ForName(name) == nil) {
			s.fault = at.wrong("%q is no value of %s", fmt.Sprint(v), def.Name)
		}
	}
}

func (s slot) step(by any) slot {
	s.steps = append(s.steps[:len(s.steps):len(s.steps)], by)
	return s
}

// isObject tells whether t is an input object or a list of such.
func (s *selector) isObject(t *ast.Type) bool {
	def := s.model.schema.Types[t.Name()]
	return def != nil && def.Kind == ast.InputObject
}
