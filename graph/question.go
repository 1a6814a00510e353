package graph

// question.go plans the root fields that a file of graph/question answers.

import (
	"slices"
	"strings"

	"guanxi/graph/cypher"
	"guanxi/graph/question"
)

// rowKey is the column that tells one row of a question from all others.
const rowKey = "key"

// question plans the field: the file's rows, then what is selected of them as
// of any others.
func (s *selector) question(f *fieldModel, c collected, scope scope, at place) (value, error) {
	file, err := question.Lines(f.question)
	if err != nil {
		return nil, err
	}
	from := computed{name: f.question, scope: scope, first: len(s.params)}
	from.text, from.args = s.written(f, file, c, scope, at)
	return s.rows(f, c, s.columns(f, from), scope, at)
}

// written adapts hand-written Cypher to the field's arguments and the scope: the
// lines that stand, and the arguments that they use.
func (s *selector) written(f *fieldModel, file []question.Line, c collected, scope scope, at place) (text []string, args map[string]cypher.Expr) {
	inputs, given := map[string]input{}, map[string]bool{"stated": scope.weakest == stated}
	for name, def := range f.arguments {
		inputs[name] = s.argument(c.fields[0], def, at)
		given[name] = inputs[name].kind != absentInput && inputs[name].kind != nullInput
	}
	args = map[string]cypher.Expr{}
	for _, line := range file {
		if !line.Stands(func(word string) bool { return given[word] }) {
			continue
		}
		text = append(text, s.model.widen(line.Text, scope))
		for _, token := range cypher.Tokens(line.Text) {
			name := strings.TrimPrefix(token.Text, "$")
			if def := f.arguments[name]; token.Kind == cypher.Parameter && def != nil && args[name] == nil {
				args[name] = s.paramOrNull(inputs[name], def.Type, scope)
			}
		}
	}
	return text, args
}

// columns tells which of the statement's columns make a row: the one that is
// the answer, or all that its type and its orders have.
func (s *selector) columns(f *fieldModel, from computed) computed {
	t := s.nodeType(f)
	if t.role == nodeType {
		from.column = f.def.Name
		return from
	}
	for _, field := range s.model.schema.Types[t.name].Fields {
		from.columns = append(from.columns, t.fields[field.Name].property)
	}
	if def := f.arguments["sort"]; def != nil {
		for _, key := range s.model.schema.Types[def.Type.Name()].Fields {
			name := key.Name
			if alias := key.Directives.ForName("alias"); alias != nil {
				name = stringArg(alias, "property")
			}
			from.columns = append(from.columns, name)
		}
		from.columns = append(from.columns, rowKey)
	}
	slices.Sort(from.columns)
	from.columns = slices.Compact(from.columns)
	return from
}

// soleExpression gives the expression of a statement that is nothing but
// RETURN expression AS column, so that it can stand in place, `this` become
// the parameter $this of a template.
func soleExpression(lines []string, column string) (string, bool) {
	tokens := cypher.Tokens(strings.TrimSpace(strings.Join(lines, "\n")))
	if len(tokens) < 2 || !strings.EqualFold(tokens[0].Text, "RETURN") {
		return "", false
	}
	var text strings.Builder
	end := len(tokens) - 1
	if tokens[end].Text != column || !strings.EqualFold(tokens[end-2].Text, "AS") {
		return "", false
	}
	for _, token := range tokens[1 : end-2] {
		if token.Kind == cypher.Word && token.Text == "this" {
			token.Text = "$this"
		}
		if token.Kind == cypher.Space || token.Kind == cypher.Comment {
			token.Text = " "
		}
		text.WriteString(token.Text)
	}
	return strings.TrimSpace(text.String()), true
}
