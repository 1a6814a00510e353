package server

// introspection.go answers what is asked of the schema itself, and stops where that outgrows its bound: types lead to
// types, so that a few hundred bytes can ask for any amount. gqlgen's generated code, which knows no bound and starts a
// goroutine for each item, is not used for it; a test holds the two to the same answers.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/introspection"
	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph"
)

// asked is a field of the selection and what is selected below it. Fragments are opened and fields merged once, and not
// for each of the many types that a field is written for.
type asked struct {
	name  string
	on    string // the type that has it
	key   string // as it is written
	args  map[string]any
	below []asked
}

// askedOf collects the fields that a selection set asks of a type.
func askedOf(op *graphql.OperationContext, set ast.SelectionSet, on string) []asked {
	fields := graphql.CollectFields(op, set, []string{on})
	all := make([]asked, len(fields))
	for i, f := range fields {
		all[i] = asked{name: f.Name, on: on, key: strconv.Quote(f.Alias) + ":", args: f.ArgumentMap(op.Variables)}
		if len(f.Selections) > 0 {
			all[i].below = askedOf(op, f.Selections, f.Definition.Type.Name())
		}
	}
	return all
}

// introspect writes what an operation asks of the schema, in at most max bytes.
func introspect(op *graphql.OperationContext, schema *ast.Schema, o *ast.OperationDefinition, max int) (json.RawMessage, error) {
	w := &telling{max: max}
	w.object(schema, askedOf(op, o.SelectionSet, schema.Query.Name))
	if w.full() {
		return nil, &graph.Error{Code: graph.TooExpensive, Message: "what is asked of the schema makes more than the " + strconv.Itoa(max) +
			" bytes that are allowed: ask for the fields of fewer types, or fetch all of it from /schema.graphql"}
	}
	return w.Bytes(), nil
}

// telling is an answer about the schema as it grows.
type telling struct {
	bytes.Buffer
	max int
}

// full tells whether the answer is larger than it may be.
func (w *telling) full() bool { return w.Len() > w.max }

// object writes the fields that are asked of one thing.
func (w *telling) object(of any, fields []asked) {
	w.WriteByte('{')
	for i, f := range fields {
		if w.full() {
			return
		}
		if i > 0 {
			w.WriteByte(',')
		}
		w.WriteString(f.key)
		w.value(member(of, f), f)
	}
	w.WriteByte('}')
}

// value writes what a field holds.
func (w *telling) value(v any, f asked) {
	switch v := v.(type) {
	case bool:
		w.WriteString(strconv.FormatBool(v))
	case string:
		graphql.MarshalString(v).MarshalGQL(w)
	case *string:
		if v == nil {
			w.WriteString("null")
		} else {
			graphql.MarshalString(*v).MarshalGQL(w)
		}
	case []string:
		list(w, v, func(s *string) { w.value(s, f) })
	case *introspection.Type:
		if v == nil {
			w.WriteString("null")
		} else {
			w.object(v, f.below)
		}
	case *introspection.Schema:
		w.object(v, f.below)
	case []introspection.Type:
		objects(w, v, f)
	case []introspection.Field:
		objects(w, v, f)
	case []introspection.InputValue:
		objects(w, v, f)
	case []introspection.EnumValue:
		objects(w, v, f)
	case []introspection.Directive:
		objects(w, v, f)
	default:
		panic(fmt.Sprintf("server: introspection cannot write %s, a %T", f.name, v))
	}
}

// objects writes a list of things of which something is selected.
func objects[T any](w *telling, items []T, f asked) {
	list(w, items, func(item *T) { w.object(item, f.below) })
}

// list writes items as far as there is room.
func list[T any](w *telling, items []T, write func(*T)) {
	w.WriteByte('[')
	for i := range items {
		if w.full() {
			return
		}
		if i > 0 {
			w.WriteByte(',')
		}
		write(&items[i])
	}
	w.WriteByte(']')
}
