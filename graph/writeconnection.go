package graph

// writeconnection.go writes connections: edges, where their page lies, and how
// many rows there are in all.

import (
	"slices"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
)

func (s *connectionShape) write(w *writer, v any) bool {
	columns, ok := v.([]any)
	if !ok {
		return w.fail("the database gave a %T where the columns of a connection were asked for", v)
	}
	page := connectionPage{s: s, columns: columns}
	if s.edges {
		rows, _ := columns[0].([]any)
		page.rows = w.cut(s.page, rows)
		more := len(page.rows) < len(rows)
		page.previous, page.next = more && s.backward || isTrue(columns[s.previous]), more && !s.backward || isTrue(columns[s.next])
		if s.backward {
			slices.Reverse(page.rows)
		}
	}
	if s.total < len(columns) {
		page.total, _ = columns[s.total].(int64)
	}
	return page.object(w, s.fields, nil)
}

// A connectionPage is a connection while it is written.
type connectionPage struct {
	s              *connectionShape
	columns        []any
	rows           []any
	previous, next bool // whether there are rows before the page, and behind it
	total          int64
}

// isTrue reads a column that tells yes or no; the column of the rows, which
// stands in where there is none, does neither.
func isTrue(v any) bool {
	yes, _ := v.(bool)
	return yes
}

// object writes fields of the connection, of its pageInfo, or of the edge row.
func (p *connectionPage) object(w *writer, fields []connectionField, row []any) bool {
	w.buf = append(w.buf, '{')
	for i := range fields {
		if i > 0 {
			w.buf = append(w.buf, ',')
		}
		w.buf = append(appendString(w.buf, fields[i].key), ':')
		w.path = append(w.path, ast.PathName(fields[i].key))
		ok := p.field(w, &fields[i], row)
		w.path = w.path[:len(w.path)-1]
		if !ok {
			return false
		}
	}
	w.buf = append(w.buf, '}')
	return true
}

func (p *connectionPage) field(w *writer, f *connectionField, row []any) bool {
	switch f.name {
	case "__typename":
		w.buf = appendString(w.buf, f.below[0].name)
	case "totalCount":
		w.buf = strconv.AppendInt(w.buf, p.total, 10)
	case "pageInfo":
		return p.object(w, f.below, nil)
	case "hasNextPage":
		w.buf = strconv.AppendBool(w.buf, p.next)
	case "hasPreviousPage":
		w.buf = strconv.AppendBool(w.buf, p.previous)
	case "cursor":
		p.cursor(w, row)
	case "startCursor", "endCursor":
		if len(p.rows) == 0 {
			w.buf = append(w.buf, "null"...)
			return true
		}
		at := 0
		if f.name == "endCursor" {
			at = len(p.rows) - 1
		}
		row, _ := p.rows[at].([]any)
		p.cursor(w, row)
	case "edges":
		return w.list(len(p.rows), false, func(i int) bool {
			row, ok := p.rows[i].([]any)
			return ok && p.object(w, f.below, row)
		})
	case "aggregate", "facets":
		part := p.s.parts
		if f.whole {
			part = p.s.whole
		}
		return w.nullable(part[f.column].shape, p.columns[part[f.column].at], false)
	default: // node, properties
		column := p.s.columns[f.column]
		return w.nullable(column.shape, row[column.at], false)
	}
	return true
}

func (p *connectionPage) cursor(w *writer, row []any) {
	w.buf = appendString(w.buf, encodeCursor(w.stamps[p.s.page], row[p.s.keys:]))
}
