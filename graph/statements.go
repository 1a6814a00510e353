package graph

// statements.go reads @statements: which of the sources' statements count.
// What is only INFERRED lies under labels and types with a suffix, so the usual
// scope costs nothing: it just does not name them. What any other scope asks of a
// relationship stands in counts.go.

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph/cypher"
)

// A scope is what @statements says for a field and all below it. Which days are
// given is part of a plan, and the days are not: one plan serves all.
type scope struct {
	weakest          string // of the enum Basis
	validOn, knownOn day
}

// A day is one that @statements gives, or none.
type day struct {
	asked string // as the operation spells it; empty if it asks for none
	param cypher.Param
	at    int // of the operation's parameters
}

func (d day) given() bool { return d.asked != "" }

// span is where the day lies among the operation's parameters; empty if it does not.
func (d day) span() [2]int {
	if !d.given() {
		return [2]int{}
	}
	return [2]int{d.at, d.at + 1}
}

// dated tells whether the scope asks for a day.
func (s scope) dated() bool { return s.validOn.given() || s.knownOn.given() }

func (s scope) String() string {
	text := "weakest " + s.weakest
	if s.validOn.given() {
		text += ", valid on $" + string(s.validOn.param)
	}
	if s.knownOn.given() {
		text += ", known on $" + string(s.knownOn.param)
	}
	return text
}

// told says it to people.
func (s scope) told(params map[string]any) string {
	text := s.weakest
	if s.weakest != stated {
		text += " or firmer"
	}
	if s.validOn.given() {
		text += fmt.Sprintf(", valid on %s", params[string(s.validOn.param)])
	}
	if s.knownOn.given() {
		text += fmt.Sprintf(", known on %s", params[string(s.knownOn.param)])
	}
	return text
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
// that is left out, or null, is inherited.
func (s *selector) statements(outer scope, directives ast.DirectiveList, at place) (scope, error) {
	d := directives.ForName("statements")
	if d == nil {
		return outer, nil
	}
	for _, arg := range d.Arguments {
		at.position = arg.Position
		def := s.model.schema.Directives["statements"].Arguments.ForName(arg.Name)
		in := s.input(arg.Value, def.Type, at.argument("@statements").argument(def.Name))
		if in.kind != leafInput {
			continue
		}
		switch arg.Name {
		case "weakest":
			outer.weakest, _ = in.now.(string)
		case "validOn":
			outer.validOn = s.day(in)
		case "knownOn":
			outer.knownOn = s.day(in)
		}
	}
	return outer, nil
}

// day is the day that the argument gives, a parameter: one for all places of the
// operation that spell it alike.
func (s *selector) day(in input) day {
	asked := "$" + in.slot.variable
	if in.slot.literal != nil {
		asked = in.slot.literal.String()
	}
	if known, ok := s.days[asked]; ok {
		return known
	}
	d := day{asked: asked, at: len(s.params)}
	d.param = s.add(param{slot: in.slot, place: in.place, read: readDate})
	if s.days == nil {
		s.days = map[string]day{}
	}
	s.days[asked] = d
	return d
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

// chosenAbove refuses @statements at a field that tells of a connection's rows:
// the connection has chosen them, and other rows would need another one.
func chosenAbove(c collected, at place) error {
	for _, field := range c.fields {
		if d := field.Directives.ForName("statements"); d != nil {
			at.position = d.Position
			return at.wrong("the rows were chosen by the connection: put @statements on it")
		}
	}
	return nil
}
