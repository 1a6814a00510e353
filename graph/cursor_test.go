package graph_test

// cursor_test.go holds cursors to what the cases cannot show: a database in which
// a value is absent where the schema promises one.

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// What is no value of a key's property is refused, and does not answer with some page.
func TestCursorKeysAreOfTheirTypes(t *testing.T) {
	engine := smallGraph(t).engine(t)
	page := func(sort string, after any) (string, error) {
		request, errs := engine.Parse(`query ($after: String) { agreementsConnection(sort: [`+sort+`], first: 1, after: $after) { pageInfo { endCursor } } }`,
			"", map[string]any{"after": after})
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		answer, err := engine.Answer(context.Background(), request)
		if err != nil {
			return "", err
		}
		var data struct {
			AgreementsConnection struct{ PageInfo struct{ EndCursor string } }
		}
		if err := json.Unmarshal(answer.Data, &data); err != nil {
			t.Fatal(err)
		}
		return data.AgreementsConnection.PageInfo.EndCursor, nil
	}
	for sort, right := range map[string]string{
		"{title: ASC}":    `"x"`,
		"{kind: ASC}":     `"GRANT"`,
		"{signedOn: ASC}": `{"d":"2025-01-01"}`,
		"{amount: ASC}":   `1.5`,
		"{partiesConnection: {aggregate: {count: {nodes: ASC}}}}": `1`,
	} {
		cursor, err := page(sort, nil)
		if err != nil {
			t.Fatal(err)
		}
		raw, err := base64.RawURLEncoding.DecodeString(cursor)
		if err != nil {
			t.Fatal(err)
		}
		var parts []json.RawMessage
		if err := json.Unmarshal(raw, &parts); err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{`"x"`, `{"d":"2025-01-01"}`, `1`, `1.5`, `true`, `null`} {
			parts[2] = json.RawMessage(key)
			forged, err := json.Marshal(parts)
			if err != nil {
				t.Fatal(err)
			}
			_, err = page(sort, base64.RawURLEncoding.EncodeToString(forged))
			fits := key == "null" || key == right || strings.HasPrefix(right, `"`) && key == `"x"` || right == "1.5" && key == "1"
			if refused := err != nil && strings.Contains(err.Error(), "this is no cursor of ours"); refused == fits {
				t.Errorf("%s with the key %s: %v", sort, key, err)
			}
		}
	}
}

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
