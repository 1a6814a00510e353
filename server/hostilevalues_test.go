package server

// hostilevalues_test.go makes values for hostile requests, of a type or of another one, as literals or as JSON.

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// marker is in every text that is sent, and must be in no statement.
const marker = "zqx7marker"

// texts are what is put around the marker.
var texts = []string{
	"%s", "'%s", `"%s`, "`%s`", `\%s`, `\'%s`, "%s\x00", "\x01\x1f%s\x7f", "%s\n\r\t", "%s\u2028\u2029", "\u202e%s", "😀%s名", "%s //", "/* %s */",
	"' OR 1=1 // %s", "'}) DETACH DELETE n // %s", "\"}) RETURN 1 // %s", "$p0 %s", "{%s}", "${%s}", "%s;", "`) MATCH (n) RETURN n //%s", `\u0027%s`,
	"<script>%s</script>", "../%s", "%s\\", "ror:%s", "wikidata:%s", "--%s", `"""%s`, "AU%s", "%%s%s", "NaN%s", "e\u0301%s", "\ufeff%s", "\ufffd%s",
}

// numbers are as they are written in JSON, or wrongly.
var numbers = []string{
	"0", "-0", "1", "-1", "2", "100", "5001", "2147483647", "2147483648", "-2147483649", "4294967296", "9007199254740993", "9223372036854775807",
	"9223372036854775808", "-9223372036854775809", "18446744073709551616", "1e2", "1e999", "-1e999", "1e-999", "0.1", "1.0", "-0.0", "3.7e-5",
	"NaN", "Infinity", "-Infinity", "0x10", "01", "1_000", "+1", ".5", "1.", "1e", strings.Repeat("9", 400), "0." + strings.Repeat("1", 400),
}

// A maker makes values. What a statement depends on is drawn by itself, from fewer seeds: the database plans each new
// statement, for longer than all else takes, and what is hostile is mostly in the values.
type maker struct {
	*rand.Rand
	form   *rand.Rand
	schema *ast.Schema
	wrong  float64 // how often a value is of another type than asked for
}

func (m maker) one(of []string) string     { return of[m.IntN(len(of))] }
func (m maker) sometimes(p float64) bool   { return m.Float64() < p }
func (m maker) text() string               { return m.padded(fmt.Sprintf(m.one(texts), marker)) }
func (m maker) whole(from, to int) float64 { return float64(from + m.IntN(to-from+1)) }

// padded is seldom a long text.
func (m maker) padded(s string) string {
	if m.sometimes(0.01) {
		return s + strings.Repeat("x", 1<<m.IntN(15))
	}
	return s
}

// raw is JSON, or what pretends to be, that is written as it is.
type raw string

// MarshalJSON gives a number that JSON has not as a text.
func (r raw) MarshalJSON() ([]byte, error) {
	if json.Valid([]byte(r)) {
		return []byte(r), nil
	}
	return json.Marshal(string(r))
}

// enum is the name of a value.
type enum string

// value is a value of the type, or not.
func (m maker) value(t *ast.Type, depth int) any {
	if m.sometimes(m.wrong) {
		return m.other(depth)
	}
	if !t.NonNull && m.sometimes(0.05) {
		return nil
	}
	if t.Elem != nil {
		list := make([]any, 0, 4)
		for range m.form.IntN(4) {
			list = append(list, m.value(t.Elem, depth-1))
		}
		return list
	}
	switch def := m.schema.Types[t.NamedType]; {
	case def == nil:
		return m.text()
	case def.Kind == ast.Enum:
		return enum(def.EnumValues[m.form.IntN(len(def.EnumValues))].Name)
	case def.Kind == ast.InputObject:
		return m.object(def, depth)
	}
	switch t.NamedType {
	case "Int":
		if m.sometimes(0.3) {
			return raw(m.one(numbers))
		}
		return m.whole(0, 20)
	case "Float":
		if m.sometimes(0.3) {
			return raw(m.one(numbers))
		}
		return m.Float64() * 1000
	case "Boolean":
		return m.sometimes(0.5)
	case "Date":
		return m.one([]string{"2020-02-29", "2021-02-29", "0000-00-00", "9999-12-31", "10000-01-01", "2025-11-17T00:00:00Z", marker, "-1-1-1"})
	}
	return m.text()
}

// object gives some of the input's fields.
func (m maker) object(def *ast.Definition, depth int) map[string]any {
	object := map[string]any{}
	for range 1 + m.form.IntN(2) {
		f := def.Fields[m.form.IntN(len(def.Fields))]
		if inner := m.schema.Types[f.Type.Name()]; depth > 0 || inner.Kind != ast.InputObject {
			object[f.Name] = m.value(f.Type, depth-1)
		}
	}
	for _, f := range def.Fields {
		if f.Type.NonNull && f.DefaultValue == nil {
			object[f.Name] = m.value(f.Type, depth-1)
		}
	}
	return object
}

// other is a value of no type in particular.
func (m maker) other(depth int) any {
	switch m.IntN(8) {
	case 0:
		return nil
	case 1:
		return m.sometimes(0.5)
	case 2, 3:
		return raw(m.one(numbers))
	case 4:
		return []any{m.text(), raw("1"), nil}
	case 5:
		if depth > 0 {
			return map[string]any{m.one([]string{"eq", "in", "AND", "NOT", marker, "__proto__", ""}): m.other(depth - 1)}
		}
	case 6:
		return enum(m.one([]string{"ASC", "INFERRED", "UNIVERSITY", marker, "true"}))
	}
	return m.text()
}

// literal writes a value as GraphQL does.
func (m maker) literal(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case raw:
		return string(v)
	case enum:
		return string(v)
	case string:
		if m.sometimes(0.1) && !strings.ContainsAny(v, "\x00\x01\x1f\x7f") && !strings.Contains(v, `"""`) && !strings.HasSuffix(v, `"`) {
			return `"""` + v + `"""`
		}
		return quote(v)
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = m.literal(item)
		}
		return "[" + strings.Join(items, " ") + "]"
	case map[string]any:
		var members strings.Builder
		for _, name := range sortedKeys(v) {
			fmt.Fprintf(&members, "%s: %s ", name, m.literal(v[name]))
		}
		return "{" + members.String() + "}"
	}
	return fmt.Sprint(v)
}
