package graph_test

// generate_where_test.go draws conditions from the input types. The operands are
// taken from the graph, or lie near to what it holds, so that conditions hit.

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/vektah/gqlparser/v2/ast"
)

// An owner has the fields that a condition names: the node's type and, in a
// connection, that of the relationship.
type owner struct{ node, link *ast.Definition }

func (g *generator) owner(fd *ast.FieldDefinition) owner {
	o := oracle{schema: g.schema}
	if g.schema.Types[fd.Type.Name()].Fields.ForName("edges") == nil {
		return owner{o.nodeType(fd), nil}
	}
	return owner{o.nodeType(fd), o.linkType(fd)}
}

// where draws a condition of the input type.
func (g *generator) where(input *ast.Definition, of owner, depth int) *ast.Value {
	if depth > 1 && of.link == nil && g.in32(8) {
		return g.chain(input, of, nil, depth)
	}
	return g.keys(input, of, depth)
}

func (g *generator) keys(input *ast.Definition, of owner, depth int) *ast.Value {
	v := &ast.Value{Kind: ast.ObjectValue}
	taken := map[string]bool{}
	for range 1 + g.below(4)/3 + g.below(16)/15 {
		fd := g.key(input, of, depth)
		if fd == nil || taken[fd.Name] {
			continue
		}
		taken[fd.Name] = true
		part := null()
		if !g.in32(1) {
			part = g.part(fd, input, of, depth)
		}
		v.Children = append(v.Children, &ast.ChildValue{Name: fd.Name, Value: part})
	}
	if g.in32(1) {
		v.Children = nil
	}
	return v
}

// key chooses what to ask: a junction, a property, or what is related.
func (g *generator) key(input *ast.Definition, of owner, depth int) *ast.FieldDefinition {
	var junctions, scalars, relations []*ast.FieldDefinition
	for _, fd := range input.Fields {
		name := strings.TrimSuffix(fd.Name, "Connection")
		switch field := of.node.Fields.ForName(name); {
		case fd.Type.Name() == "PointFilter": // the earth is round, and the oracle knows no geometry
		case fd.Name == "AND" || fd.Name == "OR" || fd.Name == "NOT":
			junctions = append(junctions, fd)
		case of.link == nil && field != nil && leads(field):
			relations = append(relations, fd)
		default:
			scalars = append(scalars, fd)
		}
	}
	switch n := g.below(8); {
	case n < 2 && depth > 0:
		return pick(g, junctions)
	case n < 5 && depth > 0 && len(relations) > 0:
		return pick(g, relations)
	}
	return pick(g, scalars)
}

// part draws what stands under a key of a condition.
func (g *generator) part(fd *ast.FieldDefinition, input *ast.Definition, of owner, depth int) *ast.Value {
	below := g.schema.Types[fd.Type.Name()]
	switch fd.Name {
	case "AND", "OR":
		list := &ast.Value{Kind: ast.ListValue}
		for range g.below(4) {
			list.Children = append(list.Children, &ast.ChildValue{Value: g.where(input, of, depth-1)})
		}
		return list
	case "NOT":
		return g.where(input, of, depth-1)
	case "typename":
		return g.some(3, func() *ast.Value { return enum(pick(g, below.EnumValues).Name) })
	}
	if of.link != nil {
		if fd.Name == "edge" {
			return g.where(below, owner{node: of.link}, 0)
		}
		return g.where(below, owner{node: of.node}, depth)
	}
	if member := g.schema.Types[fd.Name]; member != nil {
		return g.where(below, owner{node: member}, max(depth-1, 0))
	}
	field := of.node.Fields.ForName(fd.Name)
	if !leads(field) {
		return g.tests(below, property(field))
	}
	of = g.owner(field)
	if below.Fields.ForName("some") == nil {
		return g.where(below, of, depth-1)
	}
	v := &ast.Value{Kind: ast.ObjectValue}
	for range 1 + g.below(8)/7 {
		if quantifier := pick(g, below.Fields); v.Children.ForName(quantifier.Name) == nil {
			input := g.schema.Types[quantifier.Type.Name()]
			if quantifier.Name == "aggregate" {
				v.Children = append(v.Children, &ast.ChildValue{Name: quantifier.Name, Value: g.together(input, nil)})
				continue
			}
			part := g.where(input, of, depth-1)
			v.Children = append(v.Children, &ast.ChildValue{Name: quantifier.Name, Value: part})
		}
	}
	return v
}

