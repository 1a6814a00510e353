package server

// stream_test.go has readers of event streams wait, leave, and not read at all.

import (
	"bufio"
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql/handler"

	"guanxi/graph"
)

// streaming serves event streams with a sign of life every millisecond. Each handler that ended says so.
func streaming(t *testing.T, e Engine, patience time.Duration) (s *httptest.Server, ended chan struct{}) {
	t.Helper()
	h := handler.New(newExecutable(testSchema(t), e, DefaultLimits().Schema))
	h.AddTransport(stream{keepAlive: time.Millisecond, patience: patience, limits: DefaultLimits()})
	h.SetErrorPresenter(presenter(slog.New(slog.DiscardHandler)))
	ended = make(chan struct{}, 10)
	logs := logRequests(h, slog.New(slog.DiscardHandler))
	s = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() { ended <- struct{}{} }()
		logs.ServeHTTP(w, r)
	}))
	s.Config.ReadTimeout = 50 * time.Millisecond // a stream lasts longer than a request may take to be sent
	s.Start()
	t.Cleanup(s.Close)
	return s, ended
}

// listen asks for a stream, over a connection that holds little of what is not read.
func listen(t *testing.T, s *httptest.Server) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", s.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	if err := c.(*net.TCPConn).SetReadBuffer(4096); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(c, "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\nContent-Length: %d\r\n\r\n%s", len(good), good)
	return c
}

// in reports whether something comes within 20 s: long, since a busy machine is no fault.
func in[T any](t *testing.T, c <-chan T, what string) {
	t.Helper()
	select {
	case <-c:
	case <-time.After(20 * time.Second):
		t.Fatal(what)
	}
}

// large is an answer that no connection holds unread.
var large = answers(`{"institutions":"` + strings.Repeat("x", 8<<20) + `"}`)

// The sign of life of a response that was over once ended the whole process.
func TestStreamsOfReadersWhoLeave(t *testing.T) {
	s, ended := streaming(t, large, time.Minute)
	var all []net.Conn
	for range 3 {
		all = append(all, listen(t, s))
	}
	time.Sleep(50 * time.Millisecond) // the answers are being written
	for _, c := range all {
		c.Close()
	}
	for range all {
		in(t, ended, "a handler goes on though its reader has left")
	}
	time.Sleep(50 * time.Millisecond) // some signs of life, if there were any
	if _, body := ask(t, s, good, "Accept", "text/event-stream"); !strings.HasSuffix(body, "event: complete\ndata:\n\n") {
		t.Error("the server answers no more")
	}
}

func TestStreamsOfReadersWhoDoNotRead(t *testing.T) {
	s, ended := streaming(t, large, 100*time.Millisecond)
	listen(t, s)
	in(t, ended, "a handler waits for ever for one who does not read")
}

func TestStreamShowsThatItLives(t *testing.T) {
	release := make(chan struct{})
	e := fakeEngine{answer: func(ctx context.Context, _ graph.Request) (*graph.Answer, error) {
		<-release
		time.Sleep(100 * time.Millisecond)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return &graph.Answer{Data: []byte(`{}`)}, nil
	}}
	s, _ := streaming(t, e, time.Minute)
	lines := bufio.NewReader(listen(t, s))
	await := func(want string) {
		t.Helper()
		for {
			line, err := lines.ReadString('\n')
			if err != nil {
				t.Fatalf("%v before %q", err, want)
			}
			if strings.TrimSpace(line) == want {
				return
			}
		}
	}
	await(": ping")
	await(": ping")
	close(release)
	await(`data: {"data":{}}`)
	await("event: complete")
}

func TestWhoLeavesAStreamEndsItsOperation(t *testing.T) {
	left := make(chan struct{})
	begun := make(chan struct{})
	e := fakeEngine{answer: func(ctx context.Context, _ graph.Request) (*graph.Answer, error) {
		close(begun)
		<-ctx.Done()
		close(left)
		return nil, ctx.Err()
	}}
	s, ended := streaming(t, e, time.Minute)
	c := listen(t, s)
	in(t, begun, "nothing was asked")
	c.Close()
	in(t, left, "the operation goes on though its client has left")
	in(t, ended, "the handler goes on though its client has left")
}
