package graph

// written.go adapts hand-written Cypher (a question's file, the statement of a
// @cypher field) to a request: which lines stand, what the arguments are, and
// which labels and types a list of enum values stands for.

import (
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph/cypher"
	"guanxi/graph/question"
)

// written gives the lines that stand, and the arguments that they use beside
// those that are known. Of the columns, those stand that are read.
func (s *selector) written(f *fieldModel, file []question.Line, c collected, columns []string, known map[string]cypher.Expr, scope scope, at place) (text []string, args map[string]cypher.Expr) {
	inputs, given := map[string]input{}, map[string]bool{"scoped": scope.scoped()}
	for name, def := range f.arguments {
		inputs[name] = s.argument(c.fields[0], def, at)
		given[name] = inputs[name].kind != absentInput && inputs[name].kind != nullInput
	}
	for _, column := range columns {
		given["."+column] = true
	}
	made := question.PreparedFor(f.question)
	args, spelled := map[string]cypher.Expr{}, map[string]cypher.Expr{}
	maps.Copy(args, known)
	met := patterns{}
	for _, line := range file {
		if !line.Stands(func(word string) bool { return given[word] }) {
			continue
		}
		line.Text = s.spelled(line.Text, f, inputs, spelled)
		met.read(line.Text)
		text = append(text, s.counting(line, met, scope)...)
		for _, token := range cypher.Tokens(line.Text) {
			name := strings.TrimPrefix(token.Text, "$")
			if token.Kind != cypher.Parameter || args[name] != nil {
				continue
			}
			if def := f.arguments[name]; def != nil {
				args[name] = s.checkedParam(def, inputs[name], scope)
			} else if p, ok := made[name]; ok {
				args[name] = s.prepared(inputs[p.Argument], f.arguments[p.Argument].Type, p.Make, scope)
			}
		}
	}
	s.notBefore(f, inputs, args)
	maps.Copy(spelled, args) // what is spelled out is no parameter, but told in the plan and part of a cursor's mark
	return text, spelled
}

// never is a label or type expression that nothing meets.
const never = "!%&%"

// spelled puts the names that an argument's enum values stand for in place of
// Cypher's $any($argument): a pattern whose labels and types are known when it
// is planned is followed by them, and not searched. The values are part of a
// plan's key; a null stands for all.
func (s *selector) spelled(line string, f *fieldModel, inputs map[string]input, done map[string]cypher.Expr) string {
	for name, def := range f.arguments {
		dynamic := "$any($" + name + ")"
		enum := s.model.schema.Types[def.Type.Name()]
		if enum.Kind != ast.Enum || !strings.Contains(line, dynamic) {
			continue
		}
		var names []string
		for _, value := range enum.EnumValues {
			label := value.Name
			if d := value.Directives.ForName("label"); d != nil {
				label = stringArg(d, "name")
			}
			in := inputs[name]
			if in.kind != leafInput || slices.Contains(asList(in.now), any(value.Name)) {
				names = append(names, label)
			}
		}
		static := strings.Join(names, "|")
		if static == "" {
			static = never
		}
		line = strings.ReplaceAll(line, dynamic, static)
		done[name] = cypher.Verb(static)
	}
	return line
}
