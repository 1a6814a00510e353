// What expanding is, step by step, and the small helpers that every step uses.

package main

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
)

// Expand derives the whole API from the hand-written part of it and returns it as
// text. The same sources always give the same text.
func Expand(sources ...*ast.Source) (string, error) {
	x, err := parse(sources)
	if err != nil {
		return "", err
	}
	x.limit() // every node type gets bounds for its lists
	for _, step := range []func() error{
		x.unions,    // unions are checked to be of nodes
		x.connect,   // relationship fields get arguments, and connections beside them
		x.inherit,   // types get the fields of their interfaces, the connections too
		x.filter,    // types get the inputs that `where` takes
		x.sort,      // types get the inputs that `sort` takes
		x.aggregate, // types get what several of them come to, to be selected, filtered and sorted by
		x.facet,     // types get what several of them have in common
		x.root,      // Query gets a list and a connection of each type
		x.fulltext,  // and a search of each full-text index
	} {
		if err := step(); err != nil {
			return "", err
		}
	}
	sdl := x.print()
	return sdl, x.validate()
}

// expansion is the schema while it is being expanded.
type expansion struct {
	doc   *ast.SchemaDocument        // the hand-written definitions, in their order
	types map[string]*ast.Definition // every definition by name, derived ones too
	// below holds the derived definitions by the name of the hand-written one that
	// they are derived from, and below which they are printed.
	below map[string]ast.DefinitionList
}

// parse reads the sources without validating them: what they refer to is partly
// still to be derived.
func parse(sources []*ast.Source) (*expansion, error) {
	doc, err := parser.ParseSchemas(sources...)
	if err != nil {
		return nil, err
	}
	x := &expansion{doc: doc, types: map[string]*ast.Definition{}, below: map[string]ast.DefinitionList{}}
	for _, def := range doc.Definitions {
		if x.types[def.Name] != nil {
			return nil, gqlerror.ErrorPosf(def.Position, "type %s is declared twice", def.Name)
		}
		x.types[def.Name] = def
	}
	for _, name := range []string{"ID", "String", "Int", "Float", "Boolean"} {
		x.types[name] = &ast.Definition{Kind: ast.Scalar, Name: name}
	}
	return x, nil
}

// validate checks what was derived as it stands in memory and not as it was printed,
// because there the hand-written parts still know their file and line.
func (x *expansion) validate() error {
	whole, err := parser.ParseSchemas(validator.Prelude)
	if err != nil {
		return err
	}
	whole.Directives = append(whole.Directives, x.doc.Directives...)
	for _, def := range x.doc.Definitions {
		if !has(def.Directives, "mixin") {
			whole.Definitions = append(append(whole.Definitions, def), x.below[def.Name]...)
		}
	}
	_, err = validator.ValidateSchemaDocument(whole)
	return err
}

// derive adds definitions that follow from the type named from.
func (x *expansion) derive(from string, defs ...*ast.Definition) error {
	for _, def := range defs {
		if other := x.types[def.Name]; other != nil {
			return gqlerror.ErrorPosf(x.types[from].Position,
				"%s would give a type %s, but there is one already: rename one of the two", from, def.Name)
		}
		x.types[def.Name] = def
		x.below[from] = append(x.below[from], def)
	}
	return nil
}

// nodes are the types that are stored as nodes, in their order.
func (x *expansion) nodes() (nodes ast.DefinitionList) {
	for _, def := range x.doc.Definitions {
		if isNode(def) {
			nodes = append(nodes, def)
		}
	}
	return nodes
}

// isNode tells whether a type is stored as a node. An interface is, with or without
// @node: without it stands for the labels of the types that implement it, as a union does
// for those of its members.
func isNode(def *ast.Definition) bool {
	return def.Kind == ast.Object && has(def.Directives, "node") ||
		def.Kind == ast.Interface && !has(def.Directives, "mixin") ||
		def.Kind == ast.Union
}

// isOutput tells whether a type has fields that can be selected.
func isOutput(def *ast.Definition) bool {
	return def.Kind == ast.Object || def.Kind == ast.Interface
}

func has(directives ast.DirectiveList, name string) bool {
	return directives.ForName(name) != nil
}

// argument is the value of a directive's argument as it was written, or "".
func argument(directives ast.DirectiveList, directive, name string) string {
	if d := directives.ForName(directive); d != nil {
		if a := d.Arguments.ForName(name); a != nil {
			return a.Value.Raw
		}
	}
	return ""
}

// directive makes a use of a directive with one text argument.
func directive(name, argument, text string) *ast.Directive {
	value := &ast.Value{Kind: ast.StringValue, Raw: text}
	return &ast.Directive{Name: name, Arguments: ast.ArgumentList{{Name: argument, Value: value}}}
}

// object makes a derived object type or, by kind, an input or enum.
func object(kind ast.DefinitionKind, name, description string, fields ...*ast.FieldDefinition) *ast.Definition {
	return &ast.Definition{Kind: kind, Name: name, Description: description, Fields: fields}
}

// field makes a derived field. The type is written as in GraphQL: `[Country!]!`.
func field(name, typ, description string, directives ...*ast.Directive) *ast.FieldDefinition {
	return &ast.FieldDefinition{Name: name, Type: typeOf(typ), Description: description, Directives: directives}
}

func typeOf(text string) *ast.Type {
	t := &ast.Type{}
	text, t.NonNull = strings.CutSuffix(text, "!")
	if strings.HasPrefix(text, "[") {
		t.Elem = typeOf(text[1 : len(text)-1])
	} else {
		t.NamedType = text
	}
	return t
}

func upperFirst(s string) string { return strings.ToUpper(s[:min(1, len(s))]) + s[min(1, len(s)):] }

func lowerFirst(s string) string { return strings.ToLower(s[:min(1, len(s))]) + s[min(1, len(s)):] }

// stem is the beginning of a description, without the examples and explanations that
// follow it and without its full stop, so that more can be said in the same sentence.
func stem(description string) string {
	end := len(description)
	for _, stop := range []string{". ", "; ", ": "} {
		if i := strings.Index(description, stop); i >= 0 && i < end {
			end = i
		}
	}
	return strings.TrimSuffix(description[:end], ".")
}
