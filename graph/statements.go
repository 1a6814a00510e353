package graph

// statements.go handles @statements: which of the sources' statements count.
// What is only INFERRED lies under labels and types with a suffix, so the usual
// scope costs nothing: it just does not name them.

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph/cypher"
)

// A scope is what @statements says for a field and all below it.
type scope struct {
	weakest string // of the enum Basis
}

// everyday is the scope of an operation that says nothing.
var everyday = scope{weakest: implied}

const (
	stated   = "STATED"
	implied  = "IMPLIED"
	inferred = "INFERRED"
)

// names are the labels or types that the scope lets a pattern follow.
func (s scope) names(names []string) []string {
	if s.weakest != inferred {
		return names
	}
	both := slices.Clone(names)
	for _, name := range names {
		both = append(both, name+inferredSuffix)
	}
	return both
}

// passing is the condition that a relationship of a plain type has to meet, nil
// if the scope takes them all.
func (s scope) passing(rel cypher.Var, r relModel) cypher.Expr {
	if s.weakest != stated {
		return nil
	}
	// A STATES is itself one statement, the other types list theirs.
	if r.link != nil && r.link.fields["basis"] != nil {
		return cypher.Compare{L: cypher.Prop{Of: rel, Name: "basis"}, Op: "=", R: cypher.Verb("'STATED'")}
	}
	return cypher.Compare{L: cypher.Verb("'STATED'"), Op: "IN", R: cypher.Prop{Of: rel, Name: "bases"}}
}

// bases are those that count, nil if all do.
func (s scope) bases() cypher.Expr {
	switch s.weakest {
	case stated:
		return cypher.Verb("['STATED']")
	case implied:
		return cypher.Verb("['STATED', 'IMPLIED']")
	}
	return nil
}

// widen adapts hand-written Cypher to the scope: every label and relationship
// type of the model in it also stands for its inferred twin.
func (m *model) widen(line string, s scope) string {
	if s.weakest != inferred {
		return line
	}
	var text strings.Builder
	colon := false
	for _, token := range cypher.Tokens(line) {
		text.WriteString(token.Text)
		if token.Kind == cypher.Word && colon && m.stored(token.Text) {
			text.WriteString("|" + token.Text + inferredSuffix)
		}
		if token.Kind != cypher.Space {
			colon = token.Text == ":" || token.Text == "|"
		}
	}
	return text.String()
}

// stored tells whether name is a label or relationship type of the model.
func (m *model) stored(name string) bool {
	if t := m.types[name]; t != nil && t.role == nodeType {
		return true
	}
	types := m.schema.Types["RelationshipType"]
	return types != nil && types.EnumValues.ForName(name) != nil
}

// statements reads the directive from an operation or a field; an argument
// that is left out is inherited.
func (s *selector) statements(outer scope, directives ast.DirectiveList, at place) (scope, error) {
	d := directives.ForName("statements")
	if d == nil {
		return outer, nil
	}
	arg := d.Arguments.ForName("weakest")
	if arg == nil {
		return outer, nil
	}
	v, err := arg.Value.Value(s.vars)
	if err != nil {
		return outer, at.wrong("@statements(weakest:): %v", err)
	}
	if v != nil {
		s.checkEnum(v, s.model.schema.Directives["statements"].Arguments.ForName("weakest").Type, at)
		outer.weakest, _ = v.(string)
	}
	return outer, nil
}

// fieldScope is the scope of a field. Selections that are merged under one key
// are one answer, so they have to agree.
func (s *selector) fieldScope(outer scope, c collected, at place) (scope, error) {
	first, err := s.statements(outer, c.fields[0].Directives, at)
	if err != nil {
		return outer, err
	}
	for _, field := range c.fields[1:] {
		other, err := s.statements(outer, field.Directives, at)
		if err != nil {
			return outer, err
		}
		if other != first {
			at.position = field.Position
			return outer, at.wrong("the selections merged as %q ask for different @statements; give one of them an alias", c.key)
		}
	}
	return first, nil
}
