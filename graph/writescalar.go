package graph

// writescalar.go writes scalars.

import (
	"encoding/json"
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

func (textShape) write(w *writer, v any) bool {
	switch v := v.(type) {
	case nil:
		return false
	case string:
		w.buf = appendString(w.buf, v)
	case int64:
		w.buf = append(strconv.AppendInt(append(w.buf, '"'), v, 10), '"')
	default:
		return w.fail("the database holds a %T where the schema promises a text", v)
	}
	return true
}

func (intShape) write(w *writer, v any) bool {
	switch v := v.(type) {
	case nil:
		return false
	case int64:
		if v != int64(int32(v)) {
			return w.fail("the database holds %d, which is not a whole number of 32 bits, as Int is", v)
		}
		w.buf = strconv.AppendInt(w.buf, v, 10)
	default:
		return w.fail("the database holds a %T where the schema promises a whole number", v)
	}
	return true
}

func (floatShape) write(w *writer, v any) bool {
	switch v := v.(type) {
	case nil:
		return false
	case int64:
		w.buf = strconv.AppendInt(w.buf, v, 10)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return w.fail("the database holds %v, which JSON cannot", v)
		}
		w.buf = appendFloat(w.buf, v)
	default:
		return w.fail("the database holds a %T where the schema promises a number", v)
	}
	return true
}

func (boolShape) write(w *writer, v any) bool {
	switch v := v.(type) {
	case nil:
		return false
	case bool:
		w.buf = strconv.AppendBool(w.buf, v)
	default:
		return w.fail("the database holds a %T where the schema promises a yes or no", v)
	}
	return true
}

func (dateShape) write(w *writer, v any) bool {
	switch v := v.(type) {
	case nil:
		return false
	case dbtype.Date:
		w.buf = append(v.Time().AppendFormat(append(w.buf, '"'), "2006-01-02"), '"')
	default:
		return w.fail("the database holds a %T where the schema promises a day", v)
	}
	return true
}

func (s enumShape) write(w *writer, v any) bool {
	name, ok := v.(string)
	switch {
	case v == nil:
		return false
	case !ok || !s.values[name]:
		return w.fail("the database holds %v, which is no value of %s", v, s.name)
	}
	w.buf = append(append(append(w.buf, '"'), name...), '"')
	return true
}

func (jsonShape) write(w *writer, v any) bool {
	if v == nil {
		return false
	}
	text, err := json.Marshal(v)
	if err != nil {
		return w.fail("the database holds a %T, which is no JSON", v)
	}
	w.buf = append(w.buf, text...)
	return true
}

// appendFloat writes as encoding/json does.
func appendFloat(buf []byte, f float64) []byte {
	format := byte('f')
	if abs := math.Abs(f); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		format = 'e'
	}
	return strconv.AppendFloat(buf, f, format, -1, 64)
}

// plainByte tells which bytes stand in a JSON string as they are.
var plainByte = func() (plain [256]bool) {
	for c := range plain {
		plain[c] = c >= 0x20 && c < utf8.RuneSelf && c != '"' && c != '\\'
	}
	return plain
}()

const hex = "0123456789abcdef"

// appendString writes s as a JSON string. HTML is left as it is; what is not
// UTF-8 becomes the replacement character, as encoding/json has it.
func appendString(buf []byte, s string) []byte {
	buf = append(buf, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if plainByte[c] {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				buf = append(append(buf, s[start:i]...), `\ufffd`...)
				start = i + 1
			}
			i += size
			continue
		}
		buf = append(buf, s[start:i]...)
		switch c {
		case '"', '\\':
			buf = append(buf, '\\', c)
		case '\n':
			buf = append(buf, '\\', 'n')
		case '\r':
			buf = append(buf, '\\', 'r')
		case '\t':
			buf = append(buf, '\\', 't')
		default:
			buf = append(buf, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
		i++
		start = i
	}
	return append(append(buf, s[start:]...), '"')
}
