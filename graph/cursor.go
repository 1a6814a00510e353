package graph

// cursor.go reads and writes cursors. A cursor holds the sort keys of a row, so
// that the next page is found by them and no row before it is touched. It is
// bound to what it came from: the order and the conditions of its connection.

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"hash/fnv"
	"strconv"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"guanxi/graph/cypher"
)

// cursorVersion begins every cursor; another one is refused.
const cursorVersion = 2

// A cursor is what a connection's cursors have in common, and those that the
// operation gives.
type cursor struct {
	identity      string   // of the connection's source, order and conditions
	spans         [][2]int // its conditions' values are params[from:to] of each
	keys          []string // the type of each key that a cursor holds; empty: not known
	page          int
	after, before *mark // nil: not given
}

// cursor plans the connection's cursors; first is where its parameters begin.
func (s *selector) cursor(r rows, scope scope, first int) *cursor {
	above, spans := s.lineage()
	bound := []any{identity(r), scope.weakest, above}
	if scope.dated() {
		bound = append(bound, scope.validOn.given(), scope.knownOn.given())
		spans = append(spans, scope.validOn.span(), scope.knownOn.span())
	}
	text, _ := json.Marshal(bound) // of texts and booleans: no error
	own := [2]int{first, len(s.params)}
	for i := first; i < len(s.params); i++ {
		if s.params[i].page > 0 {
			own[1] = i // the page's own size is no condition
			break
		}
	}
	c := &cursor{identity: string(text), spans: append(spans, own), page: r.page}
	for _, key := range r.sort {
		c.keys = append(c.keys, key.typ)
	}
	s.cursors = append(s.cursors, c)
	return c
}

// behind is the condition that a row lies behind the keys, or at them too. In
// index order a range on the first key alone has to say where to begin, hence
// `k >= $k AND (k > $k OR …)` and not `k > $k OR (k = $k AND …)`. Nor `k <> $k`
// for the second `k > $k`, though as a filter Neo4j 5.26 compares a parameter by
// UTF-16 code unit, and not by code point as it orders and seeks: the planner
// then passes over all rows before.
func behind(keys []sortKey, values []cypher.Param, read func(sortKey) cypher.Expr, inclusive bool) cypher.Expr {
	if len(keys) == 0 {
		if inclusive {
			return cypher.And{}
		}
		return cypher.Or{}
	}
	key, k, v := keys[0], read(keys[0]), values[0]
	rest := behind(keys[1:], values[1:], read, inclusive)
	if key.required {
		wide, strict := ">=", ">"
		if key.descending {
			wide, strict = "<=", "<"
		}
		switch {
		case key.unique && inclusive:
			return cypher.Compare{L: k, Op: wide, R: v}
		case key.unique:
			return cypher.Compare{L: k, Op: strict, R: v}
		}
		return cypher.And{
			cypher.Compare{L: k, Op: wide, R: v},
			cypher.Or{cypher.Compare{L: k, Op: strict, R: v}, rest},
		}
	}
	// Ascending, what has no value comes last; descending, first.
	later := cypher.Expr(cypher.And{cypher.NotNull{X: v}, cypher.Or{cypher.Compare{L: k, Op: ">", R: v}, cypher.IsNull{X: k}}})
	if key.descending {
		later = cypher.Or{cypher.Compare{L: k, Op: "<", R: v}, cypher.And{cypher.IsNull{X: v}, cypher.NotNull{X: k}}}
	}
	equal := cypher.Or{cypher.Compare{L: k, Op: "=", R: v}, cypher.And{cypher.IsNull{X: k}, cypher.IsNull{X: v}}}
	return cypher.Or{later, cypher.And{equal, rest}}
}

// stamp is the mark of the connection with these values in its conditions.
func (c *cursor) stamp(params []param, values map[string]any) string {
	hash := fnv.New64a()
	hash.Write([]byte(c.identity))
	for _, span := range c.spans {
		for _, p := range params[span[0]:span[1]] {
			text, _ := json.Marshal(showParam(values[string(p.name)])) // a parameter is JSON in origin
			hash.Write(append(text, 0))
		}
	}
	return strconv.FormatUint(hash.Sum64(), 36)
}

// decode reads a cursor's keys, and refuses one that was not given by this
// connection.
func (c *cursor) decode(m *mark, v any, stamp string) ([]any, error) {
	text, _ := v.(string)
	raw, err := base64.RawURLEncoding.DecodeString(text)
	var parts []json.RawMessage
	var version int
	var mark string
	if err != nil || json.Unmarshal(raw, &parts) != nil || len(parts) < 2 || json.Unmarshal(parts[0], &version) != nil || json.Unmarshal(parts[1], &mark) != nil {
		return nil, m.wrong("this is no cursor of ours; give one that a page answered with")
	}
	if version != cursorVersion {
		return nil, m.wrong("this cursor is of version %d and the server's of version %d; begin again with the first page", version, cursorVersion)
	}
	if mark != stamp || len(parts) != 2+len(c.keys) {
		return nil, m.wrong("this cursor belongs to another query; a cursor goes on only with the sort and the conditions that it came from, and below the entity that it came from")
	}
	keys := make([]any, len(c.keys))
	for i, part := range parts[2:] {
		if keys[i], err = decodeKey(part); err != nil || !fits(keys[i], c.keys[i]) {
			return nil, m.wrong("this is no cursor of ours; give one that a page answered with")
		}
	}
	return keys, nil
}

// fits tells whether a row may have the value under a key of the type. Any row
// may have none.
func fits(v any, typ string) bool {
	if v == nil || typ == "" {
		return true
	}
	switch v.(type) {
	case dbtype.Date:
		return typ == "Date"
	case bool:
		return typ == "Boolean"
	case int64:
		return typ == "Int" || typ == "Float"
	case float64:
		return typ == "Float"
	}
	return typ != "Date" && typ != "Boolean" && typ != "Int" && typ != "Float"
}

// dateKey is how a cursor holds a day.
type dateKey struct {
	Date string `json:"d"`
}

func decodeKey(raw json.RawMessage) (any, error) {
	switch raw[0] {
	case '{':
		var day dateKey
		if err := json.Unmarshal(raw, &day); err != nil {
			return nil, err
		}
		return readDate(day.Date)
	case '"', 'n', 't', 'f':
		var v any
		err := json.Unmarshal(raw, &v)
		return v, err
	}
	if n, err := strconv.ParseInt(string(raw), 10, 64); err == nil {
		return n, nil
	}
	return strconv.ParseFloat(string(raw), 64)
}

// encodeCursor writes the cursor of a row with these keys.
func encodeCursor(stamp string, keys []any) string {
	parts := []any{cursorVersion, stamp}
	for _, key := range keys {
		switch k := key.(type) {
		case dbtype.Date:
			key = dateKey{k.Time().Format(time.DateOnly)}
		case float64:
			key = json.RawMessage(floatKey(k))
		}
		parts = append(parts, key)
	}
	var raw bytes.Buffer
	encoder := json.NewEncoder(&raw)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(parts); err != nil { // a key that is no JSON: a list, say, by which nothing sorts
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(bytes.TrimSpace(raw.Bytes()))
}

// floatKey keeps a whole float apart from an integer.
func floatKey(f float64) string {
	text := string(appendFloat(nil, f))
	if _, err := strconv.ParseInt(text, 10, 64); err == nil {
		return text + ".0"
	}
	return text
}
