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
	inputs, given := map[string]input{}, map[string]bool{"stated": scope.weakest == stated}
	for name, def := range f.arguments {
		inputs[name] = s.argument(c.fields[0], def, at)
		given[name] = inputs[name].kind != absentInput && inputs[name].kind != nullInput
	}
	from := computed{name: f.question, args: map[string]cypher.Expr{}, first: len(s.params)}
	for _, line := range file {
		if !line.Stands(func(word string) bool { return given[word] }) {
			continue
		}
		from.text = append(from.text, s.model.widen(line.Text, scope))
		for _, token := range cypher.Tokens(line.Text) {
			name := strings.TrimPrefix(token.Text, "$")
			def := f.arguments[name]
			if token.Kind != cypher.Parameter || def == nil || from.args[name] != nil {
				continue
			}
			from.args[name] = s.paramOrNull(inputs[name], def.Type, scope)
		}
	}
	return s.rows(f, c, s.columns(f, from), scope, at)
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

// lines splits the text of a statement, its indentation evened out.
func lines(text string) []string {
	var lines []string
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return lines
}

// soleExpression gives the expression of a statement that is nothing but
// RETURN expression AS column, so that it can stand in place, `this` become
// the parameter $this of a template.
func soleExpression(st statement) (string, bool) {
	tokens := cypher.Tokens(strings.TrimSpace(st.text))
	if len(tokens) < 2 || !strings.EqualFold(tokens[0].Text, "RETURN") {
		return "", false
	}
	var text strings.Builder
	end := len(tokens) - 1
	if tokens[end].Text != st.column || !strings.EqualFold(tokens[end-2].Text, "AS") {
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
