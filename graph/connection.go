package graph

// connection.go plans fields that answer with edges, pageInfo and totalCount,
// reading only what is selected of them.

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// connection plans a connection over the rows of from.
func (s *selector) connection(f *fieldModel, c collected, from source, scope scope, at place) (value, error) {
	node := f.target.node()
	conn := &connection{rows: rows{from: from, page: -1, unread: !s.readsRows(f, c)}}
	first := s.begin(from) // the parameters from here on are this connection's
	if err := s.choose(&conn.rows, f, c, node, f.rel.link, scope, at); err != nil {
		return nil, err
	}
	leave := s.below(conn.rows, first)
	fields, err := s.connectionFields(conn, f.target, c.sets(), scope, at)
	leave()
	if err != nil {
		return nil, err
	}
	conn.fields = fields
	s.window(conn, f, c, scope, first, at)
	return conn, nil
}

// readsRows tells whether anything but the rows' number is selected.
func (s *selector) readsRows(f *fieldModel, c collected) bool {
	return slices.ContainsFunc(s.collect(s.model.schema.Types[f.target.name], c.sets()), func(c collected) bool {
		return c.name() == "edges" || c.name() == "pageInfo"
	})
}

// complete makes the order total, so that equal rows do not change places from
// one request to the next, and a place can be told by its keys.
//
// That a property is never absent is the schema's word and not the database's:
// only ids and keys are taken at it, what the source itself makes, and the key by which an index gives the
// order, since an index holds no row without one. Of all others a cursor may
// hold none, and still has rows behind it.
func complete(r rows) []sortKey {
	var keys []sortKey
	for _, key := range r.sort {
		known := slices.ContainsFunc(keys, func(k sortKey) bool { return k.subject() == key.subject() && k.from == key.from })
		if known { // a second time it decides nothing
			continue
		}
		identifies := key.edge && madeEdges(r.from) || key.property == "id" && !key.edge || key.property == "key" && key.edge
		key.required = key.required && (identifies || len(keys) == 0 && ordered(r.from))
		key.unique = key.unique && key.required
		keys = append(keys, key)
	}
	if from, ok := r.from.(across); ok && !r.distinct && !madeEdges(r.from) && from.hop.via == nil { // one node may have several edges here
		byID, byKey := false, false
		for i := range keys {
			byID = byID || keys[i].property == "id" && !keys[i].edge
			byKey = byKey || keys[i].property == "key" && keys[i].edge
			keys[i].unique = false
		}
		if byKey { // no two edges have the same
			return keys
		}
		if !byID {
			keys = append(keys, sortKey{property: "id", typ: "ID", required: true})
		}
		return append(keys, sortKey{property: "key", typ: "ID", edge: true, required: true, unique: true})
	}
	if slices.ContainsFunc(keys, func(k sortKey) bool { return k.unique }) {
		return keys
	}
	last := sortKey{property: "id", typ: "ID", required: true, unique: true}
	if from, ok := r.from.(computed); ok && from.column == "" {
		last.property = rowKey
	}
	for i := range keys { // of a union, say, over whose types no one constraint stands
		if keys[i].property == last.property && !keys[i].edge {
			keys[i].unique = true
			return keys
		}
	}
	return append(keys, last)
}

// madeEdges tells whether an edge is no relationship but a map that the source
// makes: one for each node, and no property is absent.
func madeEdges(from source) bool {
	switch from := from.(type) {
	case across:
		return from.hop.recursion != nil
	case byText:
		return true
	}
	return false
}

// ordered tells whether an index can give the order of the rows by a property.
func ordered(from source) bool {
	nodes, ok := from.(nodesOf)
	return ok && len(nodes.labels) == 1
}

// followed are the fields below which relationships are followed anew.
var followed = []string{"edges", "node", "properties"}

// connectionFields collects the fields of the connection and of what belongs
// to it alone: its pageInfo and its edges.
func (s *selector) connectionFields(conn *connection, t *typeModel, sets []ast.SelectionSet, scope scope, at place) ([]connectionField, error) {
	var fields []connectionField
	for _, c := range s.collect(s.model.schema.Types[t.name], sets) {
		at := at.at(ast.PathName(c.key))
		if !slices.Contains(followed, c.name()) {
			if err := chosenAbove(c, at); err != nil {
				return nil, err
			}
		}
		scope, err := s.fieldScope(scope, c, at)
		if err != nil {
			return nil, err
		}
		field := connectionField{key: c.key, name: c.name(), column: -1}
		switch c.name() {
		case "__typename":
			field.name, field.below = "__typename", []connectionField{{name: t.name}}
		case "totalCount":
			conn.total = true
		case "cursor", "startCursor", "endCursor":
			conn.cursors = true
		case "hasPreviousPage":
			conn.previous = true
		case "hasNextPage":
			conn.next = true
		case "edges", "pageInfo":
			if field.below, err = s.connectionFields(conn, t.fields[c.name()].target, c.sets(), scope, at); err != nil {
				return nil, err
			}
		case "node", "properties":
			of, err := s.object(t.fields[c.name()].target, c.sets(), scope, at)
			if err != nil {
				return nil, err
			}
			field.column = len(conn.columns)
			conn.columns = append(conn.columns, edgeColumn{c.name() == "properties", of})
		default: // what is read of all rows together, or the edge's own, such as a score
			f := t.fields[c.name()]
			if _, asked := conn.rows.from.(computed); !asked && (c.name() == "aggregate" || c.name() == "facets") {
				part, err := s.part(conn, t, c, scope, at)
				if err != nil {
					return nil, err
				}
				field.column = len(conn.parts)
				conn.parts = append(conn.parts, part)
				break
			}
			if !f.whole() {
				field.column = len(conn.columns)
				conn.columns = append(conn.columns, edgeColumn{true, property{f.property, f.def.Type.Name(), f.many()}})
				break
			}
			for _, c := range s.collect(s.model.schema.Types[f.target.name], c.sets()) {
				if err := chosenAbove(c, at.at(ast.PathName(c.key))); err != nil {
					return nil, err
				}
			}
			of, err := s.object(f.target, c.sets(), scope, at)
			if err != nil {
				return nil, err
			}
			field.column, field.whole = len(conn.whole), true
			conn.whole = append(conn.whole, of)
		}
		fields = append(fields, field)
	}
	return fields, nil
}

// part plans what is told of all rows.
func (s *selector) part(conn *connection, t *typeModel, c collected, scope scope, at place) (value, error) {
	of := t.fields[c.name()].target
	if c.name() == "aggregate" {
		return s.aggregation(conn, of, t.node(), c.sets(), at)
	}
	facets, err := s.facets(conn.rows.all(), nil, of, t.node(), c.sets(), scope, at)
	return nested{facets}, err
}
