package seed

// fields.go takes the entries of one mapping in a dossier key by key: what
// must be there and is not, and what is there and must not, are faults.

import (
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// fields are the entries of a mapping that were not taken yet.
type fields struct {
	*reader
	at    Place
	what  string // the thing that the mapping describes, as faults call it
	pairs map[string]pair
	taken []string
	clean bool // whether no fault was found so far
}

// fields reads a mapping.
func (r *reader) fields(n ast.Node, what string) (*fields, bool) {
	pairs, ok := r.mapping(n, what)
	if !ok {
		return nil, false
	}
	f := &fields{reader: r, at: r.at(n), what: what, pairs: map[string]pair{}, clean: true}
	for _, p := range pairs {
		f.pairs[p.key.Value] = p
	}
	return f, true
}

// fault notes a fault of this mapping.
func (f *fields) fault(at Place, format string, args ...any) {
	f.clean = false
	f.faults.add(at, format, args...)
}

// take returns the value of the key and remembers that the key is known.
func (f *fields) take(key string) (ast.Node, bool) {
	f.taken = append(f.taken, key)
	p, ok := f.pairs[key]
	delete(f.pairs, key)
	return p.value, ok
}

// text takes a text; ok is false where there is none, or none that can be read.
func (f *fields) text(key string) (text, bool) {
	n, ok := f.take(key)
	if !ok {
		return text{}, false
	}
	t, ok := f.reader.text(n, key+" of "+f.what)
	f.clean = f.clean && ok
	return t, ok
}

// need finds fault where the key is missing. The advice says what to write.
func (f *fields) need(key, advice string) bool {
	_, there := f.pairs[key]
	if !there {
		f.taken = append(f.taken, key)
		f.fault(f.at, "%s has no %s; %s", f.what, key, advice)
	}
	return there
}

// needed takes a text that must be there.
func (f *fields) needed(key, advice string) (text, bool) {
	if !f.need(key, advice) {
		return text{}, false
	}
	return f.text(key)
}

// choice takes one of a few words.
func (f *fields) choice(key string, choices []string, otherwise string) string {
	t, ok := f.text(key)
	if !ok {
		return otherwise
	}
	if !slices.Contains(choices, t.Value) {
		f.fault(t.At, "%s of %s is %q; it must be %s", key, f.what, t.Value, oneOf(choices))
		return otherwise
	}
	return t.Value
}

// rest finds fault with the keys that nobody took.
func (f *fields) rest() {
	slices.Sort(f.taken)
	known := strings.Join(slices.Compact(f.taken), ", ")
	for _, key := range sortedKeys(f.pairs) {
		f.fault(f.pairs[key].key.At, "%s has no %q; its keys are %s", f.what, key, known)
	}
}

// evidence is how a source supports a statement.
type evidence struct {
	locator string
	basis   string
	note    string
}

// The bases, strongest first.
const (
	stated   = "STATED"
	implied  = "IMPLIED"
	inferred = "INFERRED"
)

// evidence takes the locator, basis and note.
func (f *fields) evidence() evidence {
	locator, _ := f.needed("locator", `say where in its source it stands, such as "paragraph 3"`)
	note, _ := f.text("note")
	return evidence{locator.Value, f.choice("basis", []string{stated, implied, inferred}, stated), note.Value}
}

var slugPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// slug takes an id of our own making.
func (f *fields) slug(key string) (text, bool) {
	id, ok := f.needed(key, `give it a readable one, such as "nanchang-university"`)
	if ok && !slugPattern.MatchString(id.Value) {
		f.fault(id.At, "%s %q is no slug; write small letters a to z, digits, and single hyphens between them", key, id.Value)
	}
	return id, ok
}
