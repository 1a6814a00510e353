package graph

// emit.go turns a plan into Cypher and, along with it, the shape in which the
// statement's one record is to be written. An object becomes a list with a
// place for each of its columns, rows become COLLECT { … } of such lists.

import (
	"maps"
	"slices"
	"strconv"

	"guanxi/graph/cypher"
)

// An emitter makes the statement of one plan.
type emitter struct {
	model      *model
	vars       int
	aggregated map[*aggregate]cypher.Expr // those of the aggregation at hand

	apart       string       // what begins the names that it makes, where others stand beside them
	aggregating int          // how many aggregating clauses there are so far
	hoisted     cypher.Query // what has to stand before the clause at hand: hoist.go
}

func newEmitter(m *model) *emitter {
	return &emitter{model: m, aggregated: map[*aggregate]cypher.Expr{}}
}

// emit gives the statement and the shape of its record, a column a root.
func (e *emitter) emit(p *plan) (cypher.Query, *objectShape) {
	shape, exprs := e.object(p.root, "")
	items := make([]cypher.Item, len(exprs))
	for i, expr := range exprs {
		items[i] = cypher.Item{Expr: expr, As: cypher.Var("f" + strconv.Itoa(i))}
	}
	items = append(items, absences(p.references)...)
	if len(items) == 0 { // nothing but __typename
		return nil, shape
	}
	return append(e.hoisted, cypher.Return{Items: items}), shape
}

func (e *emitter) fresh(prefix string) cypher.Var {
	e.vars++
	return cypher.Var(e.apart + prefix + strconv.Itoa(e.vars-1))
}

// object gives the columns of an object that at holds, and its shape. The
// concrete type of a node has to be told by its labels, in a column before.
func (e *emitter) object(o *object, at cypher.Var) (*objectShape, []cypher.Expr) {
	s := &objectShape{t: o.t}
	var exprs []cypher.Expr
	if o.t.abstract() && o.tellsType() {
		s.labels = true
		exprs = append(exprs, cypher.Func{Name: "labels", Args: []cypher.Expr{at}})
	}
	shapes := make([]shape, len(o.columns))
	for i, column := range o.columns {
		var expr cypher.Expr
		expr, shapes[i] = e.value(column, at)
		exprs = append(exprs, expr)
	}
	first := len(exprs) - len(o.columns)
	for _, v := range o.variants {
		fields := make([]fieldShape, len(v.fields))
		for i, f := range v.fields {
			fields[i] = newField(f.key, f.t)
			if f.column < 0 {
				fields[i].shape = typenameShape{f.literal}
				continue
			}
			fields[i].at = first + f.column
			fields[i].shape = nest(shapes[f.column], f.t)
		}
		s.add(v.t, fields)
	}
	return s, exprs
}

// tellsType tells whether anything depends on the concrete type.
func (o *object) tellsType() bool {
	for _, v := range o.variants {
		if v.t != nil || slices.ContainsFunc(v.fields, func(f selected) bool { return f.column < 0 }) {
			return true
		}
	}
	return false
}

// value gives the expression and the shape of a column.
func (e *emitter) value(v value, at cypher.Var) (cypher.Expr, shape) {
	switch v := v.(type) {
	case property:
		return e.expr(v, at), e.scalar(v.scalar, v.list)
	case expression:
		return e.expr(v, at), e.scalar(v.scalar, v.list)
	case rows:
		return e.rows(v, at)
	case *connection:
		return e.connection(v, at)
	case *aggregation:
		return e.aggregation(v, at)
	case aggregated:
		return e.aggregated[v.aggregate], e.scalar(v.scalar, false)
	case nested:
		s, exprs := e.object(v.of, at)
		return cypher.List(exprs), s
	}
	panic("graph: no such value")
}

// expr is the property or expression over what at holds.
func (e *emitter) expr(v value, at cypher.Var) cypher.Expr {
	switch v := v.(type) {
	case property:
		return cypher.Prop{Of: at, Name: v.name}
	case expression:
		names := maps.Clone(v.template.Names)
		names["this"] = at
		return cypher.Template{Text: v.template.Text, Names: names}
	}
	panic("graph: no such value")
}

func (e *emitter) scalar(name string, list bool) shape {
	var s shape = e.scalarShape(name)
	if list {
		s = &listShape{of: s, page: -1}
	}
	return s
}

// rows gives COLLECT { the rows, chosen, ordered and cut; what is read of each }.
func (e *emitter) rows(r rows, at cypher.Var) (cypher.Expr, shape) {
	var element shape
	list := e.collected(at, func() (cypher.Query, cypher.Expr) {
		row := e.row(r)
		query := e.bindKeys(e.find(r, row, at), r, &row)
		query = e.order(query, r, row)
		var result cypher.Expr
		switch of := r.of.(type) {
		case *object:
			s, exprs := e.object(of, row.node)
			element, result = s, cypher.List(exprs)
		case property:
			element, result = e.scalarShape(of.scalar), row.node
		}
		return query, result
	})
	if r.one {
		return cypher.Head{List: list}, element
	}
	return list, &listShape{of: element, page: r.page}
}

