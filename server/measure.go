package server

// measure.go counts how large an operation is. Each fragment is counted once, however often it is spread, since a few
// nested ones can stand for billions of fields.

import "github.com/vektah/gqlparser/v2/ast"

// size is what a selection set amounts to, with its fragments spread.
type size struct {
	roots   int // fields directly in it
	depth   int
	fields  int
	aliases int
	nesting int // lists and objects within each other in an argument
	list    int // items of the longest list in an argument
}

// countless is where counting ends.
const countless = 1_000_001

// plus is a sum that does not overflow.
func plus(a, b int) int { return min(a+b, countless) }

// add counts s beside what is there.
func (t *size) add(s size) {
	t.roots = plus(t.roots, s.roots)
	t.depth = max(t.depth, s.depth)
	t.fields = plus(t.fields, s.fields)
	t.aliases = plus(t.aliases, s.aliases)
	t.values(s)
}

// values counts what is in arguments.
func (t *size) values(s size) {
	t.nesting = max(t.nesting, s.nesting)
	t.list = max(t.list, s.list)
}

// measure keeps the size of each fragment. One that is still being counted counts nothing: validation refuses such a
// cycle.
type measure struct {
	document  *ast.QueryDocument
	fragments map[string]size
}

// set is the size of a selection set.
func (m measure) set(set ast.SelectionSet) size {
	var t size
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			t.add(m.field(s))
		case *ast.InlineFragment:
			t.add(m.set(s.SelectionSet))
		case *ast.FragmentSpread:
			t.add(m.fragment(s.Name))
		}
	}
	t.depth++
	return t
}

// field is the size of a field and what is selected below it.
func (m measure) field(f *ast.Field) size {
	var t size
	if len(f.SelectionSet) > 0 {
		t = m.set(f.SelectionSet)
	}
	t.roots = 1
	t.fields = plus(t.fields, 1)
	if f.Alias != f.Name {
		t.aliases = plus(t.aliases, 1)
	}
	for _, a := range f.Arguments {
		t.values(sizeOf(a.Value))
	}
	return t
}

// fragment is the size of a named fragment, nothing if there is none.
func (m measure) fragment(name string) size {
	if known, ok := m.fragments[name]; ok {
		return known
	}
	m.fragments[name] = size{}
	if f := m.document.Fragments.ForName(name); f != nil {
		m.fragments[name] = m.set(f.SelectionSet)
	}
	return m.fragments[name]
}

// sizeOf measures a literal.
func sizeOf(v *ast.Value) size {
	var t size
	for _, c := range v.Children {
		t.values(sizeOf(c.Value))
	}
	switch v.Kind {
	case ast.ListValue:
		t.list = max(t.list, len(v.Children))
		t.nesting++
	case ast.ObjectValue:
		t.nesting++
	}
	return t
}

// sizeOfJSON measures a variable's value. The validator makes a typed slice of a single value that stands for a list of
// one; that counts as the value.
func sizeOfJSON(v any) size {
	var t size
	switch v := v.(type) {
	case map[string]any:
		for _, c := range v {
			t.values(sizeOfJSON(c))
		}
	case []any:
		for _, c := range v {
			t.values(sizeOfJSON(c))
		}
		t.list = max(t.list, len(v))
	default:
		return t
	}
	t.nesting++
	return t
}
