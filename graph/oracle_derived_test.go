package graph_test

// oracle_derived_test.go says in Go what derived relationships are: which nodes
// they lead to, and what is collected on the way.

import (
	"cmp"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// leads tells whether the field is a relationship, stored or derived.
func leads(fd *ast.FieldDefinition) bool { return relationshipType(fd) != "" }

func relationshipType(fd *ast.FieldDefinition) string {
	if d := fd.Directives.ForName("relationship"); d != nil {
		return text(d, "type")
	}
	if d := fd.Directives.ForName("derived"); d != nil {
		return text(d, "through")
	}
	return ""
}

// chosen tells whether the field is a collected list that takes arguments.
func chosen(fd *ast.FieldDefinition) bool {
	return fd.Directives.ForName("collected") != nil && fd.Arguments.ForName("where") != nil
}

// derived are the rows across a derived relationship. Their edges stand for no
// relationship of the graph: they have no type, and hold what is collected.
func (o *oracle) derived(from *node, d *ast.Directive, target *ast.Definition, basis scope) []row {
	through, via := text(d, "through"), o.schema.Types[text(d, "via")]
	var rows []row
	for _, near := range from.out {
		between := near.to
		if !counts(near, through, basis) || !o.bears(between, via, basis) || planned(between, near) {
			continue
		}
		for _, far := range between.in {
			if far.from == from || !counts(far, through, basis) || !o.bears(far.from, target, basis) || planned(between, far) {
				continue
			}
			i := slices.IndexFunc(rows, func(r row) bool { return r.node == far.from })
			if i < 0 {
				i = len(rows)
				rows = append(rows, row{far.from, &edge{props: map[string]any{
					"shared": int64(0), "agreements": []any{}, "initiatives": []any{}, "evidence": []any{},
				}}})
			}
			rows[i].edge.collect(between, near, far)
		}
	}
	return rows
}

// planned is what @derived's unless says, of partners and of colleagues.
func planned(between *node, end *edge) bool {
	status, _ := end.props["status"].(string)
	return strings.HasPrefix(end.typ, "PARTY_TO") && between.props["status"] == "PLANNED" ||
		strings.HasPrefix(end.typ, "MEMBER_OF") && strings.ToUpper(status) == "PLANNED"
}

// collect adds a way: the node between, and the relationships at both sides.
func (e *edge) collect(between *node, ends ...*edge) {
	add := func(name string, v any) bool {
		list := e.props[name].([]any)
		if slices.Contains(list, v) {
			return false
		}
		e.props[name] = append(list, v)
		return true
	}
	add("initiatives", between)
	if add("agreements", between) {
		e.props["shared"] = e.props["shared"].(int64) + 1
		day := cmp.Or(between.props["signedOn"], between.props["startDate"])
		if first := e.props["firstOn"]; day != nil && (first == nil || compare(day, first) < 0) {
			e.props["firstOn"] = day
		}
		if last := e.props["lastOn"]; day != nil && (last == nil || compare(day, last) > 0) {
			e.props["lastOn"] = day
		}
	}
	for _, end := range ends {
		add("evidence", end)
	}
	slices.SortFunc(e.props["evidence"].([]any), func(a, b any) int { return strings.Compare(a.(*edge).key(), b.(*edge).key()) })
}

// said are the properties of a relationship that Relationship.properties gives.
func said(e *edge) any {
	names := map[string][]string{"PARTY_TO": {"role"}, "MEMBER_OF": {"role", "status"}}[strings.TrimSuffix(e.typ, "_INFERRED")]
	properties := map[string]any{}
	for _, name := range names {
		properties[name] = e.props[name]
	}
	return properties
}
