package main

// progress.go shows how far a long step is: a bar on a terminal, a line a step in a log.

import (
	"context"
	"fmt"
	"os"

	"github.com/schollz/progressbar/v3"

	"guanxi/graph"
)

// progress shows one step after another.
type progress struct {
	to    *os.File
	doing string
	bar   *progressbar.ProgressBar // nil when it is not a terminal that is written to
}

func newProgress(to *os.File) *progress { return &progress{to: to} }

// tell says what is being done, and how much of how much is done; a total of 0 is one that is not known.
func (p *progress) tell(doing string, done, total int) {
	if doing != p.doing {
		p.done()
		p.start(doing, total)
	}
	if p.bar != nil {
		_ = p.bar.Set(done)
	}
}

// start begins a step.
func (p *progress) start(doing string, total int) {
	p.doing = doing
	if !isTerminal(p.to) {
		fmt.Fprintln(p.to, doing)
		return
	}
	if total == 0 {
		total = -1
	}
	p.bar = progressbar.NewOptions(total,
		progressbar.OptionSetWriter(p.to),
		progressbar.OptionSetDescription(doing),
		progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish(),
	)
}

// done ends the step under way.
func (p *progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
		p.bar = nil
	}
	p.doing = ""
}

// isTerminal tells whether somebody may be looking.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// watched is the context of an operation whose computations show on a terminal how far they are; done wipes that away.
// In a log they are silent, since the answer is what was asked for.
func watched(ctx context.Context) (_ context.Context, done func()) {
	if !isTerminal(os.Stderr) {
		return ctx, func() {}
	}
	p := newProgress(os.Stderr)
	return graph.WithProgress(ctx, func(at graph.Progress) { p.tell(at.Field+": "+at.Stage, at.Done, at.Of) }), p.done
}
