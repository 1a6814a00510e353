// Bounds: how long the lists of a type may get.

package main

import (
	"fmt"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
)

// The bounds of a type that declares none with @limit. 100 rows are a screenful or
// two, 5000 what the database still sorts and sends within a second.
const (
	defaultLimit = 100
	maxLimit     = 5000
)

// limit gives every node type a @limit, so that the derived schema tells all bounds
// and nothing else needs to know the two constants.
func (x *expansion) limit() {
	for _, def := range x.nodes() {
		if has(def.Directives, "limit") {
			continue
		}
		number := func(name string, n int) *ast.Argument {
			return &ast.Argument{Name: name, Value: &ast.Value{Kind: ast.IntValue, Raw: strconv.Itoa(n)}}
		}
		def.Directives = append(def.Directives, &ast.Directive{
			Name:      "limit",
			Arguments: ast.ArgumentList{number("default", defaultLimit), number("max", maxLimit)},
		})
	}
}

// listArguments are the arguments of a list of the type target, whose bounds are told
// by the first of the directive lists that has a @limit.
func listArguments(where, sort, target string, bounds ...ast.DirectiveList) ast.ArgumentDefinitionList {
	return ast.ArgumentDefinitionList{
		{Name: "where", Type: typeOf(where), Description: fmt.Sprintf("Only each `%s` that passes.", target)},
		{Name: "sort", Type: typeOf("[" + sort + "!]"), Description: "The order: the first one given decides, the next ones break ties."},
		{Name: "limit", Type: typeOf("Int"), Description: "At most this many" + bound(bounds)},
		{Name: "offset", Type: typeOf("Int"), Description: "Leave out this many of the first."},
	}
}

// pageArguments are the arguments of a connection, likewise.
func pageArguments(where, sort, target string, bounds ...ast.DirectiveList) ast.ArgumentDefinitionList {
	list := listArguments(where, sort, target, bounds...)
	return ast.ArgumentDefinitionList{
		list[0],
		list[1],
		{Name: "first", Type: typeOf("Int"), Description: list[2].Description},
		{Name: "after", Type: typeOf("String"), Description: "Go on behind this cursor, taken from an earlier page."},
		{Name: "last", Type: typeOf("Int"), Description: "The last ones, and not the first ones: at most this many" + bound(bounds)},
		{Name: "before", Type: typeOf("String"), Description: "Only what comes before this cursor; without `first` or `after`, the last ones of that."},
	}
}

func bound(bounds []ast.DirectiveList) string {
	for _, directives := range bounds {
		if has(directives, "limit") {
			return fmt.Sprintf("; %s if not given, never more than %s; 0 means none.",
				argument(directives, "limit", "default"), argument(directives, "limit", "max"))
		}
	}
	return "; 0 means none."
}
