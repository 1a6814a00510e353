package server

// hostile_test.go attacks a server over a real Neo4j with broken and hostile requests, and holds every answer to what a
// client may rely on: it is JSON, it has data or an error that says something, and what was sent as a value reached the
// database as a parameter. `make fuzz` sends ten thousand; the tests send the five hundred that taught most, which
// testdata/hostile.txt keeps by their seeds (GUANXI_FUZZ=10000 go test ./server -run Hostile -update chooses them anew).

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"guanxi/graph"
	"guanxi/graph/graphtest"
	"guanxi/schema"
)

var update = flag.Bool("update", false, "choose the seeds of testdata/hostile.txt anew")

const (
	hostileSeeds = "testdata/hostile.txt"
	hostileKept  = 500
	maxMemory    = 300 << 20
	slow         = 3 * time.Second // is told, and no fault: the machine may be busy
)

// spy is the engine, and looks at each statement.
type spy struct {
	*graph.Engine
	t  *testing.T
	mu sync.Mutex
	// what reached the database in the request under way
	statements []string
}

// Answer looks at the statement before it is run.
func (s *spy) Answer(ctx context.Context, r graph.Request) (*graph.Answer, error) {
	if statement, err := s.Compile(r); err == nil {
		s.mu.Lock()
		s.statements = append(s.statements, statement.Cypher)
		s.mu.Unlock()
		if strings.Contains(strings.ToLower(statement.Cypher), marker) {
			s.t.Errorf("a value became Cypher: %s\nof %s", statement.Cypher, r.Query)
		}
	}
	return s.Engine.Answer(ctx, r)
}

// taken are the statements since the last call.
func (s *spy) taken() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	taken := s.statements
	s.statements = nil
	return taken
}

