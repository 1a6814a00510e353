package graph

// select.go turns an operation's selections into a plan. It is entered at
// plan(), and goes down the selection sets: an object is its columns, and a
// column is a property, rows of further objects, or a hand-written statement.

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph/cypher"
	"guanxi/graph/question"
)

// A selector builds the plan of one operation.
type selector struct {
	options Options
	vars    map[string]any
	params  []param
	pages   []page
	planned int    // columns so far
	levels  int    // of objects above the field that is being planned
	weight  int    // of the conditions so far
	fault   *Error // of a value, found where no error can be returned
	cursors []*cursor
	choices []choice
	parents []parent       // of the selection at hand, from the root
	days    map[string]day // of @statements, by how they are spelled
	demands
	estimator

	computations []*computation
}

// plan reads the operation: its roots, each with what is selected below.
func (s *selector) plan(op *ast.OperationDefinition) (*plan, error) {
	scope, err := s.statements(everyday, op.Directives, place{})
	if err != nil {
		return nil, err
	}
	root, err := s.object(s.model.types[s.model.schema.Query.Name], []ast.SelectionSet{op.SelectionSet}, scope, place{})
	if err != nil {
		return nil, err
	}
	if s.fault != nil {
		return nil, s.fault
	}
	return &plan{root: root, params: s.params, pages: s.pages, cursors: s.cursors, choices: s.choices, load: s.load(root, nil), demands: s.demands, computations: s.computations}, nil
}

// object plans what is selected of a t. The selections of an interface are
// planned once if they are the same for all of its types, else type by type,
// with a column shared wherever the types ask for the same.
func (s *selector) object(t *typeModel, sets []ast.SelectionSet, scope scope, at place) (*object, error) {
	o := &object{t: t, scope: scope}
	types := t.concrete
	if t.abstract() && !s.narrow(t, sets) {
		types = []*typeModel{t}
	}
	var known []collected // what the columns answer
	for _, concrete := range types {
		v := variant{t: concrete}
		if len(types) == 1 && concrete == t {
			v.t = nil
		}
		for _, c := range s.collect(s.model.schema.Types[concrete.name], sets) {
			at := at.at(ast.PathName(c.key))
			at.position = c.fields[0].Position
			field := selected{key: c.key, column: -1, t: c.fields[0].Definition.Type}
			if c.name() == "__typename" {
				if v.t != nil || !t.abstract() {
					field.literal = concrete.name
				}
				v.fields = append(v.fields, field)
				continue
			}
			for i := range known {
				if known[i].same(c) {
					field.column = i
				}
			}
			if field.column < 0 {
				if err := s.plansColumn(at); err != nil {
					return nil, err
				}
				column, err := s.column(s.model.field(concrete, c), c, scope, at)
				if err != nil {
					return nil, err
				}
				field.column = len(o.columns)
				o.columns = append(o.columns, column)
				known = append(known, c)
			}
			v.fields = append(v.fields, field)
		}
		o.variants = append(o.variants, v)
	}
	return o, nil
}

// plansColumn counts a column, of which there may be only so many.
func (s *selector) plansColumn(at place) error {
	if s.planned++; s.planned > s.options.MaxColumns {
		return &Error{Code: TooExpensive, Path: at.path, Position: at.position, Message: fmt.Sprintf(
			"the operation reads more than %d columns, counting a field once for each type whose fragments ask differently below it; ask for fewer fields, or for the same of every type", s.options.MaxColumns)}
	}
	return nil
}

// column plans one field.
func (s *selector) column(f *fieldModel, c collected, outer scope, at place) (value, error) {
	scope, err := s.fieldScope(outer, c, at)
	if err != nil {
		return nil, err
	}
	if f.target != nil {
		if s.levels++; s.levels > s.options.MaxLevels { // the time to plan them grows with two to their number
			return nil, &Error{Code: TooExpensive, Path: at.path, Position: at.position, Message: fmt.Sprintf(
				"this lies %d objects deep and at most %d are allowed; ask for what lies deeper in an operation of its own", s.levels, s.options.MaxLevels)}
		}
		defer func() { s.levels-- }()
	}
	switch f.role {
	case sourceField:
		return s.rows(f, c, nodesOf{scope.names(s.nodeType(f).labels)}, scope, at)
	case questionField:
		return s.question(f, c, scope, at)
	case textField:
		return s.text(f, c, scope, at)
	case relatedField:
		hop := s.hop(f, scope)
		hop.recursion = s.recursion(f, c, at)
		return s.rows(f, c, across{hop}, scope, at)
	case cypherField:
		return s.computed(f, c, scope, at)
	}
	if f.target == nil {
		return property{f.property, f.def.Type.Name(), f.many()}, nil
	}
	if f.collect != "" {
		return s.collected(f, c, scope, at)
	}
	return s.rows(f, c, elements{property{name: f.property}, f.many()}, scope, at)
}

