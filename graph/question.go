package graph

// question.go plans the root fields that a file of graph/question answers.

import (
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

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
	if from.column, from.columns, err = s.columns(f, c, scope, at); err != nil {
		return nil, err
	}
	var known map[string]cypher.Expr
	if does, ok := question.Computations[f.question]; ok {
		if from.computation, err = s.computation(f, does, c, scope, at); err != nil {
			return nil, err
		}
		known = maps.Clone(from.computation.args)
		known["rows"] = from.computation.rows
	}
	from.text, from.args = s.written(f, file, c, from.columns, known, scope, at)
	v, err := s.rows(f, c, from, scope, at)
	list, ok := v.(rows)
	if ok && f.ranked != "" {
		list.sort = []sortKey{{property: f.ranked, descending: true, required: true}, {property: rowKey, required: true, unique: true}}
		v = list
	}
	if ok && from.computation != nil && !list.one {
		from.computation.args["limit"] = list.limit
	}
	if ok && !list.one && slices.ContainsFunc(from.text, func(line string) bool { return strings.Contains(line, "$limit") }) {
		from.args["limit"] = list.limit
	}
	return v, err
}

// columns tells which of the statement's columns make a row: the one that is
// the answer, or those that the selection and the order read.
func (s *selector) columns(f *fieldModel, c collected, scope scope, at place) (column string, columns []string, err error) {
	t := s.nodeType(f)
	if t.role == nodeType {
		return f.def.Name, nil, nil
	}
	for _, field := range s.ofRow(f, c) {
		if field := t.fields[field]; field != nil {
			columns = append(columns, field.reads("this")...)
		}
	}
	for _, field := range s.ofAll(f, c) {
		columns = append(columns, field.reads("row")...)
	}
	if f.ranked != "" {
		columns = append(columns, f.ranked, rowKey)
	}
	if def := f.arguments["sort"]; def != nil {
		keys, err := s.sort(s.argument(c.fields[0], def, at), def.Type.Name(), t, nil, scope)
		if err != nil {
			return "", nil, err
		}
		for _, key := range keys {
			columns = append(columns, key.property)
		}
	}
	if f.connection() {
		columns = append(columns, rowKey)
	}
	slices.Sort(columns)
	return "", slices.Compact(columns), nil
}

// ofRow names the fields that are selected of each row.
func (s *selector) ofRow(f *fieldModel, c collected) []string {
	sets := c.sets()
	if f.connection() {
		for _, step := range []struct {
			on   *typeModel
			name string
		}{{f.target, "edges"}, {f.target.fields["edges"].target, "node"}} {
			var below []ast.SelectionSet
			for _, c := range s.collect(s.model.schema.Types[step.on.name], sets) {
				if c.name() == step.name {
					below = append(below, c.sets()...)
				}
			}
			sets = below
		}
	}
	var names []string
	for _, c := range s.collect(s.model.schema.Types[s.nodeType(f).name], sets) {
		names = append(names, c.name())
	}
	return names
}

// ofAll are the fields that are selected of all rows together, such as those of
// a connection's facets.
func (s *selector) ofAll(f *fieldModel, c collected) (fields []*fieldModel) {
	if !f.connection() {
		return nil
	}
	for _, c := range s.collect(s.model.schema.Types[f.target.name], c.sets()) {
		whole := f.target.fields[c.name()]
		if whole == nil || !whole.whole() {
			continue
		}
		for _, c := range s.collect(s.model.schema.Types[whole.target.name], c.sets()) {
			if field := whole.target.fields[c.name()]; field != nil {
				fields = append(fields, field)
			}
		}
	}
	return fields
}

// whole tells whether the field of a connection answers from all of its rows:
// its own fields are lists that statements over `this.rows` count them into.
func (f *fieldModel) whole() bool {
	if f.target == nil || f.target.role != plainType || f.many() {
		return false
	}
	for _, field := range f.target.fields {
		if field.role != cypherField || !field.many() || field.target == nil {
			return false
		}
	}
	return true
}

// reads names what the field reads of the map that its statement calls of.
func (f *fieldModel) reads(of string) []string {
	if f.role != cypherField {
		return []string{f.property}
	}
	var names []string
	tokens := cypher.Tokens(f.cypher.text)
	for i := 2; i < len(tokens); i++ {
		if tokens[i-2].Text == of && tokens[i-1].Text == "." && tokens[i].Kind == cypher.Word {
			names = append(names, tokens[i].Text)
		}
	}
	return names
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
