package seed

// reader.go reads YAML with the place of everything it reads. It walks the
// syntax tree rather than decoding into structs, because a decoder stops at
// the first fault and forgets where a value stood.

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"golang.org/x/text/unicode/norm"
)

// A reader reads one dossier and gathers its faults.
type reader struct {
	file   string
	faults *Faults
}

// A text is a scalar as it is written, and its place.
type text struct {
	Value string
	At    Place
}

// A pair is an entry of a mapping.
type pair struct {
	key   text
	value ast.Node
}

// document parses the file and returns its one document, or nil after noting
// why there is none.
func (r *reader) document(data []byte) (root ast.Node) {
	top := Place{r.file, 1, 1}
	if !utf8.Valid(data) {
		r.faults.add(invalidUTF8(r.file, data), "this is not UTF-8; save the file as UTF-8")
		return nil
	}
	defer func() {
		if p := recover(); p != nil { // the parser gives up on some broken input so
			r.faults.add(top, "this is not YAML: %v", p)
			root = nil
		}
	}()
	tokens := lexer.Tokenize(string(data))
	if tk := tooDeep(tokens); tk != nil {
		r.faults.add(Place{r.file, tk.Position.Line, tk.Position.Column}, "this is nested deeper than %d lists and mappings; no part of a dossier is", deepest)
		return nil
	}
	file, err := parser.Parse(tokens, 0)
	if err != nil {
		r.syntax(err)
		return nil
	}
	var bodies []ast.Node
	for _, doc := range file.Docs {
		if doc.Body != nil {
			bodies = append(bodies, doc.Body)
		}
	}
	switch len(bodies) {
	case 0:
		r.faults.add(top, "the dossier is empty; it needs a source and what the source states")
		return nil
	case 1:
		return bodies[0]
	}
	r.faults.add(r.at(bodies[1]), "a second document begins here; write one dossier a file")
	return nil
}

// syntax notes the parser's error at its place.
func (r *reader) syntax(err error) {
	at, reason := Place{r.file, 1, 1}, err.Error()
	var located yaml.Error
	if errors.As(err, &located) {
		reason = located.GetMessage()
		if tk := located.GetToken(); tk != nil && tk.Position != nil {
			at.Line, at.Column = tk.Position.Line, tk.Position.Column
		}
	}
	r.faults.add(at, "this is not YAML: %s", reason)
}

func invalidUTF8(file string, data []byte) Place {
	line, column := 1, 1
	for len(data) > 0 {
		c, size := utf8.DecodeRune(data)
		if c == utf8.RuneError && size == 1 {
			break
		}
		column++
		if c == '\n' {
			line, column = line+1, 1
		}
		data = data[size:]
	}
	return Place{file, line, column}
}

// at is the place where the node begins.
func (r *reader) at(n ast.Node) Place {
	if m, ok := n.(ast.MapNode); ok {
		if i := m.MapRange(); i.Next() {
			n = i.Key()
		}
	}
	tk := n.GetToken()
	if tk == nil || tk.Position == nil {
		return Place{r.file, 1, 1}
	}
	return Place{r.file, tk.Position.Line, tk.Position.Column}
}

// mapping returns the entries of a mapping. What names it in a fault.
func (r *reader) mapping(n ast.Node, what string) ([]pair, bool) {
	m, ok := n.(ast.MapNode)
	if !ok {
		r.faults.add(r.at(n), "%s is %s; it must be a mapping of keys to values", what, sortOf(n))
		return nil, false
	}
	var pairs []pair
	for i := m.MapRange(); i.Next(); {
		key, ok := r.text(i.Key(), "a key")
		if !ok {
			return nil, false
		}
		pairs = append(pairs, pair{key, i.Value()})
	}
	return pairs, true
}

// list returns the items of a list.
func (r *reader) list(n ast.Node, what string) []ast.Node {
	s, ok := n.(*ast.SequenceNode)
	if !ok {
		r.faults.add(r.at(n), "%s is %s; it must be a list, each item after a dash", what, sortOf(n))
		return nil
	}
	return s.Values
}

// text returns a scalar as it is written, be it a word or a number, in one
// line and in Unicode's composed form, so that equal names compare as equal.
func (r *reader) text(n ast.Node, what string) (text, bool) {
	at := r.at(n)
	value, ok := scalar(n)
	if !ok {
		r.faults.add(at, "%s is %s; it must be a text", what, sortOf(n))
		return text{}, false
	}
	value = norm.NFC.String(strings.Join(strings.Fields(value), " "))
	if value == "" {
		r.faults.add(at, "%s is empty; give it a value or leave the line out", what)
		return text{}, false
	}
	if strings.ContainsFunc(value, controls) {
		r.faults.add(at, "%s holds a control character; leave it out", what)
		return text{}, false
	}
	return text{value, at}, true
}

// controls tells what is not seen and changes how the rest is, the direction of
// writing among it: names that look alike would not be.
func controls(r rune) bool {
	return unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// texts returns a list of scalars.
func (r *reader) texts(n ast.Node, what string) []text {
	var all []text
	for _, item := range r.list(n, what) {
		if t, ok := r.text(item, "an item of "+what); ok {
			all = append(all, t)
		}
	}
	return all
}

func scalar(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return n.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, true
	case *ast.NullNode:
		return "", true
	}
	return "", false
}

// sortOf says what sort of thing a node is.
func sortOf(n ast.Node) string {
	switch n.(type) {
	case ast.MapNode:
		return "a mapping"
	case *ast.SequenceNode:
		return "a list"
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode:
		return "an anchor or a reference to one, which dossiers do without"
	case *ast.TagNode:
		return "a value with a tag, which dossiers do without"
	case *ast.NullNode:
		return "empty"
	}
	return fmt.Sprintf("a plain %s", strings.ToLower(n.Type().String()))
}
