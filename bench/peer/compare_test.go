package peer

// compare_test.go brings two answers to one spelling and says whether they are equal.

import (
	"math"

	"github.com/google/go-cmp/cmp"
)

// toOne are the fields of ours that lead to a single node. The peer knows only lists.
var toOne = map[string]bool{"country": true}

// cursors are the fields whose values are each server's own affair.
var cursors = map[string]bool{"cursor": true, "endCursor": true, "startCursor": true}

// plain brings an answer to the spelling that both have in common.
func plain(value any, peers bool) any {
	switch value := value.(type) {
	case map[string]any:
		same := make(map[string]any, len(value))
		for name, v := range value {
			v = plain(v, peers)
			if list, ok := v.([]any); ok && peers && toOne[name] && len(list) < 2 {
				v = nil
				if len(list) == 1 {
					v = list[0]
				}
			}
			if text, ok := v.(string); ok && cursors[name] && text != "" {
				v = "a cursor"
			}
			same[name] = v
		}
		return same
	case []any:
		same := make([]any, len(value))
		for i, v := range value {
			same[i] = plain(v, peers)
		}
		return same
	}
	return value
}

// difference is what tells two answers apart, or empty. An average depends on the order in which it was summed, so
// numbers are equal up to the last digits.
func difference(peers, ours any) string {
	return cmp.Diff(peers, ours, cmp.Comparer(func(a, b float64) bool {
		return a == b || math.Abs(a-b) <= 1e-12*max(math.Abs(a), math.Abs(b))
	}))
}

// says is whether there is a value anywhere in an answer: if there is none, it is equal to whatever knows nothing.
func says(value any) bool {
	switch value := value.(type) {
	case map[string]any:
		for name, v := range value {
			if name != "__typename" && !cursors[name] && says(v) {
				return true
			}
		}
	case []any:
		for _, v := range value {
			if says(v) {
				return true
			}
		}
	case string:
		return value != ""
	case float64:
		return value != 0
	}
	return false
}

// page is the first pageInfo of an answer.
func page(value any) (info map[string]any) {
	switch value := value.(type) {
	case map[string]any:
		if found, ok := value["pageInfo"].(map[string]any); ok {
			return found
		}
		for _, v := range value {
			if found := page(v); found != nil {
				return found
			}
		}
	case []any:
		for _, v := range value {
			if found := page(v); found != nil {
				return found
			}
		}
	}
	return nil
}
