package graph

// aggregate.go plans what the rows of a connection come to: to be selected, as
// `aggregate`, and to be asked for in `where`. (What lists are sorted by stands
// in sortrelated.go.) emitaggregate.go makes Cypher of it.

import (
	"github.com/vektah/gqlparser/v2/ast"
)

// An aggregate is one thing that rows come to: their number, or what a property
// of their nodes, each counted once, or of their relationships comes to.
type aggregate struct {
	function string // one of functions
	property string
	edge     bool
}

func (a aggregate) String() string {
	switch {
	case a.property != "":
		return a.function + " of " + edgeWord(a.edge) + a.property
	case a.edge:
		return "count of edges"
	}
	return "count of nodes"
}

// An aggregation is what rows come to, as an object.
type aggregation struct {
	rows rows
	list aggregates
	of   *object
}

// An aggregated value is one of the aggregation around it.
type aggregated struct {
	*aggregate
	scalar string
}

// A nested object is a part of the one around it.
type nested struct{ of *object }

func (*aggregation) value() {}
func (aggregated) value()   {}
func (nested) value()       {}

// Together is a condition on what the rows across a hop come to.
type together struct {
	hop   hop
	list  aggregates
	where predicate
}

func (together) predicate() {}

// aggregates are those of one aggregation, each once.
type aggregates []*aggregate

func (l *aggregates) add(a aggregate) *aggregate {
	for _, known := range *l {
		if *known == a {
			return known
		}
	}
	*l = append(*l, &a)
	return &a
}

// An aggregatePath is a way down from `aggregate` to one aggregate: by count and
// then nodes or edges; by node or edge, then a property, and then a function.
type aggregatePath struct {
	node, link *typeModel
	part       string
	aggregate
}

// step goes down by a key; the function is known where the way ends.
func (p aggregatePath) step(key string) aggregatePath {
	switch {
	case p.part == "":
		p.part, p.edge = key, key == "edge"
	case p.part == "count":
		p.function, p.edge = "count", key == "edges"
	case p.property != "":
		p.function = key
	case p.edge:
		p.property = p.link.fields[key].property
	default:
		p.property = p.node.fields[key].property
	}
	return p
}

// typ is the type of what the function gives.
func (p aggregatePath) typ() string {
	if gives := functions[p.function].gives; gives != "" {
		return gives
	}
	of := p.node
	if p.edge {
		of = p.link
	}
	return of.byProperty(p.property).def.Type.Name()
}

// aggregation plans the field `aggregate` of a connection.
func (s *selector) aggregation(conn *connection, t *typeModel, node *typeModel, sets []ast.SelectionSet, at place) (value, error) {
	a := &aggregation{rows: conn.rows.all()}
	path := aggregatePath{node: node}
	if from, ok := a.rows.from.(across); ok {
		path.link = from.hop.rel.link
	}
	var err error
	a.of, err = s.aggregates(a, t, path, sets, at)
	return a, err
}

func (s *selector) aggregates(a *aggregation, t *typeModel, path aggregatePath, sets []ast.SelectionSet, at place) (*object, error) {
	return s.partly(t, sets, at, func(f *fieldModel, c collected, at place) (value, error) {
		below := path.step(c.name())
		if below.function != "" {
			return aggregated{a.list.add(below.aggregate), f.def.Type.Name()}, nil
		}
		of, err := s.aggregates(a, f.target, below, c.sets(), at)
		return nested{of}, err
	})
}

// partly plans an object that is a part of what is around it: column tells what
// its fields answer.
func (s *selector) partly(t *typeModel, sets []ast.SelectionSet, at place, column func(*fieldModel, collected, place) (value, error)) (*object, error) {
	o := &object{t: t}
	v := variant{}
	for _, c := range s.collect(s.model.schema.Types[t.name], sets) {
		at := at.at(ast.PathName(c.key))
		at.position = c.fields[0].Position
		if err := chosenAbove(c, at); err != nil {
			return nil, err
		}
		field := selected{key: c.key, column: -1, t: c.fields[0].Definition.Type, literal: t.name}
		if c.name() != "__typename" {
			if err := s.plansColumn(at); err != nil {
				return nil, err
			}
			of, err := column(t.fields[c.name()], c, at)
			if err != nil {
				return nil, err
			}
			field.column = len(o.columns)
			o.columns = append(o.columns, of)
		}
		v.fields = append(v.fields, field)
	}
	o.variants = []variant{v}
	return o, nil
}

// all are the rows of a connection on all pages together.
func (r rows) all() rows {
	r.sort, r.skip, r.limit, r.page, r.way = nil, nil, nil, -1, r.every
	return r
}

// aggregating is what a condition on aggregates speaks of.
type aggregating struct {
	path aggregatePath
	list *aggregates
	of   *aggregate // where the way has ended
}

// together reads a condition on what the rows of f come to; nil if it asks nothing.
func (s *selector) together(f *fieldModel, in input, typ string, sub subject) (predicate, error) {
	t := together{hop: s.hop(f, sub.scope)}
	path := aggregatePath{node: s.nodeType(f), link: f.rel.link}
	where, err := s.where(in, typ, subject{scope: sub.scope, aggregating: &aggregating{path: path, list: &t.list}})
	if where == nil || err != nil {
		return nil, err
	}
	if t.list == nil { // it names none: an empty OR, say
		return where, nil
	}
	t.where = where
	return t, nil
}

// aggregateCondition reads one key on the way down to an aggregate, or the
// operators at its end.
func (s *selector) aggregateCondition(part inputField, t *ast.Type, sub subject) (predicate, error) {
	below := *sub.aggregating
	below.path = below.path.step(part.name)
	sub.aggregating = &below
	if below.path.function == "" {
		return s.where(part.input, t.Name(), sub)
	}
	below.of = &below.path.aggregate
	p, err := s.tests(&fieldModel{property: below.of.String()}, part.input, t.Name(), "", sub)
	if p != nil {
		*below.list = append(*below.list, below.of)
	}
	return p, err
}
