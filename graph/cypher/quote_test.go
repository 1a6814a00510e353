package cypher_test

// quote_test.go holds quoting against the real parser: whatever the name, the
// database must read back that name and nothing else.

import (
	"context"
	"testing"
	"unicode/utf8"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guanxi/graph/cypher"
	"guanxi/graph/graphtest"
)

func FuzzName(f *testing.F) {
	for _, name := range []string{
		"name", "Name_2", "2nd", "match", "a b", "a`b", "``", "`", `\u0060`, `a\u0060b`, `\\u0060`, `\`, `\\`, `\n`, "a\nb", "\t", "'", `"`,
		"//", "/* */", "名", "é", "😀", "\u00a0", "a;b", "$p", "{", "}", ")", "\x01", "\x7f", "`) RETURN 1 //", `\U00000060`, "null", "true",
	} {
		f.Add(name)
	}
	driver := graphtest.Driver(f)
	f.Fuzz(func(t *testing.T, name string) {
		if name == "" || !utf8.ValidString(name) {
			t.Skip("no name in Cypher")
		}
		statement := cypher.Query{cypher.Return{Items: []cypher.Item{{
			Expr: cypher.Map{{Key: name, Value: cypher.Verb("1")}}, As: cypher.Var(name),
		}}}}.String()
		result, err := neo4j.ExecuteQuery(context.Background(), driver, statement, nil, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithReadersRouting())
		if err != nil {
			t.Fatalf("%q: %v\n%s", name, err, statement)
		}
		if got := result.Keys[0]; got != name {
			t.Errorf("%q as a column is read as %q", name, got)
		}
		entries, _ := result.Records[0].Values[0].(map[string]any)
		if _, ok := entries[name]; !ok || len(entries) != 1 {
			t.Errorf("%q as a key is read as %v", name, entries)
		}
	})
}
