package server

// log_test.go tests what the log says of a request, and what it keeps to itself.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"guanxi/graph"
)

// lockedBuffer is a log that a server may write while a test reads.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

// lines are the records logged so far.
func (l *lockedBuffer) lines(t *testing.T) []map[string]any {
	t.Helper()
	l.mu.Lock()
	defer l.mu.Unlock()
	var records []map[string]any
	for line := range strings.Lines(l.b.String()) {
		var r map[string]any
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		records = append(records, r)
	}
	return records
}

// logged adds a log to the options of a server.
func logged(l *lockedBuffer) func(*Options) {
	return func(o *Options) {
		o.Logger = slog.New(slog.NewJSONHandler(l, &slog.HandlerOptions{Level: slog.LevelDebug}))
	}
}

func TestLogLine(t *testing.T) {
	var l lockedBuffer
	e := fakeEngine{answer: func(context.Context, graph.Request) (*graph.Answer, error) {
		return &graph.Answer{Data: []byte(`{}`), DBTime: 3 * time.Millisecond}, nil
	}}
	s := serve(t, e, logged(&l))
	response, _ := ask(t, s, `{"query":"query Partners { institutions { id } }"}`, requestHeader, "mine-1")
	if got := response.Header.Get(requestHeader); got != "mine-1" {
		t.Errorf("the answer is called %q", got)
	}
	s.Close()
	r := l.lines(t)[0]
	for key, want := range map[string]any{
		"msg": "request", "level": "INFO", "request": "mine-1", "method": "POST", "path": "/graphql", "status": 200.0,
		"operation": "query", "name": "Partners", "db": 3e6, "bytes": 11.0,
	} {
		if r[key] != want {
			t.Errorf("%s is %v, want %v", key, r[key], want)
		}
	}
	if d, ok := r["duration"].(float64); !ok || d <= 0 {
		t.Errorf("duration is %v", r["duration"])
	}
}

func TestRequestIDs(t *testing.T) {
	s := serve(t, answers(`{}`))
	for _, bad := range []string{"", "a b", strings.Repeat("x", 65), "a\tb", `"`, "关系"} {
		response, _ := ask(t, s, good, requestHeader, bad)
		if got := response.Header.Get(requestHeader); got == bad || !requestID.MatchString(got) {
			t.Errorf("%q became %q", bad, got)
		}
	}
}

func TestCausesAreLogged(t *testing.T) {
	var l lockedBuffer
	err := &graph.Error{Code: graph.ServiceUnavailable, Message: "out of reach", Cause: errors.New("dial tcp 10.0.0.7")}
	s := serve(t, fails(err), logged(&l))
	_, body := ask(t, s, good, requestHeader, "mine-2")
	if want := `{"errors":[{"message":"out of reach","extensions":{"code":"SERVICE_UNAVAILABLE","request":"mine-2"}}]}`; body != want {
		t.Errorf("got %s\nwant %s", body, want)
	}
	s.Close()
	records := l.lines(t)
	if r := records[0]; r["cause"] != "dial tcp 10.0.0.7" || r["request"] != "mine-2" || r["level"] != "ERROR" {
		t.Errorf("logged %v", r)
	}
	if r := records[1]; r["code"] != "SERVICE_UNAVAILABLE" || r["status"] != 503.0 || r["level"] != "WARN" {
		t.Errorf("logged %v", r)
	}
}

// TestLogHasNoLiterals sends a secret in every place that a request has, rightly and wrongly made.
func TestLogHasNoLiterals(t *testing.T) {
	var l lockedBuffer
	s := serve(t, answers(`{}`), logged(&l))
	for _, body := range []string{
		`{"query":"{ node(id: \"SECRET\") { id } }"}`,
		`{"query":"{ node(id: \"SECRET\") { nothing } }"}`,
		`{"query":"{ node(id: \"SECRET\" { id } }"}`,
		`{"query":"query($n: Int) { institutions(first: $n) { id } }","variables":{"n":"SECRET"}}`,
		`{"query":"{ node(id: \"x\") { id } }","operationName":"SECRET"}`,
		`{"query":"{ node(id: \"x\") { id } }","extensions":{"a":"SECRET"}}`,
		`{"query":"{ __type(name: \"SECRET\") { name } }"}`,
		`SECRET`, `{"query":"SECRET`, `{"SECRET":1}`,
	} {
		ask(t, s, body)
		ask(t, s, body, "Accept", "text/event-stream")
		ask(t, s, body, "Content-Type", "text/plain")
	}
	send(t, "GET", s.URL+"/graphql?query={node(id:%22SECRET%22){id}}", "", nil)
	s.Close()
	for _, r := range l.lines(t) {
		for key, value := range r {
			if text, ok := value.(string); ok && strings.Contains(text, "SECRET") {
				t.Errorf("%s tells what was asked: %v", key, r)
			}
		}
	}
}