// A rowVars names what a row holds.
type rowVars struct {
	node cypher.Var
	rel  cypher.Var // empty where nothing asks for the relationship
	of   []string   // of a derived relationship: its properties that are read
	keys map[*relatedKey]cypher.Var
}

// row names the row's variables.
func (e *emitter) row(r rows) rowVars {
	row := rowVars{node: e.fresh("n")}
	if from, ok := r.from.(across); ok && from.hop.via == nil && (from.hop.recursion != nil || from.hop.scope.passing("r", from.hop.rel) != nil) {
		row.rel = e.fresh("r")
	}
	return row
}

// find gives the clauses that find the rows for which the condition holds.
func (e *emitter) find(r rows, row rowVars, at cypher.Var) cypher.Query {
	if r.way.way != nil && !r.way.onAll() {
		return e.way(r.way.way, row)
	}
	if from, ok := r.from.(across); ok && from.hop.via != nil {
		return e.derived(at, from.hop, row, r.where)
	}
	where := e.predicate(r.where, row)
	switch from := r.from.(type) {
	case nodesOf:
		if required := e.indexOrder(r, from.labels, row); required != nil {
			where = cypher.And{required, where}
		}
		return cypher.Query{cypher.Match{Pattern: cypher.Pattern{Node: cypher.Node{Var: row.node, AnyLabel: from.labels}}, Where: flat(where)}}
	case across:
		return e.reach(at, from.hop, row, where)
	case byText:
		return e.search(from, row, where)
	case computed:
		return e.computed(from, row, at)
	case grouped:
		return e.grouped(from, row, at)
	case elements:
		list := e.expr(from.of, at)
		if from.list {
			return filter(cypher.Query{cypher.Unwind{List: list, As: row.node}}, row, where)
		}
		return cypher.Query{cypher.With{Items: []cypher.Item{{Expr: list, As: row.node}}, Where: cypher.NotNull{X: row.node}}}
	}
	panic("graph: no such source")
}

// indexOrder is the condition that lets an index give the order: an index
// holds no nulls, so the planner has to know that there are none to miss.
func (e *emitter) indexOrder(r rows, labels []string, row rowVars) cypher.Expr {
	if len(r.sort) == 0 || r.sort[0].edge || r.sort[0].related != nil || !r.sort[0].required || len(labels) > 1 {
		return nil
	}
	return cypher.NotNull{X: cypher.Prop{Of: row.node, Name: r.sort[0].property}}
}

// pattern is the hop from at to the row.
func (e *emitter) pattern(at cypher.Var, h hop, row rowVars) cypher.Pattern {
	to := cypher.Node{Var: row.node, AnyLabel: h.labels}
	if h.sure {
		to.AnyLabel = nil
	}
	hop := cypher.Hop{Var: row.rel, AnyType: h.types, Direction: h.rel.direction, To: to}
	if h.recursion != nil {
		hop.Max = h.recursion.max
	}
	return cypher.Pattern{Node: cypher.Node{Var: at}, Hops: []cypher.Hop{hop}}
}

// computed runs a hand-written statement where its own variables are out of
// everyone's way, and names its column, or the map of its columns.
func (e *emitter) computed(c computed, row rowVars, at cypher.Var) cypher.Query {
	call := cypher.Call{}
	if c.over {
		call.Import = []cypher.Var{at}
		call.Query = append(call.Query, cypher.With{Items: []cypher.Item{{Expr: at, As: "this"}}})
	}
	call.Query = append(call.Query, cypher.Verbatim{Lines: c.text, Names: c.args})
	var result cypher.Expr = cypher.Var(c.column)
	if c.column == "" {
		entries := cypher.Map{}
		for _, column := range c.columns {
			entries = append(entries, cypher.Entry{Key: column, Value: cypher.Var(column)})
		}
		result = entries
	}
	var where cypher.Expr
	if c.basis {
		where = c.scope.shown(row.node)
	}
	return cypher.Query{call, cypher.With{Items: []cypher.Item{{Expr: result, As: row.node}}, Where: where}}
}

// order adds the clause that orders and cuts the rows.
func (e *emitter) order(query cypher.Query, r rows, row rowVars) cypher.Query {
	if single, ok := r.from.(elements); ok && !single.list {
		return query
	}
	with := cypher.With{Distinct: r.distinct && row.keys == nil, Items: row.items(r), Skip: r.skip, Limit: r.limit}
	for _, key := range r.sort {
		with.OrderBy = append(with.OrderBy, cypher.SortKey{Expr: e.sortValue(key, row), Descending: key.descending})
	}
	last := len(query) - 1
	if before, ok := query[last].(cypher.With); ok && before.Where == nil && len(with.Items) == len(before.Items) {
		with.Distinct, with.Items, query = before.Distinct, before.Items, query[:last] // one clause can do both
	}
	return append(query, with)
}

func (e *emitter) sortValue(key sortKey, row rowVars) cypher.Expr {
	if key.related != nil {
		return row.keys[key.related]
	}
	of := row.node
	if key.edge {
		of = row.rel
	}
	value := cypher.Expr(cypher.Prop{Of: of, Name: key.property})
	if key.from != nil {
		return distance(value, key.from)
	}
	return value
}
