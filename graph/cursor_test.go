package graph_test

// cursor_test.go holds cursors to what the cases cannot show: a database in which
// a value is absent where the schema promises one.

import (
	"context"
	"encoding/json"
	"slices"
	"testing"
)

// A cursor may stand at a row without a value, and still has rows behind it.
func TestCursorGoesOnBehindNoValue(t *testing.T) {
	db := smallGraph(t)
	db.Run(t, "MATCH (o:Organization) WHERE o.id IN ['beta', 'delta'] REMOVE o.name", nil)
	engine := db.engine(t)
	for _, direction := range []string{"ASC", "DESC"} {
		query := `query ($after: String) { node(id: "ag-2") { ... on Agreement {
			partiesConnection(sort: [{node: {name: ` + direction + `}}], first: 1, after: $after) { edges { cursor node { id } } }
		} } }`
		var seen []string
		var after any
		for range 6 {
			request, errs := engine.Parse(query, "", map[string]any{"after": after})
			if len(errs) > 0 {
				t.Fatal(errs)
			}
			answer, err := engine.Answer(context.Background(), request)
			if err != nil {
				t.Fatal(err)
			}
			var data struct {
				Node struct {
					PartiesConnection struct {
						Edges []struct {
							Cursor string
							Node   struct{ ID string }
						}
					}
				}
			}
			if err := json.Unmarshal(answer.Data, &data); err != nil {
				t.Fatal(err)
			}
			for _, edge := range data.Node.PartiesConnection.Edges {
				seen, after = append(seen, edge.Node.ID), edge.Cursor
			}
		}
		want := []string{"alpha", "alpha", "gamma", "beta", "delta"}
		if direction == "DESC" {
			want = []string{"beta", "delta", "gamma", "alpha", "alpha"}
		}
		if !slices.Equal(seen, want) {
			t.Errorf("%s: %v, want %v", direction, seen, want)
		}
	}
}
