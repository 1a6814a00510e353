package main

// alike.go sees that all three answer the same, before anything is measured.

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/google/go-cmp/cmp"
)

// alike asks each server every question of the operation.
func alike(ctx context.Context, op *operation, servers []*server) error {
	for i := range op.variables[ours] {
		var answers [3]any
		for s, server := range servers {
			text, err := server.ask(ctx, op.name, op.bodies[s][i])
			if !op.asked(s) {
				if err == nil {
					return fmt.Errorf("%s: the %s answers: take the note peer-fails away", op.name, server.name)
				}
				say("%s: as expected, %.200v", op.name, err)
				continue
			}
			if err != nil {
				return err
			}
			var answer struct {
				Data   any
				Errors []any
			}
			if err := json.Unmarshal(text, &answer); err != nil {
				return fmt.Errorf("%s of %s answers no JSON: %w", op.name, server.name, err)
			}
			if len(answer.Errors) > 0 {
				return fmt.Errorf("%s of %s answers with errors: %.1000s", op.name, server.name, text)
			}
			answers[s] = reconcile(answer.Data)
		}
		for _, other := range []int{bare, peer} {
			if !op.asked(other) {
				continue
			}
			if difference := cmp.Diff(answers[other], answers[ours]); difference != "" {
				return fmt.Errorf("%s with %v: the %s (-) and guanxi (+) answer differently:\n%.4000s",
					op.name, op.variables[ours][i], serverNames[other], difference)
			}
		}
		if empty(answers[ours]) {
			return fmt.Errorf("%s with %v: the answer is empty, so that nothing would be measured", op.name, op.variables[ours][i])
		}
	}
	return nil
}

// reconcile makes alike what is only spelt differently: the peer has no relationship to one node, so that its country is
// a list; a cursor means something only to whom it came from; and a sum depends in its last digits on the order of what
// is summed up.
func reconcile(v any) any {
	switch v := v.(type) {
	case map[string]any:
		delete(v, "endCursor")
		for key, item := range v {
			if list, ok := item.([]any); ok && key == "country" {
				item = nil
				if len(list) > 0 {
					item = list[0]
				}
			}
			v[key] = reconcile(item)
		}
	case float64:
		v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
		return v
	case []any:
		for i, item := range v {
			v[i] = reconcile(item)
		}
	}
	return v
}

// empty tells whether there is no row at any root.
func empty(data any) bool {
	roots, _ := data.(map[string]any)
	for _, root := range roots {
		if list, ok := root.([]any); !ok || len(list) > 0 {
			return false
		}
	}
	return true
}
