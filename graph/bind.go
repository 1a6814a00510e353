package graph

// bind.go fills a plan's parameters with a request's values. Every literal and
// every variable of an operation reaches the database here, as a parameter, and
// nowhere as text.

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph/cypher"
)

// A param is a parameter of the statement.
type param struct {
	name cypher.Param
	slot slot
	read func(any) (any, error) // from the wire's form to the database's
	page int                    // if not 0, the number of rows of pages[page-1]

	cursor   bool // a key of a cursor that is given
	computed bool // the rows of a computation, which come later
	place
}

// add gives the parameter the next name.
func (s *selector) add(p param) cypher.Param {
	p.name = cypher.Param("p" + strconv.Itoa(len(s.params)))
	s.params = append(s.params, p)
	return p.name
}

// param adds a parameter for a leaf of type t.
func (s *selector) param(in input, t *ast.Type, scope scope) cypher.Param {
	return s.add(param{slot: in.slot, read: s.reader(t, scope), place: in.place})
}

// paramOrNull is a parameter, or null for what is not given.
func (s *selector) paramOrNull(in input, t *ast.Type, scope scope) cypher.Expr {
	if in.kind != leafInput {
		return cypher.Verb("null")
	}
	return s.param(in, t, scope)
}

// prepared is a parameter that is made of the leaf's value.
func (s *selector) prepared(in input, t *ast.Type, from func(any) (any, error), scope scope) cypher.Expr {
	if in.kind != leafInput {
		return cypher.Verb("null")
	}
	read := s.reader(t, scope)
	return s.add(param{slot: in.slot, place: in.place, read: func(v any) (any, error) {
		v, err := read(v)
		if err != nil {
			return nil, err
		}
		return from(v)
	}})
}

// reader tells how a value of type t is read.
func (s *selector) reader(t *ast.Type, scope scope) func(any) (any, error) {
	if t.Elem != nil {
		one, spread := s.reader(t.Elem, scope), s.labels(t.Elem)
		return func(v any) (any, error) {
			list := []any{}
			for _, item := range asList(v) {
				item, err := one(item)
				if err != nil {
					return nil, err
				}
				if spread {
					for _, label := range scope.names([]string{item.(string)}) {
						list = append(list, label)
					}
					continue
				}
				list = append(list, item)
			}
			return list, nil
		}
	}
	switch t.NamedType {
	case "Int":
		return func(v any) (any, error) { return readInt(v) }
	case "Float":
		return readFloat
	case "Boolean":
		return func(v any) (any, error) { return v, nil }
	case "Date":
		return readDate
	case pointInput:
		return readPoint
	case "String":
		return func(v any) (any, error) {
			if _, ok := v.(string); !ok {
				return nil, fmt.Errorf("%s is not a text; put it in quotes", quoted(v))
			}
			return v, nil
		}
	}
	if def := s.model.schema.Types[t.NamedType]; def.Kind == ast.Enum {
		return func(v any) (any, error) { return readEnum(def, v) }
	}
	return readText
}

// labels tells whether t is an enum whose values stand for labels.
func (s *selector) labels(t *ast.Type) bool {
	def := s.model.schema.Types[t.NamedType]
	return def != nil && def.Kind == ast.Enum && def.EnumValues[0].Directives.ForName("label") != nil
}

// readEnum gives the label that the value stands for, or its name.
func readEnum(def *ast.Definition, v any) (any, error) {
	name, _ := v.(string)
	value := def.EnumValues.ForName(name)
	if value == nil {
		return nil, fmt.Errorf("%s is no value of %s", quoted(v), def.Name)
	}
	if d := value.Directives.ForName("label"); d != nil {
		return stringArg(d, "name"), nil
	}
	return name, nil
}

