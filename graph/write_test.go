package graph

// write_test.go writes records that no healthy database gives: nulls where none
// may be, values of the wrong kind, lists that were cut.

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// written writes the record by the shape of the query.
func written(t *testing.T, query string, record ...any) *writer {
	t.Helper()
	e := offline(t)
	request, errs := e.Parse(query, "", nil)
	if errs != nil {
		t.Fatal(errs)
	}
	c, b, err := e.bound(request)
	if err != nil {
		t.Fatal(err)
	}
	w := &writer{binding: b, pages: c.plan.pages}
	if !c.shape.write(w, record) {
		w.buf = append(w.buf[:0], "null"...)
	}
	if !json.Valid(w.buf) {
		t.Fatalf("not JSON: %s", w.buf)
	}
	return w
}

type (
	row  = []any
	many = []any
)

func TestNullPropagation(t *testing.T) {
	for _, test := range []struct {
		name, query string
		record      []any
		want        string
		path        string // of the one error; empty: none
	}{
		{"a null that may be", `{ institutions { id homepage } }`,
			row{many{row{"a", nil}}}, `{"institutions":[{"id":"a","homepage":null}]}`, ""},
		{"a null in a list of objects that may not be null", `{ institutions { id name } }`,
			row{many{row{"a", "A"}, row{"b", nil}}}, `null`, "institutions[1].name"},
		{"a null below an object that may be null", `{ institutions { id country { name } } }`,
			row{many{row{"a", row{nil}}}}, `{"institutions":[{"id":"a","country":null}]}`, "institutions[0].country.name"},
		{"an absent to-one", `{ institutions { country { name } } }`,
			row{many{row{nil}}}, `{"institutions":[{"country":null}]}`, ""},
		{"an absent list", `{ institutions { aliases } }`,
			row{many{row{nil}}}, `{"institutions":[{"aliases":[]}]}`, ""},
		{"a null in a list of texts", `{ institutions { aliases } }`,
			row{many{row{many{"x", nil}}}}, `null`, "institutions[0].aliases[1]"},
		{"an unknown enum value", `{ places { kind } }`,
			row{many{row{"VILLAGE"}}}, `{"places":[{"kind":null}]}`, "places[0].kind"},
		{"a text where a number is promised", `{ institutions { founded } }`,
			row{many{row{"1900"}}}, `{"institutions":[{"founded":null}]}`, "institutions[0].founded"},
		{"not a number", `{ agreements { amount } }`,
			row{many{row{math.NaN()}}}, `{"agreements":[{"amount":null}]}`, "agreements[0].amount"},
		{"a node of no known type", `{ organizations { __typename } }`,
			row{many{row{row{"Entity", "Club"}}}}, `null`, "organizations[0]"},
		{"a whole number of more than 32 bits", `{ institutions { founded } }`,
			row{many{row{int64(1) << 31}}}, `{"institutions":[{"founded":null}]}`, "institutions[0].founded"},
		{"under an alias", `{ x: institutions { y: name } }`,
			row{many{row{nil}}}, `null`, "x[0].y"},
		{"in an edge's node", `{ institutionsConnection { edges { node { name } } } }`,
			row{row{many{row{row{nil}}}}}, `null`, "institutionsConnection.edges[0].node.name"},
		{"a day", `{ agreements { signedOn } }`,
			row{many{row{dbtype.Date(time.Date(33, 4, 3, 0, 0, 0, 0, time.UTC))}}}, `{"agreements":[{"signedOn":"0033-04-03"}]}`, ""},
		{"whole floats", `{ agreements { amount } }`,
			row{many{row{3.0}, row{int64(4)}, row{1e300}}}, `{"agreements":[{"amount":3},{"amount":4},{"amount":1e+300}]}`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := written(t, test.query, test.record...)
			if diff := cmp.Diff(test.want, string(w.buf)); diff != "" {
				t.Error(diff)
			}
			var paths []string
			for _, err := range w.errors {
				paths = append(paths, err.Path.String())
			}
			if got := strings.Join(paths, " "); got != test.path {
				t.Errorf("errors at %q, want %q", got, test.path)
			}
		})
	}
}

func TestTruncation(t *testing.T) {
	names := func(n int) many {
		names := many{}
		for range n {
			names = append(names, row{"x"})
		}
		return names
	}
	w := written(t, `{ institutions { id } }`, names(101))
	if len(w.truncated) != 1 || w.truncated[0].Limit != 100 || w.truncated[0].Path.String() != "institutions" {
		t.Errorf("101 rows where 100 are the bound: %v", w.truncated)
	}
	if n := strings.Count(string(w.buf), `"id"`); n != 100 {
		t.Errorf("%d rows written", n)
	}
	if w = written(t, `{ institutions { id } }`, names(100)); w.truncated != nil {
		t.Errorf("100 rows are not cut: %v", w.truncated)
	}
	if w = written(t, `{ institutions(limit: 5) { id } }`, names(5)); w.truncated != nil {
		t.Errorf("a limit that was asked for is no news: %v", w.truncated)
	}
	w = written(t, `{ institutions { agreements { id } } }`, many{row{names(101)}, row{names(3)}, row{names(101)}})
	var paths []string
	for _, cut := range w.truncated {
		paths = append(paths, cut.Path.String())
	}
	if diff := cmp.Diff([]string{"institutions[0].agreements", "institutions[2].agreements"}, paths); diff != "" {
		t.Error(diff)
	}
}

func TestTruncationsAreCounted(t *testing.T) {
	cut := make(many, 101)
	for i := range cut {
		cut[i] = row{"x"}
	}
	rows := many{}
	for range maxTruncations + 7 {
		rows = append(rows, row{cut})
	}
	w := written(t, `{ institutions(limit: 1000) { agreements { id } } }`, rows)
	if len(w.truncated) != maxTruncations || w.omitted != 7 {
		t.Errorf("%d are named, and %d more told of", len(w.truncated), w.omitted)
	}
}

// A full writer ends soon, and what it has written is cast away.
func TestAnswerThatIsTooLarge(t *testing.T) {
	e := offline(t)
	request, errs := e.Parse(`{ institutions { id agreements { id } } }`, "", nil)
	if errs != nil {
		t.Fatal(errs)
	}
	c, b, err := e.bound(request)
	if err != nil {
		t.Fatal(err)
	}
	many := make([]any, 100)
	for i := range many {
		many[i] = []any{"x"}
	}
	rows := make([]any, 100)
	for i := range rows {
		rows[i] = []any{"y", many}
	}
	for max, full := range map[int]bool{0: false, 1000: true, 1 << 20: false} {
		w := &writer{binding: b, pages: c.plan.pages, max: max}
		c.shape.write(w, []any{rows})
		if w.full() != full || full && len(w.buf) > max+100 {
			t.Errorf("of %d bytes: %v after %d", max, w.full(), len(w.buf))
		}
	}
}

func FuzzAppendString(f *testing.F) {
	for _, s := range []string{"", "a\"b\\c", "\x00\x1f\x7f", "é名😀", "\xff\xfe", "</script>&", "\u2028"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var back string
		if err := json.Unmarshal(appendString(nil, s), &back); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if want := strings.ToValidUTF8(s, "\ufffd"); utf8.ValidString(s) && back != want {
			t.Errorf("%q came back as %q", s, back)
		}
	})
}
