// Facets: how many rows of a connection have what in common. A type's facets are
// shared by all connections that lead to it, and by those of other types that count
// by what is related to them.

package main

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"
)

// facet derives the facets of every node.
func (x *expansion) facet() error {
	for _, def := range x.nodes() {
		facets := object(ast.Object, def.Name+"Facets", fmt.Sprintf("How many have what in common, by what is said of `%s`. Most frequent first.", def.Name))
		if def.Kind == ast.Interface {
			enum := def.Name + "Implementation"
			if err := x.countedBy(def.Name, enum, field("value", enum, "The type.")); err != nil {
				return err
			}
			facets.Fields = append(facets.Fields, facetField("typename", enum, "By type."))
		}
		for _, f := range def.Fields {
			facet, err := x.facetOf(f)
			if err != nil {
				return err
			}
			if facet != nil {
				facets.Fields = append(facets.Fields, facet)
			}
		}
		if facets.Fields == nil {
			continue
		}
		if err := x.derive(def.Name, facets); err != nil {
			return err
		}
	}
	for _, derived := range x.below {
		for _, def := range derived {
			if edges := def.Fields.ForName("edges"); edges != nil && def.Fields.ForName("pageInfo") != nil {
				node := x.types[edges.Type.Name()].Fields.ForName("node")
				def.Fields = append(def.Fields, x.facetsField(node.Type.Name())...)
			}
		}
	}
	return nil
}

// facetsField is the field of a connection that gives its facets, if its nodes have any.
func (x *expansion) facetsField(node string) ast.FieldList {
	if x.types[node+"Facets"] == nil {
		return nil
	}
	return ast.FieldList{field("facets", node+"Facets!", "How many of those on all pages together have what in common.")}
}

// facetOf counts by f, a property, the one related node, or what is said of all the
// related; nil if there is nothing to count by.
func (x *expansion) facetOf(f *ast.FieldDefinition) (*ast.FieldDefinition, error) {
	if !x.facets(f) {
		target := x.types[f.Type.Name()]
		if has(f.Directives, "relationship") && f.Type.Elem != nil && x.facetable(target) {
			return field(f.Name, target.Name+"Facets!", "By these: "+lowerFirst(stem(f.Description))+". One that has several counts once for each value."), nil
		}
		return nil, nil
	}
	by := "By " + lowerFirst(stem(f.Description)) + "."
	switch target := x.types[f.Type.Name()]; {
	case target.Kind == ast.Enum:
		return facetField(f.Name, target.Name, by), x.countedBy(target.Name, target.Name, field("value", target.Name, "The value; null for those that have none."))
	case isNode(target):
		return facetField(f.Name, target.Name, by), x.countedBy(target.Name, target.Name, field("node", target.Name, "The node; null for those that have none."))
	case target.Name == "Date":
		facet := facetField(f.Name, target.Name, by)
		facet.Arguments = append(ast.ArgumentDefinitionList{{Name: "by", Type: typeOf("DatePart!"), Description: "What of the date.",
			DefaultValue: &ast.Value{Kind: ast.EnumValue, Raw: "YEAR"}}}, facet.Arguments...)
		return facet, nil
	default:
		return facetField(f.Name, target.Name, by), nil
	}
}

// facets tells whether f is itself counted by.
func (x *expansion) facets(f *ast.FieldDefinition) bool {
	target := x.types[f.Type.Name()]
	switch {
	case f.Type.Elem != nil || has(f.Directives, "cypher"):
		return false
	case target.Kind == ast.Enum:
		return true
	case target.Kind == ast.Scalar:
		return x.types[target.Name+"Facet"] != nil
	}
	return has(f.Directives, "relationship") && isNode(target)
}

// facetable tells whether anything is counted by that is said of def itself.
func (x *expansion) facetable(def *ast.Definition) bool {
	if !isNode(def) {
		return false
	}
	for _, f := range def.Fields {
		if x.facets(f) {
			return true
		}
	}
	return def.Kind == ast.Interface
}

func facetField(name, of, description string) *ast.FieldDefinition {
	f := field(name, "["+of+"Facet!]!", description)
	f.Arguments = ast.ArgumentDefinitionList{{Name: "first", Type: typeOf("Int"), Description: fmt.Sprintf("At most this many; %d if not given, never more than %d; 0 means none.", defaultLimit, maxLimit)}}
	return f
}

// countedBy derives the type of one line of a facet, unless there is one already.
func (x *expansion) countedBy(from, of string, value *ast.FieldDefinition) error {
	if x.types[of+"Facet"] != nil {
		return nil
	}
	return x.derive(from, object(ast.Object, of+"Facet", fmt.Sprintf("How many have a `%s` in common.", of), value, field("count", "Int!", "How many have it.")))
}
