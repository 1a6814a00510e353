package graph

// planprint.go prints plans, for people who want to see what an operation was
// taken to ask, and for the tests' golden cases.

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"guanxi/graph/cypher"
)

// String prints the plan as an indented tree.
func (p *plan) String() string {
	t := &tree{scope: everyday}
	t.object(p.root)
	return t.String()
}

type tree struct {
	strings.Builder
	depth int
	scope scope // of what is printed
}

func (t *tree) line(format string, args ...any) {
	t.WriteString(strings.Repeat("  ", t.depth))
	fmt.Fprintf(t, format, args...)
	t.WriteByte('\n')
}

func (t *tree) within(f func()) {
	t.depth++
	f()
	t.depth--
}

func (t *tree) object(o *object) {
	if o.scope.weakest != "" && o.scope != t.scope {
		defer func(outer scope) { t.scope = outer }(t.scope)
		t.scope = o.scope
		t.line("statements: %s", o.scope)
	}
	var printed []variant
	for _, v := range o.variants {
		if len(v.fields) == 0 || slices.ContainsFunc(printed, v.same) {
			continue
		}
		printed = append(printed, v)
		if v.t == nil {
			t.variant(o, v)
			continue
		}
		var names []string
		for _, other := range o.variants {
			if other.same(v) {
				names = append(names, other.t.name)
			}
		}
		t.line("on %s", strings.Join(names, ", "))
		t.within(func() { t.variant(o, v) })
	}
}

// same tells whether the variants answer alike, but for the type's name.
func (v variant) same(w variant) bool {
	return slices.EqualFunc(v.fields, w.fields, func(f, g selected) bool { return f.key == g.key && f.column == g.column })
}

func (t *tree) variant(o *object, v variant) {
	for _, f := range v.fields {
		if f.column < 0 {
			t.line("%s: typename", f.key)
			continue
		}
		t.value(f.key, o.columns[f.column])
	}
}

func (t *tree) value(key string, v value) {
	switch v := v.(type) {
	case property:
		t.line("%s: property %s", key, v.name)
	case expression:
		t.line("%s: expression %s%s", key, v.name, named(v.template.Names))
	case rows:
		word := "list"
		if v.one {
			word = "one"
		}
		t.line("%s: %s of %s%s", key, word, describe(v.from), v.chosen())
		t.within(func() {
			if of, ok := v.of.(*object); ok {
				t.object(of)
			}
		})
	case *connection:
		side := ""
		if v.backward {
			side = ", turned round"
		}
		t.line("%s: connection of %s%s%s", key, describe(v.rows.from), v.rows.chosen(), side)
		t.within(func() { t.connection(v, v.fields) })
	case *aggregation:
		t.line("%s: aggregate", key)
		t.within(func() { t.object(v.of) })
	case aggregated:
		t.line("%s: %s", key, v.aggregate)
	case nested:
		t.line("%s:", key)
		t.within(func() { t.object(v.of) })
	}
}

func (t *tree) connection(c *connection, fields []connectionField) {
	for _, f := range fields {
		switch {
		case f.name == "aggregate" || f.name == "facets" && !f.whole:
			t.value(f.key, c.parts[f.column])
		case f.whole:
			t.line("%s: %s", f.key, f.name)
			t.within(func() { t.object(c.whole[f.column]) })
		case f.column >= 0:
			t.line("%s: %s", f.key, f.name)
			if of, ok := c.columns[f.column].of.(*object); ok {
				t.within(func() { t.object(of) })
			}
		case f.name == "__typename":
			t.line("%s: typename", f.key)
		default:
			t.line("%s: %s", f.key, f.name)
			t.within(func() { t.connection(c, f.below) })
		}
	}
}

// named prints a hand-written statement's arguments by name.
func named(args map[string]cypher.Expr) string {
	var texts []string
	for _, name := range slices.Sorted(maps.Keys(args)) {
		texts = append(texts, name+" "+cypher.Text(args[name]))
	}
	if texts == nil {
		return ""
	}
	return " (" + strings.Join(texts, ", ") + ")"
}