// nodeType is the type of the nodes that the field leads to.
func (s *selector) nodeType(f *fieldModel) *typeModel {
	if f.connection() {
		return f.target.node()
	}
	return f.target
}

// hop is the relationship of the field, followed as far as the scope allows.
func (s *selector) hop(f *fieldModel, scope scope) hop {
	h := hop{
		rel: f.rel, types: scope.names(strings.Split(f.rel.name, "|")), labels: scope.names(s.nodeType(f).labels), scope: scope,
		one: !f.many() && !f.connection(), recursion: usualRecursion(f),
	}
	switch {
	case f.rel.via != nil:
		h.via = scope.names(f.rel.via.t.labels)
	case h.recursion == nil:
		h.sure = s.implied(h, h.labels, true)
	}
	return h
}

// rows plans a field that answers with objects: a list, one, or a connection.
func (s *selector) rows(f *fieldModel, c collected, from source, scope scope, at place) (value, error) {
	if f.connection() {
		return s.connection(f, c, from, scope, at)
	}
	first := s.begin(from)
	r := rows{from: from, page: -1, one: !f.many(), distinct: distinct(from)}
	if r.one && r.distinct { // should there be several, the choice must not be chance
		r.sort = []sortKey{{property: "id", required: true, unique: true}}
	}
	if err := s.choose(&r, f, c, f.target, nil, scope, at); err != nil {
		return nil, err
	}
	defer s.below(r, first)()
	of, err := s.object(f.target, c.sets(), scope, at)
	r.of = of
	return r, err
}

// begin is where the parameters of a field begin whose source is planned.
func (s *selector) begin(from source) int {
	switch from := from.(type) {
	case computed:
		return from.first
	case byText:
		return from.first
	case across:
		if from.hop.recursion != nil {
			return from.hop.recursion.first
		}
	}
	return len(s.params)
}

// distinct tells whether a node may come more than once: two relationships of
// one type may lead to it, with different roles.
func distinct(from source) bool {
	across, ok := from.(across)
	return ok && across.hop.recursion == nil
}

// choose plans the arguments that choose rows: where, sort, and how many.
func (s *selector) choose(r *rows, f *fieldModel, c collected, node, link *typeModel, scope scope, at place) error {
	var err error
	field := c.fields[0]
	if def := f.arguments["where"]; def != nil {
		where := s.argument(field, def, at)
		if r.where, err = s.where(where, def.Type.Name(), subject{node: node, link: link, scope: scope}); err != nil {
			return err
		}
		if err := s.weigh(r.where, where.place); err != nil {
			return err
		}
	}
	if def := f.arguments["sort"]; def != nil {
		if r.sort, err = s.sort(s.argument(field, def, at), def.Type.Name(), node, link, scope); err != nil {
			return err
		}
	}
	switch r.from.(type) {
	case nodesOf, byText:
		r.where = tidy(append(asAll(s.known(node, scope)), asAll(r.where)...))
	}
	if len(r.sort) == 0 && f.rel.levels > 0 { // nearest first
		r.sort = []sortKey{{property: depthName, typ: "Int", edge: true, required: true}}
	}
	if len(r.sort) > 0 && !f.connection() {
		r.sort = complete(*r)
	}
	if err := s.page(r, f, c, at); err != nil {
		return err
	}
	if from, everywhere := r.from.(nodesOf); everywhere {
		r.way = s.anchor(r.where, from.labels, s.met(*r, from.labels), at)
		if f.connection() {
			r.every = s.anchor(r.where, from.labels, 0, at.at(ast.PathName("all")))
		}
	}
	return nil
}

// computed plans a @cypher field.
func (s *selector) computed(f *fieldModel, c collected, scope scope, at place) (value, error) {
	first := len(s.params)
	lines, args := s.written(f, question.Parse(strings.TrimSpace(f.cypher.text)), c, nil, nil, scope, at)
	if text, ok := soleExpression(lines, f.cypher.column); ok {
		e := expression{f.def.Name, cypher.Template{Text: text, Names: args}, f.def.Type.Name(), f.many()}
		if f.target == nil {
			return e, nil
		}
		return s.rows(f, c, elements{of: e, list: f.many()}, scope, at)
	}
	from := computed{name: f.def.Name, text: lines, column: f.cypher.column, args: args, over: true, scope: scope}
	from.basis = f.target != nil && f.target.role == plainType && f.target.fields["basis"] != nil
	r := rows{from: from, page: -1, one: !f.many()}
	if err := s.page(&r, f, c, at); err != nil {
		return nil, err
	}
	if f.target == nil {
		r.of = property{"", f.def.Type.Name(), false}
		return r, nil
	}
	defer s.below(r, first)()
	of, err := s.object(f.target, c.sets(), scope, at)
	r.of = of
	return r, err
}