// tests draws operators on a property.
func (g *generator) tests(filter *ast.Definition, property string) *ast.Value {
	v := &ast.Value{Kind: ast.ObjectValue}
	fd := pick(g, filter.Fields)
	switch of := g.schema.Types[fd.Type.Name()]; {
	case g.in32(3):
		v.Children = ast.ChildValueList{{Name: pick(g, []string{"eq", fd.Name}), Value: null()}}
	case of.Kind == ast.InputObject:
		v.Children = ast.ChildValueList{{Name: fd.Name, Value: g.tests(of, property)}}
	case fd.Type.Elem != nil:
		v.Children = ast.ChildValueList{{Name: fd.Name, Value: g.some(4, func() *ast.Value { return g.operand(fd, property) })}}
	default:
		v.Children = ast.ChildValueList{{Name: fd.Name, Value: g.operand(fd, property)}}
	}
	if g.in32(5) {
		for _, child := range g.tests(filter, property).Children {
			if v.Children.ForName(child.Name) == nil {
				v.Children = append(v.Children, child)
			}
		}
	}
	return v
}

// some draws a list of fewer than n items.
func (g *generator) some(n int, item func() *ast.Value) *ast.Value {
	list := &ast.Value{Kind: ast.ListValue}
	for range g.below(n) {
		list.Children = append(list.Children, &ast.ChildValue{Value: item()})
	}
	return list
}

// operand draws a value that an operator compares with.
func (g *generator) operand(fd *ast.FieldDefinition, property string) *ast.Value {
	of := g.schema.Types[fd.Type.Name()]
	if of.Kind == ast.Enum {
		return enum(pick(g, of.EnumValues).Name)
	}
	v := g.text(property, of.Name)
	if v.Kind != ast.StringValue || of.Name == "Date" {
		return v
	}
	// A piece of the value, where a piece is asked for; in another case, at times.
	runes := []rune(v.Raw)
	from, to := 0, len(runes)
	if fd.Name == "contains" || fd.Name == "endsWith" || fd.Name == "matches" {
		from = g.below(len(runes) + 1)
	}
	if fd.Name == "contains" || fd.Name == "startsWith" {
		to = from + g.below(len(runes)-from+1)
	}
	v.Raw = string(runes[from:to])
	if g.in32(6) {
		v.Raw = strings.Map(func(r rune) rune {
			if unicode.IsUpper(r) {
				return unicode.ToLower(r)
			}
			return unicode.ToUpper(r)
		}, v.Raw)
	}
	if fd.Name == "matches" {
		v.Raw = ".*" + regexp.QuoteMeta(v.Raw)
	}
	return v
}

// text draws a value of the property, or one close by.
func (g *generator) text(property, scalar string) *ast.Value {
	var raw any
	if values := g.world.values[property]; len(values) > 0 {
		raw = pick(g, values)
	}
	near := g.below(3) - 1
	switch scalar {
	case "Int":
		n, _ := raw.(int64)
		return g.number(int(n) + near)
	case "Float":
		f, _ := raw.(float64)
		raw := strconv.FormatFloat(f, 'g', -1, 64)
		if near > 0 {
			raw = strconv.FormatFloat(f, 'f', 0, 64)
		}
		if strings.Contains(raw, ".") || strings.Contains(raw, "e") {
			return &ast.Value{Kind: ast.FloatValue, Raw: strings.Replace(raw, "e+", "e", 1)}
		}
		return &ast.Value{Kind: ast.IntValue, Raw: raw}
	case "Date":
		text, _ := raw.(string)
		day, err := time.Parse(time.DateOnly, text)
		if err != nil {
			day = time.Date(2020, 1, 5, 0, 0, 0, 0, time.UTC)
		}
		return &ast.Value{Kind: ast.StringValue, Raw: day.AddDate(0, 0, near).Format(time.DateOnly)}
	}
	text, _ := raw.(string)
	return &ast.Value{Kind: ast.StringValue, Raw: text}
}

func enum(name string) *ast.Value { return &ast.Value{Kind: ast.EnumValue, Raw: name} }
