package graph_test

// oracle_rows_test.go answers fields that lead to nodes: by a relationship or
// from everywhere, as a list, as one, or as a connection.

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph"
)

// A row is a node and, unless it comes from everywhere, the relationship that
// leads to it.
type row struct {
	node *node
	edge *edge
}

// A page is what a connection answers with.
type page struct {
	rows   []row
	all    several
	total  int
	more   bool              // behind it
	before bool              // there is something before it
	sorted bool              // by the operation's wish
	cut    *graph.Truncation // to be told, if anyone looks at the rows
}

func (o *oracle) ofPage(p *page, name string) any {
	switch name {
	case "edges", "pageInfo":
		if p.cut != nil {
			o.truncated = append(o.truncated, *p.cut)
			p.cut = nil
		}
		if name == "pageInfo" {
			return p
		}
		edges := make([]any, len(p.rows))
		for i := range p.rows {
			edges[i] = p.rows[i]
		}
		o.unordered[o.keys()] = !p.sorted
		return edges
	case "totalCount":
		return int64(p.total)
	case "hasNextPage":
		return p.more
	case "hasPreviousPage":
		return p.before
	}
	if len(p.rows) == 0 { // startCursor, endCursor
		return nil
	}
	o.cursors[o.keys()] = true
	return "a cursor"
}

// related answers with the nodes at the other end, or with those of a type.
func (o *oracle) related(at any, fd *ast.FieldDefinition, field *ast.Field, basis scope) any {
	target := o.nodeType(fd)
	rows := o.candidates(at, fd, basis)
	if depth, ok := o.argument(fd, field, "maxDepth").(int64); ok {
		rows = climb(o, at.(*node), fd, basis, int(depth))
	}
	list := fd.Type.Elem != nil
	if where := fd.Arguments.ForName("where"); where != nil {
		if condition, ok := o.argument(fd, field, "where").(map[string]any); ok {
			rows = slices.DeleteFunc(rows, func(r row) bool {
				return o.where(o.schema.Types[where.Type.NamedType], condition, subject{row: r, node: target, link: o.linkType(fd), basis: basis}) != yes
			})
		}
	}
	if o.schema.Types[fd.Type.Name()].Fields.ForName("edges") == nil { // nodes, each once
		rows = distinct(rows)
	}
	keys := o.sortKeys(fd, field, basis)
	o.sort(rows, keys)
	if !list && target.Name == fd.Type.Name() { // to-one: the smallest id
		if len(rows) == 0 {
			return nil
		}
		return rows[0].node
	}
	p := &page{all: several{rows, target, o.linkType(fd)}, total: len(rows), sorted: len(keys) > 0}
	if last, ok := o.argument(fd, field, "last").(int64); ok {
		p.rows = rows[max(0, len(rows)-int(last)):]
		p.before = len(p.rows) < len(rows)
		return p
	}
	if offset, ok := o.argument(fd, field, "offset").(int64); ok {
		rows = rows[min(int(offset), len(rows)):]
	}
	name := "first"
	if list {
		name = "limit"
	}
	limit, asked := o.argument(fd, field, name).(int64)
	if !asked {
		limit = o.defaultLimit(fd, target)
	}
	p.rows = rows[:min(int(limit), len(rows))]
	p.more = len(p.rows) < len(rows)
	if p.more && !asked {
		p.cut = &graph.Truncation{Path: slices.Clone(o.path), Limit: int(limit)}
	}
	if !list {
		return p
	}
	var nodes []any
	for _, edge := range o.ofPage(p, "edges").([]any) {
		nodes = append(nodes, edge.(row).node)
	}
	return nodes
}

// candidates are the rows before any condition.
func (o *oracle) candidates(at any, fd *ast.FieldDefinition, basis scope) []row {
	target := o.nodeType(fd)
	var rows []row
	if e, ok := at.(*edge); ok { // what a derived relationship has collected
		for _, n := range e.props[fd.Name].([]any) {
			rows = append(rows, row{node: n.(*node)})
		}
		return rows
	}
	from, ok := at.(*node)
	if !ok {
		for _, n := range o.world.nodes {
			if o.bears(n, target, basis) && o.known(n, target, basis) {
				rows = append(rows, row{node: n})
			}
		}
		return rows
	}
	if d := fd.Directives.ForName("derived"); d != nil {
		return o.derived(from, d, target, basis)
	}
	if fd.Directives.ForName("chain") != nil { // in a condition, as far as the argument's default
		return climb(o, from, fd, basis, 5)
	}
	d := fd.Directives.ForName("relationship")
	edges, end := from.out, func(e *edge) *node { return e.to }
	if text(d, "direction") == "IN" {
		edges, end = from.in, func(e *edge) *node { return e.from }
	}
	for _, e := range edges {
		if counts(e, text(d, "type"), basis) && o.bears(end(e), target, basis) {
			rows = append(rows, row{end(e), e})
		}
	}
	return rows
}

