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
	e := &Engine{options: Options{StatementTimeout: 20 * time.Millisecond}, computing: make(chan struct{}, 1)}
	one := []*computation{{rows: "rows", does: question.Computation{
		Rows: func(context.Context, question.Reader, question.Args) (any, error) { return "made", nil },
	}}}
	until := time.Now().Add(time.Hour)
	for range 2 { // the second finds the place that the first had
		done, err := e.turn(t.Context(), until, one[0])
		if err != nil {
			t.Fatal(err)
		}
		if params, err := e.compute(t.Context(), until, nil, one, map[string]any{}); err != nil || params["rows"] != "made" {
			t.Fatalf("%v, %v", params, err)
		}
		done()
	}
	e.computing <- struct{}{}
	_, err := e.turn(t.Context(), time.Now().Add(20*time.Millisecond), one[0])
	if fault, is := errors.AsType[*Error](err); !is || fault.Code != TooExpensive || fault.Message != "other computations were at work for more than 20ms; try again later" {
		t.Errorf("%v", err)
	}
	gone, leave := context.WithCancel(t.Context())
	leave()
	if _, err := e.turn(gone, until, one[0]); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want that the caller is gone", err)
	}
}
