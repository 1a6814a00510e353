package graph

// variables.go holds the values of variables to their types, where the
// validator is lenient: it takes any number for a String or an ID, a text such
// as "1" for an Int, and does not know that an Int has 32 bits.

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// CheckVariables is nil if the operation's variables, which the validator has
// coerced, are what their types ask for, and else an error that says which one
// is not, and where in its value.
func CheckVariables(schema *ast.Schema, op *ast.OperationDefinition, vars map[string]any) *gqlerror.Error {
	for _, v := range op.VariableDefinitions {
		value, ok := vars[v.Variable]
		if !ok {
			continue
		}
		if path, err := checkValue(schema, v.Type, untyped(value), ast.Path{ast.PathName(v.Variable)}); err != nil {
			return &gqlerror.Error{
				Message:   fmt.Sprintf("variable $%s: %v", path, err),
				Locations: []gqlerror.Location{{Line: v.Position.Line, Column: v.Position.Column}},
			}
		}
	}
	return nil
}

// checkValue holds v, which is at path, to t. It gives the place of the fault.
func checkValue(schema *ast.Schema, t *ast.Type, v any, path ast.Path) (ast.Path, error) {
	if v == nil {
		return path, nil
	}
	if t.Elem != nil {
		list, many := v.([]any)
		if !many { // one value stands for a list of one
			return checkValue(schema, t.Elem, v, path)
		}
		for i, item := range list {
			if at, err := checkValue(schema, t.Elem, item, append(path, ast.PathIndex(i))); err != nil {
				return at, err
			}
		}
		return path, nil
	}
	def := schema.Types[t.NamedType]
	if def.Kind != ast.InputObject {
		return path, checkScalar(t.NamedType, v)
	}
	object, _ := v.(map[string]any)
	for _, field := range def.Fields {
		if at, err := checkValue(schema, field.Type, object[field.Name], append(path, ast.PathName(field.Name))); err != nil {
			return at, err
		}
	}
	return path, nil
}

// checkScalar holds v to one of GraphQL's own scalars. What else there is, its
// reader in bind.go checks.
func checkScalar(name string, v any) error {
	switch name {
	case "Int":
		_, err := readInt(v)
		return err
	case "Float":
		_, err := readFloat(v)
		return err
	case "String":
		if _, ok := v.(string); !ok {
			return fmt.Errorf("%s is not a text; put it in quotes", quoted(v))
		}
	case "ID":
		_, err := readText(v)
		return err
	}
	return nil
}

// maxQuoted is how much of a wrong value an error repeats.
const maxQuoted = 80

// quoted is v as JSON has it, for errors.
func quoted(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		text = []byte(fmt.Sprint(v))
	}
	if len(text) > maxQuoted {
		return fmt.Sprintf("%.*s…", maxQuoted, string(text))
	}
	return string(text)
}

// readText reads an ID, which is a text, and may be written as a whole number.
func readText(v any) (any, error) {
	switch v := v.(type) {
	case string, nil:
		return v, nil
	case int64:
		return strconv.FormatInt(v, 10), nil
	case int:
		return strconv.Itoa(v), nil
	case json.Number:
		if _, err := v.Int64(); err == nil {
			return v.String(), nil
		}
	}
	return nil, fmt.Errorf("%s is not a text; put it in quotes", quoted(v))
}
