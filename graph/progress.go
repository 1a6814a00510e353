package graph

// progress.go tells whoever asked how far a long computation is, while it goes on.

import (
	"context"

	"guanxi/graph/question"
)

// Progress is how far the computation of a root field is.
type Progress struct {
	Field string `json:"field"` // as the answer will call it
	Stage string `json:"stage"` // what is being done
	Done  int    `json:"done"`
	Of    int    `json:"of"` // 0 where nobody knows beforehand
}

type progressKey struct{}

// WithProgress has an operation that is answered with the context tell how far
// its computations are: as each stage begins, and some times a second while it
// lasts. A computation that the database has to run again begins anew.
func WithProgress(ctx context.Context, tell func(Progress)) context.Context {
	return context.WithValue(ctx, progressKey{}, tell)
}

// TellProgress tells whoever asked for it with WithProgress.
func TellProgress(ctx context.Context, p Progress) {
	if tell, ok := ctx.Value(progressKey{}).(func(Progress)); ok {
		tell(p)
	}
}

// telling is the context in which the computation tells of itself.
func (c *computation) telling(ctx context.Context) context.Context {
	if ctx.Value(progressKey{}) == nil {
		return ctx
	}
	field := c.path.String()
	return question.WithProgress(ctx, func(doing string, done, of int) {
		TellProgress(ctx, Progress{field, doing, done, of})
	})
}
