package graph_test

// generate_args_test.go draws the arguments that choose rows: where, sort, and
// how many of them.

import (
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
)

// arguments draws those of a field. A list that is cut has to be sorted, or
// what is left of it is nobody's promise.
func (g *generator) arguments(fd *ast.FieldDefinition) ast.ArgumentList {
	var args ast.ArgumentList
	add := func(name string, v *ast.Value) {
		if fd.Arguments.ForName(name) != nil && v != nil {
			args = append(args, &ast.Argument{Name: name, Value: v})
		}
	}
	if id := fd.Arguments.ForName("id"); id != nil {
		add("id", g.text("id", "ID"))
	}
	if fd.Arguments.ForName("lang") != nil && g.in32(24) {
		add("lang", g.text("nameLangs", "String"))
	}
	if where := fd.Arguments.ForName("where"); where != nil && g.in32(18) {
		add("where", g.where(g.schema.Types[where.Type.NamedType], g.owner(fd), 2+g.below(2)))
	}
	if fd.Arguments.ForName("maxDepth") != nil && g.in32(16) {
		add("maxDepth", g.number(g.below(11)))
	}
	sort := fd.Arguments.ForName("sort")
	if sort == nil {
		return args
	}
	sorted := g.sorted || g.in32(18)
	if sorted {
		add("sort", g.sort(g.schema.Types[sort.Type.Name()]))
	}
	names := []string{"limit", "first"}
	if fd.Arguments.ForName("last") != nil && g.in32(8) {
		names = []string{"last"}
	}
	for _, name := range names {
		if sorted && g.in32(16) {
			add(name, g.number(pick(g, []int{0, 1, 1, 2, 2, 3, 5, 50})))
		} else if g.in32(1) {
			add(name, null())
		}
	}
	if sorted && g.in32(12) {
		add("offset", g.number(pick(g, []int{0, 1, 1, 2, 3})))
	}
	g.shuffle(args)
	return args
}

// sort draws up to three keys; in a connection they stand under node or edge.
func (g *generator) sort(input *ast.Definition) *ast.Value {
	list := &ast.Value{Kind: ast.ListValue}
	for range 1 + g.below(3) {
		list.Children = append(list.Children, &ast.ChildValue{Value: g.sortKey(input, enum(pick(g, []string{"ASC", "DESC"})))})
	}
	if g.in32(1) { // a null asks nothing
		list.Children = append(list.Children, &ast.ChildValue{Value: g.sortKey(input, null())})
	}
	return list
}

func (g *generator) sortKey(input *ast.Definition, direction *ast.Value) *ast.Value {
	var scalars ast.FieldList
	for _, fd := range input.Fields { // all else leads over relationships, without end
		if of := g.schema.Types[fd.Type.Name()]; of.Kind != ast.InputObject || of.Fields.ForName("id") == nil {
			scalars = append(scalars, fd)
		}
	}
	fields := input.Fields
	if len(scalars) > 0 && g.in32(28) {
		fields = scalars
	}
	fd := pick(g, fields)
	for fd.Type.Name() == "PointSort" {
		fd = pick(g, fields)
	}
	if of := g.schema.Types[fd.Type.Name()]; of.Kind == ast.InputObject {
		direction = g.sortKey(of, direction)
	}
	return single(fd.Name, direction)
}

func (g *generator) number(n int) *ast.Value {
	return &ast.Value{Kind: ast.IntValue, Raw: strconv.Itoa(n)}
}

func null() *ast.Value { return &ast.Value{Kind: ast.NullValue, Raw: "null"} }

// single is an object with one key.
func single(name string, v *ast.Value) *ast.Value {
	return &ast.Value{Kind: ast.ObjectValue, Children: ast.ChildValueList{{Name: name, Value: v}}}
}

// shuffle changes the order of arguments, which means nothing.
func (g *generator) shuffle(args ast.ArgumentList) {
	for i := len(args) - 1; i > 0; i-- {
		j := g.below(i + 1)
		args[i], args[j] = args[j], args[i]
	}
}
