package graph

// write.go writes a record as JSON by its shape, GraphQL's rules for null kept:
// a null where none may be is an error at its path, and makes the nearest thing
// around it null that may be.

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// A writer holds an answer as it grows.
type writer struct {
	*binding
	pages     []page
	buf       []byte
	path      []ast.PathElement
	failed    bool // a null was not allowed, and travels outwards
	typename  string
	errors    gqlerror.List
	truncated []Truncation
	omitted   int // how many more there are
	max       int // bytes; 0: any number
}

// maxTruncations is how many cut lists an answer names: one list in many rows
// is one thing to learn, and was seen to be 1.4 MB of it.
const maxTruncations = 100

// full tells whether the answer is larger than it may be. What goes on writing
// then ends soon, since lists end.
func (w *writer) full() bool { return w.max > 0 && len(w.buf) > w.max }

// A Truncation is a list that was cut at a bound which the caller had not set.
type Truncation struct {
	Path  ast.Path `json:"path"`
	Limit int      `json:"limit"`
}

func (w *writer) here() ast.Path { return append(ast.Path{}, w.path...) }

// fail records an error at the path, and sends null outwards.
func (w *writer) fail(format string, args ...any) bool {
	w.errors = append(w.errors, &gqlerror.Error{
		Message: fmt.Sprintf(format, args...), Path: w.here(), Extensions: map[string]any{"code": Internal},
	})
	w.failed = true
	return false
}

// field writes a member of an object; it fails if a null is not allowed.
func (w *writer) field(f *fieldShape, v any) bool {
	w.buf = append(w.buf, f.name...)
	w.path = append(w.path, f.path)
	ok := w.nullable(f.shape, v, f.null)
	w.path = w.path[:len(w.path)-1]
	return ok
}

// nullable writes v, or null where it may be.
func (w *writer) nullable(s shape, v any, null bool) bool {
	start := len(w.buf)
	if s.write(w, v) {
		return true
	}
	if !null {
		if !w.failed {
			w.fail("the database has no value where the schema promises one")
		}
		return false
	}
	w.failed = false
	w.buf = append(w.buf[:start], "null"...)
	return true
}

func (s *objectShape) write(w *writer, v any) bool {
	if v == nil {
		return false
	}
	columns, ok := v.([]any)
	if !ok {
		return w.fail("the database gave a %T where a list of columns was asked for", v)
	}
	variant, name := s.all, s.t.name
	if s.labels {
		labels, _ := columns[0].([]any)
		t := s.t.byLabels(labels)
		if t == nil {
			return w.fail("the database has a node labelled %v, which is none of the types of %s", labels, s.t.name)
		}
		name = t.name
		if variant == nil {
			variant = s.byType[t]
		}
	}
	w.buf = append(w.buf, '{')
	for i := range variant.fields {
		if i > 0 {
			w.buf = append(w.buf, ',')
		}
		w.typename = name
		f := &variant.fields[i]
		var column any
		if f.at < len(columns) {
			column = columns[f.at]
		}
		if !w.field(f, column) {
			return false
		}
	}
	w.buf = append(w.buf, '}')
	return true
}

func (s typenameShape) write(w *writer, _ any) bool {
	name := s.name
	if name == "" {
		name = w.typename
	}
	w.buf = appendString(w.buf, name)
	return true
}

// write takes an absent list for an empty one: the database stores no empty
// lists where it was given none.
func (s *listShape) write(w *writer, v any) bool {
	list, ok := v.([]any)
	if !ok && v != nil {
		return w.fail("the database gave a %T where a list was asked for", v)
	}
	list = w.cut(s.page, list)
	return w.list(len(list), s.null, func(i int) bool { return s.of.write(w, list[i]) })
}

// cut shortens a list to its page, and tells of it if the caller cannot know.
func (w *writer) cut(page int, list []any) []any {
	if page < 0 || len(list) <= w.limits[page] {
		return list
	}
	switch {
	case !w.pages[page].announce:
	case len(w.truncated) < maxTruncations:
		w.truncated = append(w.truncated, Truncation{w.here(), w.limits[page]})
	default:
		w.omitted++
	}
	return list[:w.limits[page]]
}

// list writes n elements.
func (w *writer) list(n int, null bool, element func(int) bool) bool {
	w.buf = append(w.buf, '[')
	w.path = append(w.path, nil)
	ok := true
	for i := 0; i < n && ok && !w.full(); i++ {
		if i > 0 {
			w.buf = append(w.buf, ',')
		}
		w.path[len(w.path)-1] = ast.PathIndex(i)
		start := len(w.buf)
		if element(i) {
			continue
		}
		if null {
			w.failed = false
			w.buf = append(w.buf[:start], "null"...)
			continue
		}
		if !w.failed {
			w.fail("the database has no value where the schema promises one")
		}
		ok = false
	}
	w.path = w.path[:len(w.path)-1]
	w.buf = append(w.buf, ']')
	return ok
}
