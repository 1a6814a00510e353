// Full text: for each index that a type's @fulltext names, a root field that searches
// it, with the score on each edge.

package main

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// fulltext adds the root fields to Query, behind the lists.
func (x *expansion) fulltext() error {
	query := x.types["Query"]
	for _, def := range x.doc.Definitions {
		d := def.Directives.ForName("fulltext")
		if d == nil {
			continue
		}
		if !isNode(def) {
			return gqlerror.ErrorPosf(def.Position, "%s has @fulltext and is no node: put it on a type with @node or on an interface", def.Name)
		}
		indexes := d.Arguments.ForName("indexes")
		if indexes == nil || indexes.Value.Kind != ast.ListValue || len(indexes.Value.Children) == 0 {
			return gqlerror.ErrorPosf(def.Position, "%s has @fulltext without a list of indexes", def.Name)
		}
		for _, index := range indexes.Value.Children {
			if err := x.fulltextIndex(query, def, index.Value); err != nil {
				return err
			}
		}
	}
	return nil
}

// fulltextIndex derives the root field of one index, its connection and its inputs.
func (x *expansion) fulltextIndex(query, def *ast.Definition, index *ast.Value) error {
	for _, key := range []string{"indexName", "queryName", "fields"} {
		if index.Children.ForName(key) == nil {
			return gqlerror.ErrorPosf(def.Position, "an index of @fulltext on %s has no %s", def.Name, key)
		}
	}
	name := index.Children.ForName("queryName").Raw
	if query.Fields.ForName(name) != nil {
		return gqlerror.ErrorPosf(def.Position, "@fulltext on %s would give a root field %s, but there is one already: use another queryName", def.Name, name)
	}
	prefix := upperFirst(name)
	connection, edge, where, sort := prefix+"Connection", prefix+"Edge", prefix+"Where", prefix+"Sort"
	f := field(name, connection+"!", fmt.Sprintf("Each `%s` that is called by one of these words or more, in any language; the best first.", def.Name))
	f.Arguments = append(ast.ArgumentDefinitionList{
		{Name: "phrase", Type: typeOf("String!"), Description: "The words, at most 200 characters. None of them is an operator; one of them is enough, and more score higher."},
	}, pageArguments(where, sort, def.Name, def.Directives)...)
	f.Arguments.ForName("sort").DefaultValue = bestFirst()
	query.Fields = append(query.Fields, f)
	return x.derive(def.Name,
		object(ast.Object, connection, fmt.Sprintf("A page of what the words find among `%s`.", def.Name), append(connectionFields(edge, def.Name+"Aggregate"), x.facetsField(def.Name)...)...),
		object(ast.Object, edge, fmt.Sprintf("One `%s` that was found.", def.Name),
			field("cursor", "String!", "Where this one stands; give it as `after` to go on behind it."),
			field("score", "Float!", "How well the words fit, compared with the others of this search and with nothing else."),
			field("node", def.Name+"!", "The node.")),
		object(ast.InputObject, where, fmt.Sprintf("Conditions on one `%s` that was found; all that are given must hold.", def.Name),
			append(combinators(where),
				field("node", def.Name+"Where", "Conditions on the node."),
				field("score", "ScoreFilter", "Conditions on the score."))...),
		object(ast.InputObject, sort, fmt.Sprintf("An order of what the words find among `%s`; name one in each.", def.Name),
			field("score", "SortDirection", "By the score; DESC is the best first."),
			field("node", def.Name+"Sort", "By the node.")))
}

// bestFirst is the order by falling score.
func bestFirst() *ast.Value {
	score := &ast.Value{Kind: ast.ObjectValue, Children: ast.ChildValueList{{Name: "score", Value: &ast.Value{Kind: ast.EnumValue, Raw: "DESC"}}}}
	return &ast.Value{Kind: ast.ListValue, Children: ast.ChildValueList{{Value: score}}}
}
