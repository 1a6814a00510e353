package main

// shape.go writes what a hand-written statement answers as JSON: lists whose places a shape names. It is what one would
// write by hand for each answer, told once.
//
//	{ agreements [{ id title parties [{ __typename id kind:Institution }] }] }
//
// A bracket is a list, a brace an object whose places are named in order, a name without either a plain value.
// __typename is read from labels; a name with a type behind it stands only in objects of that type.

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// A shape is that of an object, or of a list of objects.
type shape struct {
	list   bool
	fields []shapeField
}

type shapeField struct {
	key string // quoted, with its colon
	on  string // the type that has it; empty: every one
	of  *shape // nil for a plain value
}

// parseShape reads a shape's text.
func parseShape(text string) (*shape, error) {
	for _, mark := range []string{"{", "}", "[", "]"} {
		text = strings.ReplaceAll(text, mark, " "+mark+" ")
	}
	words := strings.Fields(text)
	s, rest, err := takeShape(words)
	if err == nil && len(rest) > 0 {
		err = fmt.Errorf("%v is left over", rest)
	}
	return s, err
}

// takeShape reads the shape that the words begin with.
func takeShape(words []string) (s *shape, rest []string, err error) {
	s = &shape{}
	if len(words) > 0 && words[0] == "[" {
		s, words, err = takeShape(words[1:])
		if err != nil || len(words) == 0 || words[0] != "]" {
			return nil, nil, fmt.Errorf("a list is not closed: %w", err)
		}
		s.list = true
		return s, words[1:], nil
	}
	if len(words) == 0 || words[0] != "{" {
		return nil, nil, fmt.Errorf("an object should begin at %v", words)
	}
	for words = words[1:]; len(words) > 0 && words[0] != "}"; {
		name, on, _ := strings.Cut(words[0], ":")
		f := shapeField{key: strconv.Quote(name) + ":", on: on}
		if words = words[1:]; len(words) > 0 && (words[0] == "{" || words[0] == "[") {
			if f.of, words, err = takeShape(words); err != nil {
				return nil, nil, err
			}
		}
		s.fields = append(s.fields, f)
	}
	if len(words) == 0 {
		return nil, nil, fmt.Errorf("an object is not closed")
	}
	return s, words[1:], nil
}

// append writes the value in this shape.
func (s *shape) append(b []byte, v any) []byte {
	places, ok := v.([]any)
	if !ok {
		return append(b, "null"...)
	}
	if s.list {
		b = append(b, '[')
		for i, item := range places {
			if i > 0 {
				b = append(b, ',')
			}
			b = s.object(b, item)
		}
		return append(b, ']')
	}
	return s.object(b, places)
}

func (s *shape) object(b []byte, v any) []byte {
	places, ok := v.([]any)
	if !ok {
		return append(b, "null"...)
	}
	b = append(b, '{')
	first, typename := true, ""
	for i, f := range s.fields {
		value := places[i]
		if f.key == `"__typename":` {
			typename = typeOf(value)
			value = typename
		}
		if f.on != "" && f.on != typename {
			continue
		}
		if !first {
			b = append(b, ',')
		}
		first = false
		b = append(b, f.key...)
		if f.of != nil {
			b = f.of.append(b, value)
		} else {
			b = appendScalar(b, value)
		}
	}
	return append(b, '}')
}

// concrete are the types that labels can tell.
var concrete = []string{"Institution", "Enterprise", "GovernmentBody", "Association", "Alliance", "OtherOrganization"}

func typeOf(labels any) string {
	list, _ := labels.([]any)
	for _, label := range list {
		if name, _ := label.(string); slices.Contains(concrete, name) {
			return name
		}
	}
	return ""
}

func appendScalar(b []byte, v any) []byte {
	switch v := v.(type) {
	case nil:
		return append(b, "null"...)
	case string:
		return appendString(b, v)
	case int64:
		return strconv.AppendInt(b, v, 10)
	case float64:
		return strconv.AppendFloat(b, v, 'f', -1, 64)
	case bool:
		return strconv.AppendBool(b, v)
	case dbtype.Date:
		b = append(b, '"')
		b = v.Time().AppendFormat(b, time.DateOnly)
		return append(b, '"')
	}
	panic(fmt.Sprintf("bench: a value of type %T", v))
}

// appendString quotes; most texts need no escape.
func appendString(b []byte, s string) []byte {
	for i := range len(s) {
		if s[i] < ' ' || s[i] == '"' || s[i] == '\\' {
			quoted, _ := json.Marshal(s) // a string always marshals
			return append(b, quoted...)
		}
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}
