// Root fields: for each type of node a list and a connection of all there are.

package main

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// root adds the root fields of every node type to Query, behind the questions.
func (x *expansion) root() error {
	query := x.types["Query"]
	if query == nil {
		return fmt.Errorf("there is no type Query: declare one, with at least one question")
	}
	for _, def := range x.nodes() {
		plural := argument(def.Directives, "plural", "value")
		if plural == "" {
			plural = lowerFirst(def.Name) + "s"
		}
		where, sort, connection, edge := def.Name+"Where", def.Name+"Sort", upperFirst(plural)+"Connection", def.Name+"Edge"
		list := field(plural, "["+def.Name+"!]!", fmt.Sprintf("Each `%s`: %s.", def.Name, lowerFirst(stem(def.Description))))
		list.Arguments = listArguments(where, sort, def.Name, def.Directives)
		page := field(plural+"Connection", connection+"!", fmt.Sprintf("Each `%s` as a connection: in pages, and counted.", def.Name))
		page.Arguments = pageArguments(where, sort, def.Name, def.Directives)
		for _, f := range []*ast.FieldDefinition{list, page} {
			if query.Fields.ForName(f.Name) != nil {
				return gqlerror.ErrorPosf(def.Position, "%s would give a root field %s, but there is one already: use @plural", def.Name, f.Name)
			}
			query.Fields = append(query.Fields, f)
		}
		err := x.derive(def.Name,
			object(ast.Object, connection, fmt.Sprintf("A page of all there are of `%s`.", def.Name), append(connectionFields(edge, def.Name+"Aggregate"), x.facetsField(def.Name)...)...),
			object(ast.Object, edge, fmt.Sprintf("One `%s` on a page.", def.Name),
				field("cursor", "String!", "Where this one stands; give it as `after` to go on behind it."),
				field("node", def.Name+"!", "The node.")))
		if err != nil {
			return err
		}
	}
	return nil
}
