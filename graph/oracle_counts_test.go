package graph_test

// oracle_counts_test.go tells what counts: a relationship by one of its entries, a
// node by what named it on the day.

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// counts tells whether the relationship is of the type and supported as the scope
// asks.
func counts(e *edge, typ string, s scope) bool {
	switch {
	case e.typ != typ && (e.typ != typ+"_INFERRED" || s.basis != "INFERRED"):
		return false
	case typ == "STATES":
		return (s.basis != "STATED" || e.props["basis"] == "STATED") && notAfter(e.props["known"], s.knownOn)
	}
	sources, _ := e.props["sources"].([]any)
	for i := range sources {
		if entryCounts(e.props, i, s) {
			return true
		}
	}
	return false
}

// entryCounts tells whether the entry of that number counts.
func entryCounts(props map[string]any, i int, s scope) bool {
	at := func(name string) string { return props[name].([]any)[i].(string) }
	if b := at("bases"); b == "INFERRED" && s.basis != "INFERRED" || b == "IMPLIED" && s.basis == "STATED" {
		return false
	}
	if !notAfter(at("knowns"), s.knownOn) {
		return false
	}
	if s.validOn == "" {
		return true
	}
	from, to := at("validFroms"), at("validTos")
	if from == "0001-01-01" { // it counts from when it was known, or on its last day
		from = min(at("knowns"), to)
	}
	return from <= s.validOn && s.validOn <= to
}

// notAfter tells whether something is of the day or before; no day, no matter.
func notAfter(v any, day string) bool {
	known, dated := v.(string)
	return day == "" || dated && known <= day
}

// known tells whether a node among those of def was known, as @known has it.
func (o *oracle) known(n *node, def *ast.Definition, s scope) bool {
	if s.knownOn == "" {
		return true
	}
	def = o.concrete(def, n)
	d := def.Directives.ForName("known")
	for _, name := range def.Interfaces {
		if d == nil {
			d = o.schema.Types[name].Directives.ForName("known")
		}
	}
	if d == nil || len(d.Arguments.ForName("since").Value.Children) == 0 {
		return true
	}
	for _, child := range d.Arguments.ForName("since").Value.Children {
		if fd := def.Fields.ForName(child.Value.Raw); !leads(fd) {
			if v := n.props[property(fd)]; v != nil {
				return notAfter(v, s.knownOn)
			}
			continue
		}
		s.validOn = ""
		if s.basis == "STATED" {
			s.basis = "IMPLIED"
		}
		return slices.ContainsFunc(n.in, func(e *edge) bool {
			return counts(e, "STATES", s) && o.bears(e.from, o.schema.Types["Source"], s)
		})
	}
	return false
}
