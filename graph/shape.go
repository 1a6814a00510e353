package graph

// shape.go holds the prepared shapes by which a record becomes JSON: what is
// known of an answer before there is one. write.go writes by them.

import (
	"encoding/json"

	"github.com/vektah/gqlparser/v2/ast"
)

// A shape writes one value of the record.
type shape interface {
	// write tells whether it wrote a value. If not, the value is null, and
	// w.failed tells whether because of an error below.
	write(w *writer, v any) bool
}

// An objectShape writes a list of columns as an object.
type objectShape struct {
	t      *typeModel
	labels bool // the first column tells the concrete type
	all    *variantShape
	byType map[*typeModel]*variantShape
}

type variantShape struct{ fields []fieldShape }

// A fieldShape is a field of an object and the column that it is in.
type fieldShape struct {
	name  []byte          // "key":
	path  ast.PathElement // the key, boxed once
	at    int
	shape shape
	null  bool // whether null is an answer
}

func newField(key string, t *ast.Type) fieldShape {
	name, _ := json.Marshal(key)
	return fieldShape{name: append(name, ':'), path: ast.PathName(key), null: !t.NonNull}
}

func (s *objectShape) add(t *typeModel, fields []fieldShape) {
	if t == nil {
		s.all = &variantShape{fields}
		return
	}
	if s.byType == nil {
		s.byType = map[*typeModel]*variantShape{}
	}
	s.byType[t] = &variantShape{fields}
}

// A listShape writes a list. Of a list that may be cut, page tells where.
type listShape struct {
	of   shape
	page int  // of the plan's pages, or -1
	null bool // whether null is an element
}

// A connectionShape writes [edges, total, parts …], as far as they are asked for.
type connectionShape struct {
	page    int
	edges   bool
	total   int // the column of the total
	keys    int // the column of a row where its sort keys begin; 0 if none
	columns []edgeShape
	parts   []partShape
	whole   []partShape // what a question's own fields read of all rows together
	fields  []connectionField

	backward       bool // the rows come in the opposite order
	previous, next int  // the columns that tell of rows before the window and behind it; 0 if none
}

// A partShape is what is told of all rows of a connection, and its column.
type partShape struct {
	shape shape
	at    int
}

// An edgeShape is what a row holds of its node or its relationship.
type edgeShape struct {
	shape shape
	at    int
}

// A typenameShape writes the type's name: a literal, or the object's own.
type typenameShape struct{ name string }

// The shapes of scalars.
type (
	textShape  struct{}
	intShape   struct{}
	floatShape struct{}
	boolShape  struct{}
	dateShape  struct{}
	jsonShape  struct{}
	enumShape  struct {
		name   string
		values map[string]bool
	}
)

func (e *emitter) scalarShape(name string) shape {
	switch name {
	case "Int":
		return intShape{}
	case "Float":
		return floatShape{}
	case "Boolean":
		return boolShape{}
	case "Date":
		return dateShape{}
	case "JSON":
		return jsonShape{}
	}
	if def := e.model.schema.Types[name]; def.Kind == ast.Enum {
		values := map[string]bool{}
		for _, value := range def.EnumValues {
			values[value.Name] = true
		}
		return enumShape{name, values}
	}
	return textShape{}
}

// nest gives a list's shape the nullability of its elements.
func nest(s shape, t *ast.Type) shape {
	if list, ok := s.(*listShape); ok && t.Elem != nil {
		list.null = !t.Elem.NonNull
	}
	return s
}