func TestHostile(t *testing.T) {
	seeds := keptSeeds(t)
	if n, _ := strconv.Atoi(os.Getenv("GUANXI_FUZZ")); n > 0 {
		seeds = seeds[:0]
		for i := range n {
			seeds = append(seeds, uint64(i))
		}
	}
	db := graphtest.Open(t)
	small, err := os.ReadFile("../graph/testdata/graph.cypher")
	if err != nil {
		t.Fatal(err)
	}
	db.Load(t, string(small))
	api, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	engine, err := graph.New(api, db.Driver, graph.Options{Database: db.Database, StatementTimeout: 5 * time.Second})
	if err != nil {
		t.Fatal(err)
	}

	leaks := goleak.IgnoreCurrent()
	watched := &spy{Engine: engine, t: t}
	s, err := New(Options{Schema: api, SDL: schema.SDL, Engine: watched, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	h := httptest.NewServer(s.Handler(true))
	client := &http.Client{Transport: &http.Transport{}}

	learned, start, most := lessons{}, time.Now(), uint64(0)
	generator := newHostile(api)
	for i, seed := range seeds {
		r, began := generator.request(seed), time.Now()
		seen := r.send(t, client, h.URL)
		if took := time.Since(began); took > slow {
			t.Logf("seed %d (%s) took %s: %d %s of %s", seed, r.kind, took.Round(time.Millisecond), seen.status, clip(string(seen.body)), clip(string(r.body)))
		}
		statements := watched.taken()
		seen.check(t, seed, r)
		learned.add(seed, r, seen, statements)
		if i%100 == 99 {
			most = max(most, checkMemory(t, seed))
			if i%1000 == 999 {
				t.Logf("%d requests in %s", i+1, time.Since(start).Round(time.Second))
			}
		}
	}
	h.Close()
	client.CloseIdleConnections()
	goleak.VerifyNone(t, leaks)
	learned.report(t)
	t.Logf("the process held %d MB at most", most>>20)
	if *update {
		learned.keep(t)
	}
}

// checkMemory holds what this process has of the system, client and server together, to the bound.
func checkMemory(t *testing.T, seed uint64) uint64 {
	t.Helper()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	held := m.Sys - m.HeapReleased
	if held > maxMemory {
		t.Errorf("after seed %d the process holds %d MB", seed, held>>20)
	}
	return held
}

// seen is what came back.
type seen struct {
	status int
	media  string
	body   []byte
	codes  []string
	first  string // the first message
}

// send sends the request.
func (r hostileRequest) send(t *testing.T, client *http.Client, url string) *seen {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), r.method, url+"/graphql"+r.query, bytes.NewReader(r.body))
	if err != nil {
		t.Fatalf("%s: %v", r.kind, err)
	}
	for i := 0; i < len(r.headers); i += 2 {
		request.Header.Set(r.headers[i], r.headers[i+1])
	}
	response, err := client.Do(request)
	if err != nil {
		t.Fatalf("%s: %v", r.kind, err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatalf("%s: %v", r.kind, err)
	}
	return &seen{status: response.StatusCode, media: response.Header.Get("Content-Type"), body: body}
}

// faults are codes that no request may bring about.
var faults = []string{graph.Internal, graph.ServiceUnavailable, graph.Timeout, graph.Cancelled}

// check holds the answer to what a client may rely on.
func (s *seen) check(t *testing.T, seed uint64, r hostileRequest) {
	t.Helper()
	wrong := func(format string, args ...any) {
		t.Helper()
		t.Errorf("seed %d (%s): %s\nsent %s %s %s\ngot %d %s", seed, r.kind, fmt.Sprintf(format, args...), r.method, clip(r.query), clip(string(r.body)), s.status, clip(string(s.body)))
	}
	if s.status >= 500 {
		wrong("status %d", s.status)
	}
	text := s.body
	if strings.HasPrefix(s.media, "text/event-stream") {
		_, event, _ := bytes.Cut(s.body, []byte("data: "))
		text, _, _ = bytes.Cut(event, []byte("\n"))
	} else if r.method == http.MethodHead || s.status == http.StatusNoContent {
		return
	}
	var answer struct {
		Data   json.RawMessage
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	d := json.NewDecoder(bytes.NewReader(text))
	if err := d.Decode(&answer); err != nil || d.More() {
		wrong("not JSON: %v", err)
		return
	}
	for _, e := range answer.Errors {
		s.codes = append(s.codes, e.Extensions.Code)
		if s.first == "" {
			s.first = e.Message
		}
		if _, known := statuses[e.Extensions.Code]; !known || slices.Contains(faults, e.Extensions.Code) {
			wrong("code %q", e.Extensions.Code)
		}
		if e.Message == "" || len(e.Message) > maxMessage+3 {
			wrong("a message of %d bytes", len(e.Message))
		}
	}
	if len(answer.Errors) == 0 && (answer.Data == nil || isNull(answer.Data)) {
		wrong("neither data nor an error")
	}
}

func clip(s string) string {
	if len(s) > 1500 {
		return s[:1500] + "…"
	}
	return s
}

// lessons are requests by what they taught: the kind of request, the answer's code and the form of its message, or the
// clauses that it needed.
type lessons struct {
	of    map[string][]uint64
	order []string
}

func (l *lessons) add(seed uint64, r hostileRequest, s *seen, statements []string) {
	lesson := fmt.Sprint(r.kind, s.status, slices.Compact(s.codes), form(s.first))
	for _, statement := range statements {
		words := slices.Compact(slices.Sorted(slices.Values(clauses.FindAllString(statement, -1))))
		lesson += fmt.Sprint(words)
	}
	if l.of == nil {
		l.of = map[string][]uint64{}
	}
	if l.of[lesson] == nil {
		l.order = append(l.order, lesson)
	}
	l.of[lesson] = append(l.of[lesson], seed)
}

var (
	clauses  = regexp.MustCompile(`\b[A-Z]{2,}\b`)
	quotes   = regexp.MustCompile("\"[^\"]*\"|'[^']*'|`[^`]*`|\\$\\S+")
	specific = regexp.MustCompile(`\d+|\S*[A-Z_.\[]\S*`)
)

// form is a message without what is of the one request.
func form(message string) string {
	return specific.ReplaceAllString(quotes.ReplaceAllString(message, "…"), "…")
}

func (l *lessons) report(t *testing.T) {
	n, codes := 0, map[string]int{}
	for lesson, seeds := range l.of {
		n += len(seeds)
		codes[regexp.MustCompile(`\[[A-Z_ ]*\]`).FindString(lesson)] += len(seeds)
	}
	t.Logf("%d requests, %d lessons; by code %v", n, len(l.of), codes)
}

// keep writes the seeds that taught most: one of each lesson, then a second of each, and so on.
func (l *lessons) keep(t *testing.T) {
	var kept []uint64
	for turn := 0; len(kept) < hostileKept && turn < 1000; turn++ {
		for _, lesson := range l.order {
			if seeds := l.of[lesson]; turn < len(seeds) && len(kept) < hostileKept {
				kept = append(kept, seeds[turn])
			}
		}
	}
	slices.Sort(kept)
	var text strings.Builder
	for i, seed := range kept {
		separator := " "
		if i%16 == 15 {
			separator = "\n"
		}
		fmt.Fprint(&text, seed, separator)
	}
	if err := os.WriteFile(hostileSeeds, []byte(strings.TrimSpace(text.String())+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// keptSeeds reads the seeds.
func keptSeeds(t *testing.T) []uint64 {
	t.Helper()
	text, err := os.ReadFile(hostileSeeds)
	if err != nil && !*update {
		t.Fatal(err)
	}
	var seeds []uint64
	for field := range strings.FieldsSeq(string(text)) {
		seed, err := strconv.ParseUint(field, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		seeds = append(seeds, seed)
	}
	return seeds
}