// chosen describes which rows, in which order, and how many.
func (r rows) chosen() string {
	var text strings.Builder
	if r.way.way != nil && !r.way.onAll() {
		text.WriteString(", from " + r.way.String())
	} else if where := show(r.where); where != "" {
		text.WriteString(", where " + where)
	}
	for i, key := range r.sort {
		word := ", by "
		if i > 0 {
			word = ", then "
		}
		text.WriteString(word + key.String())
	}
	if r.skip != nil {
		text.WriteString(", skip " + cypher.Text(r.skip))
	}
	if r.limit != nil && !r.one {
		text.WriteString(", limit " + cypher.Text(r.limit))
	}
	return text.String()
}

func (k sortKey) String() string {
	text := k.subject()
	if k.from != nil {
		text += " from " + cypher.Text(k.from)
	}
	if k.descending {
		text += " descending"
	}
	return text
}

func describe(from source) string {
	switch from := from.(type) {
	case nodesOf:
		return strings.Join(from.labels, "|")
	case across:
		return from.hop.String()
	case byText:
		return strings.Join(from.labels, "|") + " by " + from.index + " " + cypher.Text(from.phrase)
	case computed:
		return from.name + named(from.args) + from.computation.reading()
	case grouped:
		return from.String()
	case elements:
		switch of := from.of.(type) {
		case property:
			return "." + of.name
		case expression:
			return of.name
		}
	}
	return ""
}

func (h hop) String() string {
	types, labels := strings.Join(h.types, "|"), strings.Join(h.labels, "|")
	if h.via != nil {
		near, far := "-"+types+"-> ", " <-"+types+"- "
		if h.rel.direction == cypher.In {
			near, far = "<-"+types+"- ", " -"+types+"-> "
		}
		return near + strings.Join(h.via, "|") + far + labels
	}
	if h.recursion != nil {
		types += fmt.Sprintf("*1..%d", h.recursion.max)
		if h.recursion.depth != nil {
			labels += " to depth " + cypher.Text(h.recursion.depth)
		}
	}
	if h.rel.direction == cypher.In {
		return "<-" + types + "- " + labels
	}
	return "-" + types + "-> " + labels
}

// show prints a predicate; empty if it asks nothing.
func show(p predicate) string {
	switch p := p.(type) {
	case allOf:
		return joined(p, " and ")
	case anyOf:
		if len(p) == 0 {
			return "never"
		}
		return joined(p, " or ")
	case negate:
		if p.of == nil {
			return "never"
		}
		return "not (" + show(p.of) + ")"
	case test:
		text := edgeWord(p.edge) + p.property + " " + p.group + p.operator.name
		if p.operand != "" {
			text += " $" + string(p.operand)
		}
		return text + named(p.beside)
	case missing:
		return edgeWord(p.edge) + p.property + " is missing"
	case isOne:
		if len(p.labels) == 0 {
			return "never"
		}
		return "is " + strings.Join(p.labels, "|")
	case related:
		where := show(p.where)
		if where != "" {
			where = " where " + where
		}
		return fmt.Sprintf("%s (%s%s)", p.quantifier, p.hop, where)
	case together:
		return fmt.Sprintf("together (%s: %s)", p.hop, show(p.where))
	}
	return ""
}

func edgeWord(edge bool) string {
	if edge {
		return "edge "
	}
	return ""
}

func joined(parts []predicate, word string) string {
	var texts []string
	for _, part := range parts {
		text := show(part)
		any, _ := part.(anyOf)
		all, _ := part.(allOf)
		if len(parts) > 1 && len(any)+len(all) > 1 {
			text = "(" + text + ")"
		}
		if text != "" {
			texts = append(texts, text)
		} else if word == " or " {
			texts = append(texts, "always")
		}
	}
	return strings.Join(texts, word)
}