// climb gives what is above a node, step by step: each once, with its depth.
func climb(o *oracle, from *node, fd *ast.FieldDefinition, basis scope, depth int) []row {
	types := strings.Split(text(fd.Directives.ForName("relationship"), "type"), "|")
	seen, level := map[*node]bool{from: true}, []*node{from}
	var rows []row
	for step := 1; step <= depth; step++ {
		var next []*node
		for _, n := range level {
			for _, e := range n.out {
				if slices.ContainsFunc(types, func(typ string) bool { return counts(e, typ, basis) }) && !seen[e.to] {
					seen[e.to] = true
					next = append(next, e.to)
				}
			}
		}
		for _, n := range next {
			if o.bears(n, o.nodeType(fd), basis) {
				rows = append(rows, row{n, &edge{props: map[string]any{"depth": int64(step)}}})
			}
		}
		level = next
	}
	return rows
}

func distinct(rows []row) []row {
	seen := map[*node]bool{}
	return slices.DeleteFunc(rows, func(r row) bool {
		again := seen[r.node]
		seen[r.node] = true
		return again
	})
}

// A sortKey reads from a row what it is ordered by.
type sortKey struct {
	read       func(row) any
	descending bool
}

// sortKeys are those that the field asks for.
func (o *oracle) sortKeys(fd *ast.FieldDefinition, field *ast.Field, basis scope) []sortKey {
	var keys []sortKey
	items, _ := o.argument(fd, field, "sort").([]any)
	for _, item := range items {
		for name, direction := range item.(map[string]any) {
			if key := o.sortKey(o.nodeType(fd), o.linkType(fd), name, direction, basis); key != nil {
				keys = append(keys, *key)
			}
		}
	}
	return keys
}

// sortKey reads one key of an order, nil if it asks nothing.
func (o *oracle) sortKey(owner, link *ast.Definition, name string, direction any, basis scope) *sortKey {
	fd := owner.Fields.ForName(name)
	part, below := direction.(map[string]any)
	if below && fd != nil {
		return o.relatedKey(fd, part, basis)
	}
	read := func(r row) map[string]any { return r.node.props }
	if below { // node, edge
		if name == "edge" {
			owner, read = link, func(r row) map[string]any { return r.edge.props }
		}
		for name, direction = range part { // the only one
		}
		fd = owner.Fields.ForName(name)
		if part, ok := direction.(map[string]any); ok {
			return o.relatedKey(fd, part, basis)
		}
	}
	if direction == nil {
		return nil
	}
	property := property(fd)
	return &sortKey{func(r row) any { return read(r)[property] }, direction == "DESC"}
}

// sort orders the rows by the keys, then by id and key. What has no value comes
// last, and descending first.
func (o *oracle) sort(rows []row, keys []sortKey) {
	slices.SortFunc(rows, func(a, b row) int {
		for _, key := range keys {
			if order := compareAbsentLast(key.read(a), key.read(b)); order != 0 {
				if key.descending {
					return -order
				}
				return order
			}
		}
		if order := strings.Compare(a.node.id(), b.node.id()); order != 0 || a.edge == nil || a.edge.typ == "" {
			return order
		}
		return strings.Compare(a.edge.key(), b.edge.key())
	})
}

func compareAbsentLast(a, b any) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return compare(a, b)
}

// compare orders two values of one kind. The sum of no decimals is the integer 0.
func compare(a, b any) int {
	switch a := a.(type) {
	case int64:
		if b, decimal := b.(float64); decimal {
			return cmp.Compare(float64(a), b)
		}
		return cmp.Compare(a, b.(int64))
	case float64:
		if b, whole := b.(int64); whole {
			return cmp.Compare(a, float64(b))
		}
		return cmp.Compare(a, b.(float64))
	}
	return strings.Compare(a.(string), b.(string)) // by code point, as the database does
}

// defaultLimit is that of the field, else of the type.
func (o *oracle) defaultLimit(fd *ast.FieldDefinition, target *ast.Definition) int64 {
	for _, directives := range []ast.DirectiveList{fd.Directives, target.Directives} {
		if d := directives.ForName("limit"); d != nil {
			n, _ := strconv.ParseInt(text(d, "default"), 10, 64)
			return n
		}
	}
	return 100
}
