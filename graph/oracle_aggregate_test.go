package graph_test

// oracle_aggregate_test.go says what rows come to: selected, in conditions, and
// as what lists are sorted by.

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/vektah/gqlparser/v2/ast"
)

// several are rows taken together.
type several struct {
	rows       []row
	node, link *ast.Definition
}

// value is what the rows come to by the way of these keys, such as node, amount,
// sum. It is nil where there is nothing to bring together.
func (s several) value(keys []string) any {
	nodes := distinct(slices.Clone(s.rows))
	if keys[0] == "count" {
		if keys[1] == "edges" {
			return int64(len(s.rows))
		}
		return int64(len(nodes))
	}
	var values []any
	add := func(props map[string]any, def *ast.Definition) {
		if v := props[property(def.Fields.ForName(keys[1]))]; v != nil {
			values = append(values, v)
		}
	}
	if keys[0] == "edge" {
		for _, r := range s.rows {
			add(r.edge.props, s.link)
		}
	} else {
		for _, r := range nodes {
			add(r.node.props, s.node)
		}
	}
	return bring(keys[2], values)
}

// bring brings values together; a sum of nothing is 0, all else is nothing.
func bring(function string, values []any) any {
	if name, ok := strings.CutSuffix(function, "Length"); ok {
		function = map[string]string{"shortest": "min", "longest": "max", "average": "average"}[name]
		for i, v := range values {
			values[i] = int64(utf8.RuneCountInString(v.(string)))
		}
	}
	if function == "sum" {
		return sum(values)
	}
	if len(values) == 0 {
		return nil
	}
	switch function {
	case "average":
		switch total := sum(values).(type) {
		case int64:
			return float64(total) / float64(len(values))
		case float64:
			return total / float64(len(values))
		}
	case "min", "earliest":
		return slices.MinFunc(values, compare)
	case "max", "latest":
		return slices.MaxFunc(values, compare)
	}
	slices.SortFunc(values, func(a, b any) int { // shortest, longest
		by := utf8.RuneCountInString(a.(string)) - utf8.RuneCountInString(b.(string))
		if function == "longest" {
			by = -by
		}
		if by == 0 {
			by = compare(a, b)
		}
		return by
	})
	return values[0]
}

func sum(values []any) any {
	whole, total := int64(0), 0.0
	for _, v := range values {
		switch v := v.(type) {
		case int64:
			whole += v
		case float64:
			total += v
		}
	}
	if total != 0 {
		return total
	}
	return whole
}

// A wayDown is a place below `aggregate`.
type wayDown struct {
	several
	keys []string
}

// below is what a key of an aggregate answers with.
func (w wayDown) below(fd *ast.FieldDefinition) any {
	keys := append(slices.Clone(w.keys), fd.Name)
	if len(keys) == 3 || keys[0] == "count" && len(keys) == 2 {
		return w.value(keys)
	}
	return wayDown{w.several, keys}
}

// together judges a condition on what rows come to.
func (o *oracle) together(input *ast.Definition, condition map[string]any, w wayDown) truth {
	all := yes
	for name, part := range condition {
		if part == nil {
			continue
		}
		fd := input.Fields.ForName(name)
		def := o.schema.Types[fd.Type.Name()]
		switch {
		case name == "AND" || name == "OR":
			one := either(name == "AND")
			for _, item := range part.([]any) {
				if t := o.together(def, item.(map[string]any), w); name == "AND" {
					one = min(one, t)
				} else {
					one = max(one, t)
				}
			}
			all = min(all, one)
		case name == "NOT":
			all = min(all, o.together(def, part.(map[string]any), w).not())
		default:
			below, deeper := w.below(fd).(wayDown)
			if deeper {
				all = min(all, o.together(def, part.(map[string]any), below))
			} else {
				all = min(all, o.tests(def, part.(map[string]any), w.below(fd)))
			}
		}
	}
	return all
}

// relatedKey reads a sort key under a relationship field: of the one node, or of
// what all come to. It is nil if there is none.
func (o *oracle) relatedKey(fd *ast.FieldDefinition, part map[string]any, basis scope) *sortKey {
	if o.nodeType(fd).Name == fd.Type.Name() {
		for name, direction := range part {
			inner := o.sortKey(o.nodeType(fd), nil, name, direction, basis)
			if inner == nil {
				return nil
			}
			return &sortKey{func(r row) any {
				rows := o.candidates(r.node, fd, basis)
				o.sort(rows, nil)
				if len(rows) == 0 {
					return nil
				}
				return inner.read(rows[0])
			}, inner.descending}
		}
	}
	direction, _ := part["aggregate"].(map[string]any)
	var keys []string
	for direction != nil {
		var next any
		for name := range direction { // the only one
			keys, next = append(keys, name), direction[name]
		}
		if down, ok := next.(string); ok {
			return &sortKey{func(r row) any {
				return several{o.candidates(r.node, fd, basis), o.nodeType(fd), o.linkType(fd)}.value(keys)
			}, down == "DESC"}
		}
		direction, _ = next.(map[string]any)
	}
	return nil
}
