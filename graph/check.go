package graph

// check.go holds what is asked of an argument beyond its type, by directives of
// the schema: that a number or a list's length lies in a range (@range), that a
// window of time does not end before it begins (@notBefore), and that what the
// argument names is there (@refers). The first two are seen when the request's
// values are bound; the third is a column of the operation's own statement.

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph/cypher"
)

// demands are those of a whole operation.
type demands struct {
	references []reference
	windows    []window
}

// A reference is an argument that names something in the database, or a list
// of such.
type reference struct {
	param    cypher.Param
	list     bool
	what     string   // the type's name
	labels   []string // that the thing may bear
	property string   // its unique key
	hint     string
	place
}

// A window is a pair of days of which the second may not lie before the first.
type window struct {
	from, to cypher.Param
	after    string // the name of the argument with the first day
	place           // of the second
}

// checkArguments refuses directives on a field's arguments that name what the
// schema does not have.
func (m *model) checkArguments(f *ast.FieldDefinition) error {
	for _, arg := range f.Arguments {
		if d := arg.Directives.ForName("refers"); d != nil {
			to := m.schema.Types[stringArg(d, "to")]
			if to == nil || to.Fields.ForName(stringArg(d, "by")) == nil {
				return fmt.Errorf("@refers on the argument %s names %s.%s, which is no field", arg.Name, stringArg(d, "to"), stringArg(d, "by"))
			}
		}
		if d := arg.Directives.ForName("notBefore"); d != nil && f.Arguments.ForName(stringArg(d, "argument")) == nil {
			return fmt.Errorf("@notBefore on the argument %s names %s, which is no argument of the field", arg.Name, stringArg(d, "argument"))
		}
	}
	return nil
}

// checkedParam is the argument as a parameter, or null, with what its
// directives ask of it.
func (s *selector) checkedParam(def *ast.ArgumentDefinition, in input, scope scope) cypher.Expr {
	expr := s.paramOrNull(in, def.Type, scope)
	name, given := expr.(cypher.Param)
	if !given {
		return expr
	}
	if d := def.Directives.ForName("range"); d != nil {
		p := &s.params[len(s.params)-1]
		p.read = within(p.read, intArg(d, "min"), intArg(d, "max"))
	}
	if d := def.Directives.ForName("refers"); d != nil {
		to := stringArg(d, "to")
		s.references = append(s.references, reference{
			param: name, list: def.Type.Elem != nil, what: to, labels: scope.names(s.model.types[to].labels),
			property: stringArg(d, "by"), hint: stringArg(d, "hint"), place: in.place,
		})
	}
	return expr
}

// within reads a value and refuses what is out of the range.
func within(read func(any) (any, error), min, max int) func(any) (any, error) {
	return func(v any) (any, error) {
		v, err := read(v)
		switch v := v.(type) {
		case int64:
			if v < int64(min) || v > int64(max) {
				err = fmt.Errorf("%d is out of range; give a number from %d to %d", v, min, max)
			}
		case []any:
			if len(v) < min || len(v) > max {
				err = fmt.Errorf("the list holds %d; give from %d to %d", len(v), min, max)
			}
		}
		return v, err
	}
}

// notBefore notes the windows that the arguments of a field make.
func (s *selector) notBefore(f *fieldModel, inputs map[string]input, args map[string]cypher.Expr) {
	for _, def := range f.def.Arguments {
		d := def.Directives.ForName("notBefore")
		if d == nil {
			continue
		}
		after := stringArg(d, "argument")
		from, begins := args[after].(cypher.Param)
		to, ends := args[def.Name].(cypher.Param)
		if begins && ends {
			s.windows = append(s.windows, window{from, to, after, inputs[def.Name].place})
		}
	}
}

// windowed refuses a window that ends before it begins.
func (c demands) windowed(params map[string]any) error {
	for _, w := range c.windows {
		from, _ := params[string(w.from)].(dbtype.Date)
		to, _ := params[string(w.to)].(dbtype.Date)
		if to.Time().Before(from.Time()) {
			return w.wrong("%s lies before %s, which `%s` gives; a window may not end before it begins", to, from, w.after)
		}
	}
	return nil
}

// absences are columns of the statement: of each reference, the values that
// nothing in the database has.
func absences(references []reference) []cypher.Item {
	var items []cypher.Item
	for i, r := range references {
		value := cypher.Var("value")
		var values cypher.Expr = r.param
		if !r.list {
			values = cypher.List{r.param}
		}
		absent := cypher.And{not(cypher.Pattern{Node: cypher.Node{AnyLabel: r.labels, Key: r.property, Value: value}})}
		if r.property == "id" {
			absent = append(absent, not(cypher.Pattern{
				Node: cypher.Node{AnyLabel: []string{"Identifier"}, Key: "id", Value: value},
				Hops: []cypher.Hop{{AnyType: []string{"SAME_AS"}, To: cypher.Node{AnyLabel: r.labels}}},
			}))
		}
		items = append(items, cypher.Item{As: cypher.Var("absent" + strconv.Itoa(i)), Expr: cypher.Collect{Query: cypher.Query{
			cypher.Unwind{List: values, As: value},
			cypher.With{Items: []cypher.Item{{Expr: value}}, Where: absent},
			cypher.Return{Items: []cypher.Item{{Expr: value}}},
		}}})
	}
	return items
}

func not(pattern cypher.Pattern) cypher.Expr {
	return cypher.Not{X: cypher.Exists{Query: cypher.Query{cypher.Match{Pattern: pattern}}}}
}

// present takes the columns of the references off the record, and refuses what
// is not there.
func (c demands) present(record []any) ([]any, error) {
	roots := len(record) - len(c.references)
	if roots < 0 { // nothing was asked of the database
		return record, nil
	}
	for i, r := range c.references {
		absent, _ := record[roots+i].([]any)
		if len(absent) == 0 {
			continue
		}
		names := make([]string, len(absent))
		for i, value := range absent {
			names[i] = strconv.Quote(fmt.Sprint(value))
		}
		hint := ""
		if r.hint != "" {
			hint = "; " + r.hint
		}
		return nil, r.wrong("no %s has the %s %s%s", strings.ToLower(r.what), r.property, strings.Join(names, " or "), hint)
	}
	return record[:roots], nil
}
