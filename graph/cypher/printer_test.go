package cypher_test

// printer_test.go prints trees, and holds the token splitter to its law: joined,
// the tokens are the text.

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guanxi/graph/cypher"
)

func TestQueryString(t *testing.T) {
	n, r, m := cypher.Var("n"), cypher.Var("r"), cypher.Var("m")
	query := cypher.Query{
		cypher.Match{
			Pattern: cypher.Pattern{Node: cypher.Node{Var: n, AnyLabel: []string{"A", "B c"}}, Hops: []cypher.Hop{
				{Var: r, AnyType: []string{"T", "U"}, Direction: cypher.In, To: cypher.Node{Var: m, Key: "id", Value: cypher.Param("p")}},
			}},
			Where: cypher.Or{
				cypher.And{cypher.Compare{L: cypher.Prop{Of: n, Name: "x"}, Op: ">", R: cypher.Param("p")}, cypher.IsNull{X: m}},
				cypher.Not{X: cypher.And{cypher.NotNull{X: m}}},
				cypher.HasLabel{X: n, Any: []string{"C", "D"}},
			},
		},
		cypher.Unwind{List: cypher.List{n, m}, As: "x"},
		cypher.Call{Import: []cypher.Var{n, m}, Query: cypher.Query{
			cypher.Verbatim{Lines: []string{"WITH $a AS a // not $a", "RETURN '$a', a"}, Names: map[string]cypher.Expr{"a": cypher.Param("p")}},
		}},
		cypher.With{Distinct: true, Items: []cypher.Item{{Expr: n}, {Expr: cypher.Func{Name: "size", Args: []cypher.Expr{n}}, As: "s"}},
			OrderBy: []cypher.SortKey{{Expr: n}, {Expr: m, Descending: true}}, Skip: cypher.Param("s"), Limit: cypher.Verb("1"),
			Where: cypher.Exists{Query: cypher.Query{cypher.Match{Pattern: cypher.Pattern{Node: cypher.Node{Var: n}}}}}},
		cypher.Return{Items: []cypher.Item{{Expr: cypher.Map{{Key: "k y", Value: cypher.Head{List: n}}}}}},
	}
	want := strings.TrimPrefix(`
MATCH (n:A|`+"`B c`"+`)<-[r:T|U]-(m {id: $p})
WHERE ((n.x > $p) AND (m IS NULL)) OR (NOT (m IS NOT NULL)) OR (n:C|D)
UNWIND [n, m] AS x
CALL (n, m) {
  WITH $p AS a // not $a
  RETURN '$a', a
}
WITH DISTINCT n, size(n) AS s
ORDER BY n, m DESC
SKIP $s
LIMIT 1
WHERE EXISTS {
  MATCH (n)
}
RETURN {`+"`k y`"+`: head(n)}`, "\n")
	if diff := cmp.Diff(want, query.String()); diff != "" {
		t.Error(diff)
	}
}

func TestEmptyJunctions(t *testing.T) {
	if got := cypher.Text(cypher.And{}); got != "true" {
		t.Errorf("an empty And prints %s", got)
	}
	if got := cypher.Text(cypher.Or{}); got != "false" {
		t.Errorf("an empty Or prints %s", got)
	}
}

func FuzzTokens(f *testing.F) {
	for _, text := range []string{"MATCH (n:A {x: $p}) // $q", "'it''s \\' $x' + \"$y\"", "`a``b`.$c", "/* $x", "'open", "$", "$$a", "a\r\nb"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var joined strings.Builder
		for _, token := range cypher.Tokens(text) {
			if token.Text == "" {
				t.Fatal("an empty token")
			}
			joined.WriteString(token.Text)
		}
		if joined.String() != text {
			t.Errorf("%q became %q", text, joined.String())
		}
	})
}
