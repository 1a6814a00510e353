package graph

// variables_test.go holds variables to their types.

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestVariablesAreOfTheirTypes(t *testing.T) {
	e := offline(t)
	const byWhere = `query Q($w: InstitutionWhere) { institutions(where: $w) { id } }`
	const byNames = `query Q($n: [String!]) { institutions(where: {name: {in: $n}}) { id } }`
	const byID = `query Q($id: ID!) { node(id: $id) { id } }`
	const byLimit = `query Q($n: Int) { institutions(limit: $n) { id } }`
	const byAmount = `query Q($x: Float) { agreements(where: {amount: {gt: $x}}) { id } }`
	for _, c := range []struct{ query, variables, want string }{
		{byWhere, `{"w":{"name":{"eq":"x"},"founded":{"gt":1900}}}`, ""},
		{byWhere, `{"w":{"name":{"eq":1}}}`, "variable $w.name.eq: 1 is not a text"},
		{byWhere, `{"w":{"AND":[{},{"name":{"in":["a",0.1]}}]}}`, "variable $w.AND[1].name.in[1]: 0.1 is not a text"},
		{byWhere, `{"w":{"AND":{"name":{"eq":1}}}}`, "variable $w.AND[0].name.eq: 1 is not a text"},
		{byWhere, `{"w":{"founded":{"gt":"1900"}}}`, `variable $w.founded.gt: "1900" is not a whole number of 32 bits`},
		{byWhere, `{"w":{"founded":{"gt":2147483648}}}`, "variable $w.founded.gt: 2147483648 is not a whole number"},
		{byNames, `{"n":"x"}`, ""},
		{byNames, `{"n":7}`, "variable $n[0]: 7 is not a text"},
		{byNames, `{"n":["x",7]}`, "variable $n[1]: 7 is not a text"},
		{byID, `{"id":"7"}`, ""},
		{byID, `{"id":7}`, ""},
		{byID, `{"id":7.5}`, "variable $id: 7.5 is not a text"},
		{byLimit, `{"n":null}`, ""},
		{byLimit, `{"n":-2147483648}`, ""}, // a negative limit is refused with its argument's name
		{byLimit, `{"n":2147483648}`, "variable $n: 2147483648 is not a whole number of 32 bits"},
		{byAmount, `{"x":1}`, ""},
		{byAmount, `{"x":1.5e3}`, ""},
		{byAmount, `{"x":"1.5"}`, `variable $x: "1.5" is not a number`},
		{byNames, `{"n":[` + strings.Repeat("[", 30) + `"x"` + strings.Repeat("]", 30) + `]}`, "variable $n"},
	} {
		var variables map[string]any
		d := json.NewDecoder(strings.NewReader(c.variables))
		d.UseNumber()
		if err := d.Decode(&variables); err != nil {
			t.Fatal(err)
		}
		_, errs := e.Parse(c.query, "", variables)
		switch {
		case c.want == "" && errs != nil:
			t.Errorf("%s: got %v", c.variables, errs)
		case c.want != "" && (len(errs) != 1 || !strings.Contains(errs[0].Message, c.want)):
			t.Errorf("%s: got %v, want %s", c.variables, errs, c.want)
		}
	}
}
