package graph_test

// derived_test.go holds what a schema may not say of derived relationships.

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph"
	"guanxi/schema"
)

func TestDerivedSchemaFaults(t *testing.T) {
	for name, c := range map[string]struct{ old, new, want string }{
		"via no type":      {`via: "Agreement"`, `via: "Agremeent"`, `@derived goes via "Agremeent", which is no type of nodes`},
		"via no node":      {`via: "Agreement"`, `via: "Evidence"`, `@derived goes via "Evidence", which is no type of nodes`},
		"properties":       {`properties: "SharedAgreements")`, `properties: "Shared")`, `@derived names properties "Shared", which is no type`},
		"stored property":  {`shared: Int! @collected(cypher: "count(DISTINCT $via)")`, `shared: Int!`, `.shared are stored nowhere; give the field @collected`},
		"stored elsewhere": {`properties: "SharedAgreements")`, `properties: "PartyTo")`, `are stored nowhere; give the field @collected`},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.ReplaceAll(schema.SDL, c.old, c.new)
			if text == schema.SDL {
				t.Fatalf("the schema does not say %s", c.old)
			}
			full := gqlparser.MustLoadSchema(&ast.Source{Name: "api.graphqls", Input: text})
			_, err := graph.New(full, nil, graph.Options{})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the engine says %v, want %q", err, c.want)
			}
		})
	}
}
