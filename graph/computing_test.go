package graph

// computing_test.go fills the places of computations, and asks for one more.

import (
	"context"
	"errors"
	"testing"
	"time"

	"guanxi/graph/question"
)

func TestComputationsWaitForOneAnother(t *testing.T) {
	e := &Engine{options: Options{StatementTimeout: time.Minute}, computing: make(chan struct{}, 1)}
	one := []*computation{{rows: "rows", does: question.Computation{
		Rows: func(context.Context, question.Reader, question.Args) (any, error) { return "made", nil },
	}}}
	for range 2 { // the second finds the place that the first had
		if params, err := e.compute(t.Context(), nil, one, map[string]any{}); err != nil || params["rows"] != "made" {
			t.Fatalf("%v, %v", params, err)
		}
	}
	e.computing <- struct{}{}
	e.options.StatementTimeout = 20 * time.Millisecond
	_, err := e.compute(t.Context(), nil, one, map[string]any{})
	if fault, is := errors.AsType[*Error](err); !is || fault.Code != TooExpensive || fault.Message != "other computations were at work for more than 20ms; try again later" {
		t.Errorf("%v", err)
	}
	gone, leave := context.WithCancel(t.Context())
	leave()
	if _, err := e.compute(gone, nil, one, map[string]any{}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want that the caller is gone", err)
	}
}
