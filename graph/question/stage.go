// stage.go tells how far a computation is, and ends it with its time.

package question

import (
	"context"
	"sync"
	"time"
)

// A Progress is told what a computation does, and how much of how much of that is
// done; of is 0 where nobody knows beforehand.
type Progress func(doing string, done, of int)

type progressKey struct{}

// WithProgress has computations that run with the context tell how far they are:
// as each stage begins, and every so often while it lasts.
func WithProgress(ctx context.Context, tell Progress) context.Context {
	return context.WithValue(ctx, progressKey{}, tell)
}

// often is how much time lies between two things that are told of a stage.
const often = 100 * time.Millisecond

// A stage is a part of a computation. Several goroutines may work on it.
type stage struct {
	ctx   context.Context
	tell  Progress // nil where nobody wants to know
	doing string
	of    int

	mu   sync.Mutex
	done int
	told time.Time
}

// begin begins a stage of so many steps.
func begin(ctx context.Context, doing string, of int) *stage {
	tell, _ := ctx.Value(progressKey{}).(Progress)
	s := &stage{ctx: ctx, tell: tell, doing: doing, of: of}
	_ = s.did(0)
	return s
}

// did counts steps that were done. Its error is that the computation's time is
// over, and nobody waits for its result.
func (s *stage) did(steps int) error {
	if s.tell != nil {
		if done, due := s.count(steps); due {
			s.tell(s.doing, done, s.of)
		}
	}
	return s.ctx.Err()
}

// count adds the steps, and says whether it is time to tell of them again.
func (s *stage) count(steps int) (done int, due bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done += steps
	now := time.Now()
	if due = now.Sub(s.told) >= often; due {
		s.told = now
	}
	return s.done, due
}
