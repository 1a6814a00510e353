// Aggregates: what a connection's rows come to, and the inputs that filter and order
// by it. The types belong to what is aggregated and not to who asks, so that all
// connections that lead to one type by one sort of relationship share theirs:
// Organization.agreementsConnection.aggregate is an AgreementPartyToAggregate.

package main

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"
)

// aggregate derives the aggregates of every node, of every relationship's properties,
// and of the pairs of both that connections lead to.
func (x *expansion) aggregate() error {
	for _, def := range x.doc.Definitions {
		part := def.Name + "AggregateNode"
		if x.isEdge(def) {
			part = def.Name + "AggregateEdge"
		} else if !isNode(def) {
			continue
		}
		if err := x.aggregateOf(def, part); err != nil {
			return err
		}
		if !isNode(def) {
			continue
		}
		all := object(ast.Object, def.Name+"Aggregate", fmt.Sprintf("What all of `%s` come to.", def.Name), field("count", "Count!", "How many there are."))
		if x.types[part] != nil {
			all.Fields = append(all.Fields, field("node", part+"!", "What their properties come to."))
		}
		if err := x.derive(def.Name, all); err != nil {
			return err
		}
	}
	for _, def := range x.doc.Definitions {
		for _, f := range def.Fields {
			if err := x.aggregateAcross(def, f); err != nil {
				return err
			}
		}
	}
	return nil
}

// aggregated are the properties of def that come to something.
func (x *expansion) aggregated(def *ast.Definition) (fields ast.FieldList) {
	for _, f := range def.Fields {
		key := f.Type.NamedType == "ID" && !isNode(def) // a hash, of which nobody wants the longest
		scalar := f.Type.Elem == nil && x.types[f.Type.NamedType].Kind == ast.Scalar
		if scalar && !has(f.Directives, "cypher") && !key && x.types[f.Type.Name()+"Aggregate"] != nil {
			fields = append(fields, f)
		}
	}
	return fields
}

// aggregateOf derives what the properties of def come to, and its filter and order,
// if there is anything.
func (x *expansion) aggregateOf(def *ast.Definition, name string) error {
	if x.aggregated(def) == nil {
		return nil
	}
	out := object(ast.Object, name, fmt.Sprintf("What the properties of several `%s` come to.", def.Name))
	where := object(ast.InputObject, name+"Where", fmt.Sprintf("Conditions on what the properties of several `%s` come to; all that are given must hold.", def.Name), combinators(name+"Where")...)
	sort := object(ast.InputObject, name+"Sort", fmt.Sprintf("An order by what the properties of several `%s` come to; name one.", def.Name))
	for _, f := range x.aggregated(def) {
		scalar := f.Type.NamedType + "Aggregate"
		out.Fields = append(out.Fields, field(f.Name, scalar+"!", stem(f.Description)+"."))
		if x.types[scalar+"Filter"] != nil {
			where.Fields = append(where.Fields, field(f.Name, scalar+"Filter", stem(f.Description)+"."))
		}
		if x.types[scalar+"Sort"] != nil {
			sort.Fields = append(sort.Fields, field(f.Name, scalar+"Sort", "By "+lowerFirst(stem(f.Description))+"."))
		}
	}
	defs := ast.DefinitionList{out}
	if sort.Fields != nil { // of ids alone nothing can be asked
		defs = append(defs, where, sort)
	}
	return x.derive(def.Name, defs...)
}

// aggregateAcross derives what the far ends of the relationship field f come to, once
// for all fields that lead there alike, and lets the owner be ordered by it.
func (x *expansion) aggregateAcross(owner *ast.Definition, f *ast.FieldDefinition) error {
	if !follows(f) || !isNode(x.types[f.Type.Name()]) {
		return nil
	}
	target, properties, err := x.ends(f)
	if err != nil {
		return err
	}
	name, order := across(target, properties)+"Aggregate", x.types[owner.Name+"Sort"]
	if f.Type.Elem == nil {
		order.Fields = append(order.Fields, field(f.Name, target.Name+"Sort", "By "+lowerFirst(stem(f.Description))+"; without one comes where without a value does."))
	} else {
		order.Fields = append(order.Fields, field(f.Name+"Connection", across(target, properties)+"RelatedSort", "By what these come to: "+lowerFirst(stem(f.Description))+"."))
	}
	if x.types[name] != nil {
		return nil
	}
	each := "the related `" + target.Name + "`"
	out := object(ast.Object, name, "What "+each+" come to.",
		field("count", "CountConnection!", "How many there are."))
	where := object(ast.InputObject, name+"Where", "Conditions on what "+each+" come to; all that are given must hold.",
		append(combinators(name+"Where"), field("count", "CountConnectionFilter", "How many there are."))...)
	sort := object(ast.InputObject, name+"Sort", "An order by what "+each+" come to; name one.",
		field("count", "CountConnectionSort", "By how many there are."))
	part := func(key, of, description string) {
		if x.types[of] != nil {
			out.Fields = append(out.Fields, field(key, of+"!", description))
		}
		if x.types[of+"Sort"] != nil {
			where.Fields = append(where.Fields, field(key, of+"Where", description))
			sort.Fields = append(sort.Fields, field(key, of+"Sort", "By "+lowerFirst(description)))
		}
	}
	part("node", target.Name+"AggregateNode", "What the nodes' properties come to, each node counted once.")
	if properties != nil {
		part("edge", properties.Name+"AggregateEdge", "What the relationships' own properties come to.")
	}
	return x.derive(target.Name, out, where, sort,
		object(ast.InputObject, across(target, properties)+"RelatedSort", "An order by "+each+".",
			field("aggregate", name+"Sort", "By what they come to.")))
}

// across names what leads to target by relationships with these properties.
func across(target, properties *ast.Definition) string {
	if properties == nil {
		return target.Name + "Related"
	}
	return target.Name + properties.Name
}
