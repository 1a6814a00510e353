package server

// stream.go answers as server-sent events where the client accepts nothing else: one event for the answer, and before it
// how far a long computation is. gqlgen's transport is not used: its keep-alive goroutine may outlive the handler, and
// then writes to a response that is no more, which ends the process.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"guanxi/graph"
)

// stream is the transport of text/event-stream.
type stream struct {
	keepAlive time.Duration // from one sign of life to the next
	patience  time.Duration // how long a client may take to read an event
	limits    Limits
}

// Supports reports whether r is a POST that accepts events, and no single response: many clients list both for all they
// send.
func (stream) Supports(r *http.Request) bool {
	events, _ := acceptsEvents(r)
	return events && r.Method == http.MethodPost && negotiate(r.Header.Get("Accept")) == ""
}

// acceptsEvents reports whether r accepts events, and whether it asks for more than those of the protocol, which not
// every client takes: Accept: text/event-stream; progress=true.
func acceptsEvents(r *http.Request) (events, progress bool) {
	for part := range strings.SplitSeq(r.Header.Get("Accept"), ",") {
		if media, params, err := mime.ParseMediaType(part); err == nil && media == "text/event-stream" {
			events, progress = true, progress || params["progress"] == "true"
		}
	}
	return events, progress
}

// Do answers r. Like any other response it takes the time of the engine, and then that of a client who reads.
func (t stream) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	start := graphql.Now()
	body, code, err := readBody(w, r, t.limits.Body)
	if err != nil {
		fault(w, r, code, err.Error())
		return
	}
	params, err := parseBody(body)
	if err != nil {
		fault(w, r, badRequest, err.Error())
		return
	}
	params.Headers = r.Header
	params.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}

	ctx, cut := context.WithCancel(r.Context())
	e := &events{to: w, patience: t.patience, cut: cut}
	defer e.end()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	e.send([]byte(":\n\n"))
	if _, progress := acceptsEvents(r); progress {
		ctx = graph.WithProgress(ctx, e.progress)
	}
	e.next(t.answer(ctx, e, exec, params))
	e.send([]byte("event: complete\ndata:\n\n")) // without data it would be no event to a browser
}

// answer runs the operation, with a sign of life now and then.
func (t stream) answer(ctx context.Context, e *events, exec graphql.GraphExecutor, params *graphql.RawParams) *graphql.Response {
	defer e.live(t.keepAlive)()
	op, response := prepare(ctx, exec, params)
	if response == nil {
		response = run(ctx, exec, op)
	}
	return response
}

// events are written whole, one after another, by whichever goroutine, and none once the handler has ended.
type events struct {
	to       http.ResponseWriter
	patience time.Duration
	cut      context.CancelFunc // ends what is computed for a client who is gone

	mu  sync.Mutex
	err error // nothing is written any more
}

// send writes an event, in pieces. A client who does not read it in time is cut off.
func (e *events) send(pieces ...[]byte) {
	e.mu.Lock()
	defer e.mu.Unlock()
	c := http.NewResponseController(e.to)
	if e.err == nil {
		_ = c.SetWriteDeadline(time.Now().Add(e.patience))
	}
	for _, piece := range pieces {
		if e.err == nil {
			_, e.err = e.to.Write(piece)
		}
	}
	if e.err == nil {
		e.err = c.Flush()
	}
	if e.err != nil {
		e.cut()
	}
}

// progress tells the client how far a computation is.
func (e *events) progress(p graph.Progress) {
	data, err := json.Marshal(p)
	if err != nil {
		panic(fmt.Errorf("a progress that is no JSON: %w", err))
	}
	e.send([]byte("event: progress\ndata: "), data, []byte("\n\n"))
}

// next sends the answer.
func (e *events) next(r *graphql.Response) {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	head := enclose(b, r)
	e.send([]byte("event: next\ndata: "), b.Bytes()[:head], r.Data, b.Bytes()[head:], []byte("\n\n"))
}

// live sends a comment at intervals, lest what stands between takes the connection for a dead one. What it returns ends
// that, and waits until it has ended.
func (e *events) live(every time.Duration) (end func()) {
	over := make(chan struct{})
	var running sync.WaitGroup
	running.Go(func() {
		ticks := time.NewTicker(every)
		defer ticks.Stop()
		for {
			select {
			case <-ticks.C:
				e.send([]byte(": ping\n\n"))
			case <-over:
				return
			}
		}
	})
	return func() {
		close(over)
		running.Wait()
	}
}

// end lets nothing be written any more: the response is no longer ours.
func (e *events) end() {
	e.cut()
	e.mu.Lock()
	defer e.mu.Unlock()
	e.err = errEnded
}

// errEnded is why nothing is written behind the last event.
var errEnded = errors.New("the stream has ended")
