package server

// server_test.go tests starting and stopping.

import (
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"
	"go.uber.org/goleak"

	"guanxi/graph"
)

// call runs a handler without a network.
func call(h http.Handler, method, url string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(method, url, nil))
	return w
}

func TestStopLetsRequestsFinish(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	started, finish := make(chan struct{}), make(chan struct{})
	e := fakeEngine{answer: func(context.Context, graph.Request) (*graph.Answer, error) {
		close(started)
		<-finish
		return &graph.Answer{Data: []byte(`{"late":true}`)}, nil
	}}
	s, err := New(Options{Schema: testSchema(t), Engine: e, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error)
	go func() { served <- s.Serve(ctx, l) }()

	answered := make(chan string)
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	go func() {
		response, err := client.Get("http://" + l.Addr().String() + "/graphql?query={institutions{id}}")
		if err != nil {
			answered <- err.Error()
			return
		}
		defer response.Body.Close()
		body, _ := io.ReadAll(response.Body)
		answered <- string(body)
	}()
	<-started
	stop()
	waitUntilRefused(t, l.Addr().String())
	close(finish)
	if got := <-answered; got != `{"data":{"late":true}}` {
		t.Errorf("the request under way got %s", got)
	}
	if err := <-served; err != nil {
		t.Error(err)
	}
}

// waitUntilRefused returns once nothing listens at the address.
func waitUntilRefused(t *testing.T, address string) {
	t.Helper()
	for range 500 {
		c, err := net.Dial("tcp", address)
		if err != nil {
			return
		}
		c.Close()
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("the server still takes connections")
}

func TestServeTellsWhyItFails(t *testing.T) {
	s, err := New(Options{Schema: testSchema(t), Engine: answers(`{}`)})
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	if err := s.Serve(t.Context(), l); err == nil {
		t.Error("serving on a closed listener did not fail")
	}
}

// BenchmarkPost measures what HTTP adds to an answer of some 60 kB that is ready: all of our way, and gqlgen's own POST
// transport beside it.
func BenchmarkPost(b *testing.B) {
	data := `[` + strings.Repeat(`{"name":"关系"},`, 3500) + `{}]`
	s, err := New(Options{Schema: testSchema(b), Engine: answers(data), Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("ours", func(b *testing.B) { benchmarkPost(b, s.Handler(true)) })

	h := handler.New(newExecutable(testSchema(b), answers(data), DefaultLimits().Schema))
	h.AddTransport(transport.POST{})
	h.SetQueryCache(documents{lru.New[*ast.QueryDocument](cachedDocuments)})
	b.Run("gqlgen", func(b *testing.B) { benchmarkPost(b, h) })
}

func benchmarkPost(b *testing.B, h http.Handler) {
	b.ReportAllocs()
	for b.Loop() {
		r := httptest.NewRequest(http.MethodPost, "http://localhost/graphql", strings.NewReader(good))
		r.Header.Set("Content-Type", "application/json")
		h.ServeHTTP(discard{http.Header{}}, r)
	}
}

// discard is a response that nobody reads.
type discard struct{ header http.Header }

func (d discard) Header() http.Header         { return d.header }
func (d discard) Write(b []byte) (int, error) { return len(b), nil }
func (d discard) WriteHeader(int)             {}
