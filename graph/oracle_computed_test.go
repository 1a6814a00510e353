package graph_test

// oracle_computed_test.go says in Go what the schema's hand-written Cypher and
// the question `node` say, and reads the rest of the directives.

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// computed answers a @cypher field.
func (o *oracle) computed(at any, fd *ast.FieldDefinition, field *ast.Field, basis scope) any {
	switch fd.Name {
	case "label":
		lang, _ := o.argument(fd, field, "lang").(string)
		return label(at.(*node).props, lang)
	case "inferred":
		return at.(*node).labels["Entity_INFERRED"]
	case "names":
		return names(at.(*node).props)
	case "identifiers":
		return identifiers(at.(*node))
	case "type":
		return strings.TrimSuffix(at.(*edge).typ, "_INFERRED")
	case "from":
		return at.(*edge).from
	case "to":
		return at.(*edge).to
	case "properties":
		return said(at.(*edge))
	case "evidence":
		return o.evidence(at.(*edge).props, basis)
	}
	panic("oracle: nobody told what " + fd.Name + " is; say it in computed()")
}

func label(props map[string]any, lang string) any {
	langs, _ := props["nameLangs"].([]any)
	exact := func(l string) bool { return l == lang || strings.HasPrefix(l, lang+"-") }
	alike := func(l string) bool {
		is, _, _ := strings.Cut(l, "-")
		asked, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(lang, "_", "-")), "-")
		return is == asked
	}
	for _, fits := range []func(string) bool{exact, alike} {
		if i := slices.IndexFunc(langs, func(l any) bool { return lang != "" && fits(l.(string)) }); i >= 0 {
			return props["names"].([]any)[i]
		}
	}
	if what, ok := props["what"].(string); ok && props["name"] == nil && props["title"] == nil && props["text"] != nil {
		return what + ": " + props["text"].(string)
	}
	for _, name := range []string{"name", "title", "what", "id"} {
		if props[name] != nil {
			return props[name]
		}
	}
	return nil
}

func names(props map[string]any) any {
	var list []any
	values, _ := props["names"].([]any)
	for i := range values {
		list = append(list, map[string]any{"lang": props["nameLangs"].([]any)[i], "value": values[i]})
	}
	return list
}

func identifiers(n *node) any {
	var list []any
	for _, e := range n.in {
		if e.typ == "SAME_AS" && e.from.labels["Identifier"] {
			list = append(list, e.from.id())
		}
	}
	slices.SortFunc(list, compare)
	return list
}

// evidence are the entries of a relationship that count.
func (o *oracle) evidence(props map[string]any, basis scope) any {
	var list []any
	at := func(name string, i int, absent string) any {
		if v := props[name].([]any)[i]; v != absent {
			return v
		}
		return nil
	}
	sources, _ := props["sources"].([]any)
	for i, id := range sources {
		entry := map[string]any{
			"locator": at("locators", i, "none"), "basis": at("bases", i, ""), "note": at("notes", i, ""), "known": at("knowns", i, ""),
			"validFrom": at("validFroms", i, "0001-01-01"), "validTo": at("validTos", i, "9999-12-31"),
		}
		if entryCounts(props, i, basis) {
			for _, n := range o.world.nodes {
				if n.id() == id && o.bears(n, o.schema.Types["Source"], basis) {
					entry["source"] = n
					list = append(list, entry)
				}
			}
		}
	}
	return list
}

// question answers `node`: by its own id, or by one that leads to it.
func (o *oracle) question(fd *ast.FieldDefinition, field *ast.Field, basis scope) any {
	if fd.Name != "node" {
		panic("oracle: nobody told what " + fd.Name + " asks; say it in question()")
	}
	id, entity := o.argument(fd, field, "id"), o.schema.Types["Entity"]
	for _, n := range o.world.nodes {
		if n.id() != id {
			continue
		}
		if o.bears(n, entity, basis) {
			if !o.known(n, entity, basis) {
				continue
			}
			return n
		}
		for _, e := range n.out {
			if n.labels["Identifier"] && e.typ == "SAME_AS" && o.bears(e.to, entity, basis) && o.known(e.to, entity, basis) {
				return e.to
			}
		}
	}
	return nil
}

// bears tells whether the node is of the type: by a label, or by one of the
// type's types where it has no label.
func (o *oracle) bears(n *node, def *ast.Definition, basis scope) bool {
	if def.Directives.ForName("node") == nil {
		return slices.ContainsFunc(possible(o.schema, def), func(d *ast.Definition) bool { return o.bears(n, d, basis) })
	}
	return n.labels[def.Name] || basis.basis == "INFERRED" && n.labels[def.Name+"_INFERRED"]
}

// concrete is the type of the node among those of def.
func (o *oracle) concrete(def *ast.Definition, n *node) *ast.Definition {
	for _, d := range possible(o.schema, def) {
		if o.bears(n, d, scope{basis: "INFERRED"}) {
			return d
		}
	}
	panic("oracle: " + n.id() + " is no " + def.Name)
}

// possible are the object types of def, by name.
func possible(schema *ast.Schema, def *ast.Definition) []*ast.Definition {
	var types []*ast.Definition
	for _, d := range schema.Types {
		if d.Kind == ast.Object && (d == def || slices.Contains(d.Interfaces, def.Name)) {
			types = append(types, d)
		}
	}
	slices.SortFunc(types, func(a, b *ast.Definition) int { return strings.Compare(a.Name, b.Name) })
	return types
}

// nodeType is the type of the nodes that the field leads to.
func (o *oracle) nodeType(fd *ast.FieldDefinition) *ast.Definition {
	def := o.schema.Types[fd.Type.Name()]
	if edges := def.Fields.ForName("edges"); edges != nil {
		def = o.schema.Types[o.schema.Types[edges.Type.Name()].Fields.ForName("node").Type.Name()]
	}
	return def
}

// linkType describes the relationship of the field, nil if it has none.
func (o *oracle) linkType(fd *ast.FieldDefinition) *ast.Definition {
	for _, name := range []string{"relationship", "derived"} {
		if d := fd.Directives.ForName(name); d != nil {
			return o.schema.Types[text(d, "properties")]
		}
	}
	return nil
}

// property is the name that the database has for a field.
func property(fd *ast.FieldDefinition) string {
	if d := fd.Directives.ForName("alias"); d != nil {
		return text(d, "property")
	}
	return fd.Name
}

func text(d *ast.Directive, argument string) string {
	return d.Arguments.ForName(argument).Value.Raw
}
