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
	first := len(s.params) // the parameters from here on are this connection's
	if question, ok := from.(computed); ok {
		first = question.first
	}
	if err := s.choose(&conn.rows, f, c, node, f.rel.link, scope, at); err != nil {
		return nil, err
	}
	var err error
	if conn.fields, err = s.connectionFields(conn, f.target, c.sets(), scope, at); err != nil {
		return nil, err
	}
	if from, everywhere := from.(nodesOf); everywhere && conn.total {
		conn.all = s.anchor(conn.rows.where, from.labels, 0, at.at(ast.PathName("totalCount")))
	}
	after := input{}
	if def := f.arguments["after"]; def != nil {
		after = s.argument(c.fields[0], def, at)
	}
	paged := conn.cursors || after.kind == leafInput
	if paged || len(conn.rows.sort) > 0 {
		conn.rows.sort = complete(conn.rows)
	}
	if paged {
		conn.after = s.cursor(conn.rows, after, first)
		conn.after.identity += " " + scope.weakest
	}
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
func complete(r rows) []sortKey {
	var keys []sortKey
	for _, key := range r.sort {
		known := slices.ContainsFunc(keys, func(k sortKey) bool { return k.property == key.property && k.edge == key.edge })
		if !known { // a second time it decides nothing
			keys = append(keys, key)
		}
	}
	if from, ok := r.from.(across); ok && !r.distinct && from.hop.rel.via == nil { // one node may have several edges here
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
			keys = append(keys, sortKey{property: "id", required: true})
		}
		return append(keys, sortKey{property: "key", edge: true, required: true, unique: true})
	}
	if slices.ContainsFunc(keys, func(k sortKey) bool { return k.unique }) {
		return keys
	}
	last := sortKey{property: "id", required: true, unique: true}
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

// connectionFields collects the fields of the connection and of what belongs
// to it alone: its pageInfo and its edges.
func (s *selector) connectionFields(conn *connection, t *typeModel, sets []ast.SelectionSet, scope scope, at place) ([]connectionField, error) {
	var fields []connectionField
	for _, c := range s.collect(s.model.schema.Types[t.name], sets) {
		at := at.at(ast.PathName(c.key))
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
		}
		fields = append(fields, field)
	}
	return fields, nil
}