// readInt reads an Int, which has 32 bits.
func readInt(v any) (int64, error) {
	switch v := v.(type) {
	case int64:
		if v == int64(int32(v)) {
			return v, nil
		}
	case int:
		if v == int(int32(v)) {
			return int64(v), nil
		}
	case json.Number:
		if n, err := strconv.ParseInt(v.String(), 10, 32); err == nil {
			return n, nil
		}
	case float64:
		if v == float64(int32(v)) {
			return int64(v), nil
		}
	}
	return 0, fmt.Errorf("%s is not a whole number of 32 bits, as Int is", quoted(v))
}

func readFloat(v any) (any, error) {
	switch v := v.(type) {
	case float64:
		if !math.IsInf(v, 0) && !math.IsNaN(v) { // a literal such as 1e999
			return v, nil
		}
	case int64:
		return float64(v), nil
	case int:
		return float64(v), nil
	case json.Number:
		if f, err := v.Float64(); err == nil {
			return f, nil
		}
	}
	return nil, fmt.Errorf("%s is not a number", quoted(v))
}

func readDate(v any) (any, error) {
	text, _ := v.(string)
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return nil, fmt.Errorf("%s is not a day; write it as YYYY-MM-DD, such as \"2025-11-17\"", quoted(v))
	}
	return dbtype.Date(day), nil
}

// readOffset reads a number of rows to pass over.
func readOffset(v any) (any, error) {
	n, err := readInt(v)
	if err == nil && n < 0 {
		err = fmt.Errorf("%d is negative; pass over 0 rows or more", n)
	}
	return n, err
}

// Params are a statement's parameters.
type Params map[string]any

// MarshalJSON writes a day as YYYY-MM-DD and keeps whole floats apart from
// integers, for people to read.
func (p Params) MarshalJSON() ([]byte, error) {
	shown := make(map[string]any, len(p))
	for name, v := range p {
		shown[name] = showParam(v)
	}
	return json.Marshal(shown)
}

func showParam(v any) any {
	switch v := v.(type) {
	case dbtype.Date:
		return v.Time().Format(time.DateOnly)
	case float64:
		return json.RawMessage(floatKey(v))
	case dbtype.Point2D:
		return map[string]any{"latitude": showParam(v.Y), "longitude": showParam(v.X)}
	case []any:
		list := make([]any, len(v))
		for i, item := range v {
			list[i] = showParam(item)
		}
		return list
	}
	return v
}

// A binding is what a request's values make of a plan.
type binding struct {
	params map[string]any
	limits []int    // how many rows each page gives at most
	stamps []string // the mark of each page's cursors, where it has any
}

// bind fills the plan with a request's values.
func (p *plan) bind(vars map[string]any) (*binding, error) {
	b := &binding{params: make(map[string]any, len(p.params)), limits: make([]int, len(p.pages))}
	for i, page := range p.pages {
		n, err := page.rows(vars)
		if err != nil {
			return nil, err
		}
		b.limits[i] = n
	}
	for i := range p.params {
		param := &p.params[i]
		switch {
		case param.page > 0:
			n := b.limits[param.page-1]
			if p.pages[param.page-1].probe {
				n++
			}
			b.params[string(param.name)] = int64(n)
		case !param.cursor && !param.computed:
			v, _ := param.slot.value(vars)
			if v != nil {
				var err error
				if v, err = param.read(v); err != nil {
					return nil, param.wrong("%v", err)
				}
			}
			b.params[string(param.name)] = v
		}
	}
	if err := p.windowed(b.params); err != nil {
		return nil, err
	}
	return b, p.bindCursors(b, vars)
}

// bindCursors reads the cursors given, after the conditions they are bound to.
func (p *plan) bindCursors(b *binding, vars map[string]any) error {
	if len(p.cursors) == 0 {
		return nil
	}
	b.stamps = make([]string, len(p.pages))
	for _, c := range p.cursors {
		stamp := c.stamp(p.params, b.params)
		b.stamps[c.page] = stamp
		for _, m := range []*mark{c.after, c.before} {
			if m == nil {
				continue
			}
			v, _ := m.slot.value(vars)
			keys, err := c.decode(m, v, stamp)
			if err != nil {
				return err
			}
			for i, key := range keys {
				b.params[string(m.keys[i])] = key
			}
		}
	}
	return nil
}
