package server

// introspected.go says what each field of introspection holds; GraphQL's specification has the list (section 4.2).

import (
	"github.com/99designs/gqlgen/graphql/introspection"
	"github.com/vektah/gqlparser/v2/ast"
)

// member is what a field of one of the schema's things holds.
func member(of any, f asked) any {
	if f.name == "__typename" {
		return f.on
	}
	switch of := of.(type) {
	case *ast.Schema: // the root of a query
		switch f.name {
		case "__schema":
			return introspection.WrapSchema(of)
		case "__type":
			name, _ := f.args["name"].(string)
			return introspection.WrapTypeFromDef(of, of.Types[name])
		}
	case *introspection.Schema:
		return memberOfSchema(of, f)
	case *introspection.Type:
		return memberOfType(of, f)
	case *introspection.Field:
		switch f.name {
		case "args":
			return of.Args
		case "type":
			return of.Type
		}
		return described(of.Name, of, f)
	case *introspection.InputValue:
		switch f.name {
		case "type":
			return of.Type
		case "defaultValue":
			return of.DefaultValue
		}
		return described(of.Name, of, f)
	case *introspection.EnumValue:
		return described(of.Name, of, f)
	case *introspection.Directive:
		switch f.name {
		case "name":
			return of.Name
		case "description":
			return of.Description()
		case "isRepeatable":
			return of.IsRepeatable
		case "locations":
			return of.Locations
		case "args":
			return of.Args
		}
	}
	panic("server: introspection has no field " + f.name)
}

func memberOfSchema(of *introspection.Schema, f asked) any {
	switch f.name {
	case "description":
		return of.Description()
	case "types":
		return of.Types()
	case "queryType":
		return of.QueryType()
	case "mutationType":
		return of.MutationType()
	case "subscriptionType":
		return of.SubscriptionType()
	case "directives":
		return of.Directives()
	}
	panic("server: a schema has no field " + f.name)
}

func memberOfType(of *introspection.Type, f asked) any {
	deprecated, _ := f.args["includeDeprecated"].(bool)
	switch f.name {
	case "kind":
		return of.Kind()
	case "name":
		return of.Name()
	case "description":
		return of.Description()
	case "specifiedByURL":
		return of.SpecifiedByURL()
	case "fields":
		return of.Fields(deprecated)
	case "interfaces":
		return of.Interfaces()
	case "possibleTypes":
		return of.PossibleTypes()
	case "enumValues":
		return of.EnumValues(deprecated)
	case "inputFields":
		return of.InputFields()
	case "ofType":
		return of.OfType()
	case "isOneOf":
		return of.IsOneOf()
	}
	panic("server: a type has no field " + f.name)
}

// described is what fields, input values and values of enums have in common.
func described(name string, of interface {
	Description() *string
	IsDeprecated() bool
	DeprecationReason() *string
}, f asked) any {
	switch f.name {
	case "name":
		return name
	case "description":
		return of.Description()
	case "isDeprecated":
		return of.IsDeprecated()
	case "deprecationReason":
		return of.DeprecationReason()
	}
	panic("server: what is described has no field " + f.name)
}
