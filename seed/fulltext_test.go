package seed

// fulltext_test.go holds the schema's @fulltext to the indexes that are made.

import (
	"os"
	"strings"
	"testing"

	"guanxi/schema"
)

func TestFulltextIndexesAreMade(t *testing.T) {
	s, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	constraints, err := os.ReadFile("constraints.cypher")
	if err != nil {
		t.Fatal(err)
	}
	searched := 0
	for name, def := range s.Types {
		d := def.Directives.ForName("fulltext")
		if d == nil {
			continue
		}
		for _, index := range d.Arguments.ForName("indexes").Value.Children {
			var properties []string
			for _, field := range index.Value.Children.ForName("fields").Children {
				properties = append(properties, "e."+field.Value.Raw)
			}
			want := "CREATE FULLTEXT INDEX " + index.Value.Children.ForName("indexName").Raw +
				" IF NOT EXISTS FOR (e:Entity) ON EACH [" + strings.Join(properties, ", ") + "]"
			if !strings.Contains(string(constraints), want) {
				t.Errorf("%s: constraints.cypher does not have: %s", name, want)
			}
			searched++
		}
	}
	if searched == 0 {
		t.Error("no type has @fulltext")
	}
}
