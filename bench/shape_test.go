package main

// shape_test.go holds the hand-written server to its JSON.

import (
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

func TestShape(t *testing.T) {
	day := dbtype.Date(time.Date(2016, 4, 30, 0, 0, 0, 0, time.UTC))
	for _, c := range []struct {
		shape string
		value []any
		want  string
	}{
		{"{ a b }", []any{int64(1), nil}, `{"a":1,"b":null}`},
		{"{ rows [{ id day }] }", []any{[]any{[]any{"x", day}, []any{"y", nil}}}, `{"rows":[{"id":"x","day":"2016-04-30"},{"id":"y","day":null}]}`},
		{"{ one { code } none { code } }", []any{[]any{"a\"b"}, nil}, `{"one":{"code":"a\"b"},"none":null}`},
		{"{ __typename kind:Institution homepage:Enterprise }", []any{[]any{"Entity", "Institution"}, "SCHOOL", "x"}, `{"__typename":"Institution","kind":"SCHOOL"}`},
		{"{ n ok }", []any{230000.5, true}, `{"n":230000.5,"ok":true}`},
	} {
		s, err := parseShape(c.shape)
		if err != nil {
			t.Fatalf("%s: %v", c.shape, err)
		}
		if got := string(s.append(nil, c.value)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.shape, got, c.want)
		}
	}
	for _, faulty := range []string{"", "{ a", "[{ a }", "{ a } b"} {
		if _, err := parseShape(faulty); err == nil {
			t.Errorf("%q is read as a shape", faulty)
		}
	}
}
