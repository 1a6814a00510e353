// Relationship fields: their arguments, and the connection beside each of them, which
// gives the relationships' own properties, pages and a total.
//
// The names follow the type that declares the relationship: Organization.agreements
// gives Organization.agreementsConnection of type OrganizationAgreementsConnection. A
// type that inherits the field inherits both, so that Institution.agreementsConnection
// is an OrganizationAgreementsConnection too, as GraphQL demands of an implementation.

package main

import (
	"fmt"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// connect adds arguments and connections to the relationship fields of every type.
func (x *expansion) connect() error {
	for _, def := range x.doc.Definitions {
		if !isOutput(def) {
			continue
		}
		var fields ast.FieldList
		for _, f := range def.Fields {
			fields = append(fields, f)
			if has(f.Directives, "collected") {
				x.choosable(f)
			}
			if !follows(f) {
				continue
			}
			connection, err := x.connection(def, f)
			if err != nil {
				return err
			}
			fields = append(fields, connection)
		}
		def.Fields = fields
	}
	return nil
}

// connection adds the arguments of the relationship field f of owner, derives its
// connection's types and returns the connection's field.
func (x *expansion) connection(owner *ast.Definition, f *ast.FieldDefinition) (*ast.FieldDefinition, error) {
	target, properties, err := x.ends(f)
	if err != nil {
		return nil, err
	}
	own := slices.Clone(f.Arguments) // declared by hand, and had by both
	if f.Type.Elem != nil {
		f.Arguments = append(own, listArguments(target.Name+"Where", target.Name+"Sort", target.Name, f.Directives, target.Directives)...)
	}
	name := owner.Name + upperFirst(f.Name) + "Connection"
	edge := owner.Name + upperFirst(f.Name) + "Relationship"
	if err := x.derive(owner.Name, connectionTypes(owner, f, name, edge, target, properties)...); err != nil {
		return nil, err
	}
	c := field(f.Name+"Connection", name+"!", stem(f.Description)+": as a connection, with what each relationship says, in pages, and counted.", f.Directives...)
	c.Arguments = append(slices.Clone(own), pageArguments(name+"Where", name+"Sort", target.Name, f.Directives, target.Directives)...)
	return c, nil
}

// ends are the type that a relationship field leads to and the one that describes the
// relationship's properties, or nil; both are checked.
func (x *expansion) ends(f *ast.FieldDefinition) (target, properties *ast.Definition, err error) {
	fail := func(format string, args ...any) (_, _ *ast.Definition, _ error) {
		return nil, nil, gqlerror.ErrorPosf(f.Position, "relationship field "+f.Name+": "+format, args...)
	}
	target = x.types[f.Type.Name()]
	switch list := "[" + f.Type.Name() + "!]!"; {
	case target == nil || !isNode(target):
		return fail("%s is no type with @node, no interface and no union", f.Type.Name())
	case f.Type.Elem == nil && f.Type.NonNull:
		return fail("write %s without the exclamation mark, since no relationship is certain to be there", f.Type.Name())
	case f.Type.Elem != nil && f.Type.String() != list:
		return fail("write %s as %s, since a list always is there and holds no null", f.Type, list)
	}
	if name := propertiesOf(f); name != "" {
		properties = x.types[name]
		if properties == nil || !has(properties.Directives, "relationshipProperties") {
			return fail("%s is no type with @relationshipProperties", name)
		}
	}
	return target, properties, nil
}

// connectionTypes are the types of one connection: itself, its edge, and the inputs
// that choose, filter by and order its edges.
func connectionTypes(owner *ast.Definition, f *ast.FieldDefinition, name, edge string, target, properties *ast.Definition) ast.DefinitionList {
	of := fmt.Sprintf("`%s` of `%s`", f.Name, owner.Name)
	edgeFields := ast.FieldList{
		field("cursor", "String!", "Where this one stands; give it as `after` to go on behind it."),
		field("node", target.Name+"!", "The node at the other end."),
	}
	where := append(combinators(name+"Where"), field("node", target.Name+"Where", "Conditions on the node at the other end."))
	sort := ast.FieldList{field("node", target.Name+"Sort", "By the node at the other end.")}
	if properties != nil {
		edgeFields = append(edgeFields, field("properties", properties.Name+"!", "What the relationship itself says."))
		where = append(where, field("edge", properties.Name+"Where", "Conditions on the relationship itself."))
		sort = append(sort, field("edge", properties.Name+"Sort", "By the relationship itself."))
	}
	return ast.DefinitionList{
		object(ast.Object, name, "A page of "+of+".", connectionFields(edge, across(target, properties)+"Aggregate")...),
		object(ast.Object, edge, "One of "+of+", with the relationship that leads to it.", edgeFields...),
		object(ast.InputObject, name+"Where", "Conditions on one of "+of+"; all that are given must hold.", where...),
		object(ast.InputObject, name+"Sort", "An order of "+of+".", sort...),
		object(ast.InputObject, name+"Filter", "Conditions on "+of+" taken together; all that are given must hold.",
			append(quantifiers(name+"Where"), field("aggregate", across(target, properties)+"AggregateWhere", "What they come to."))...),
	}
}

// connectionFields are the fields of every connection.
func connectionFields(edge, aggregate string) ast.FieldList {
	return ast.FieldList{
		field("edges", "["+edge+"!]!", "What is on this page, in order."),
		field("pageInfo", "PageInfo!", "Where this page lies among all."),
		field("totalCount", "Int!", "How many there are on all pages together."),
		field("aggregate", aggregate+"!", "What those on all pages together come to."),
	}
}
