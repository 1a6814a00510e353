package graph_test

// compare_test.go brings an answer and the oracle's into one form: indented
// text, the keys in the order of the answer, lists without an order sorted, and
// cursors, which only their maker can read, only checked for being there.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// decode reads JSON and keeps the order of keys.
func decode(data []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	return decodeNext(d)
}

func decodeNext(d *json.Decoder) (any, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('{'):
		o := &object{}
		for d.More() {
			key, err := d.Token()
			if err != nil {
				return nil, err
			}
			value, err := decodeNext(d)
			if err != nil {
				return nil, err
			}
			o.keys, o.values = append(o.keys, key.(string)), append(o.values, value)
		}
		_, err = d.Token()
		return o, err
	case json.Delim('['):
		list := []any{}
		for d.More() {
			item, err := decodeNext(d)
			if err != nil {
				return nil, err
			}
			list = append(list, item)
		}
		_, err = d.Token()
		return list, err
	}
	return token, nil
}

// A form is what the oracle knows of an answer's lists and cursors.
type form struct{ unordered, cursors map[string]bool }

// text writes a value; keys is the path to it without indices.
func (f form) text(v any, keys string) string {
	switch v := v.(type) {
	case *object:
		parts := make([]string, len(v.keys))
		for i, key := range v.keys {
			parts[i] = key + ": " + f.text(v.values[i], strings.TrimPrefix(keys+"."+key, "."))
		}
		return block("{", parts, "}")
	case []any:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = f.text(v[i], keys)
		}
		if f.unordered[keys] {
			slices.Sort(parts)
		}
		return block("[", parts, "]")
	case string:
		if f.cursors[keys] && v != "" {
			return "a cursor"
		}
	}
	// A mean is the same in whatever order it was made.
	if number, ok := v.(json.Number); ok {
		if _, err := number.Int64(); err != nil {
			v, _ = number.Float64()
		}
	}
	if number, ok := v.(float64); ok {
		return strconv.FormatFloat(number, 'g', 12, 64)
	}
	scalar, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(scalar)
}

func block(open string, parts []string, end string) string {
	if len(parts) == 0 {
		return open + end
	}
	return open + "\n  " + strings.ReplaceAll(strings.Join(parts, "\n"), "\n", "\n  ") + "\n" + end
}
