// Orders: the inputs that `sort` takes.

package main

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// sort derives the order of every node and every relationship's properties: by each
// property that is a single value.
func (x *expansion) sort() error {
	for _, def := range x.doc.Definitions {
		if !isNode(def) && !x.isEdge(def) {
			continue
		}
		sort := object(ast.InputObject, def.Name+"Sort", fmt.Sprintf("An order of lists of `%s`; name one property in each.", def.Name))
		for _, f := range x.fields(def) {
			kind := x.types[f.Type.Name()].Kind
			if (kind == ast.Scalar || kind == ast.Enum) && f.Type.Elem == nil && !has(f.Directives, "cypher") {
				sort.Fields = append(sort.Fields, field(f.Name, "SortDirection", "By "+lowerFirst(stem(f.Description))+"."))
			}
			if x.types[f.Type.String()+"Sort"] != nil && x.types[f.Type.Name()].Kind == ast.Object && !has(f.Directives, "relationship") { // one of its own, as for Point
				sort.Fields = append(sort.Fields, field(f.Name, f.Type.Name()+"Sort", "By "+lowerFirst(stem(f.Description))+"."))
			}
		}
		if sort.Fields == nil {
			return gqlerror.ErrorPosf(def.Position, "%s has no property to sort by: give it at least an id", def.Name)
		}
		if err := x.derive(def.Name, sort); err != nil {
			return err
		}
	}
	return nil
}
