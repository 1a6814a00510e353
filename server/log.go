package server

// log.go names every request, and writes one line a request: what was asked by name, how long it took, and how it ended;
// never a literal of an operation, since these may be about people.

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"
	"sync"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
)

// entry gathers what the log line of a request says.
type entry struct {
	id        string
	operation *ast.OperationDefinition
	db        time.Duration // 0 where the database was not asked
	mayDebug  bool          // whether the plan may be told
	plan      bool          // whether it is asked for

	mu     sync.Mutex // fields of the schema are told about at once, and may fail
	code   string     // of the first error
	errors int
}

// fail counts an error, and remembers the code of the first one.
func (e *entry) fail(code string) (count int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.errors++
	if e.errors == 1 {
		e.code = code
	}
	return e.errors
}

type entryKey struct{}

// entryOf is the entry of the request in ctx. Without one, as in a test of a part, it is a new one that nobody reads.
func entryOf(ctx context.Context) *entry {
	if e, ok := ctx.Value(entryKey{}).(*entry); ok {
		return e
	}
	return &entry{}
}

// requestHeader carries the id of a request, both ways.
const requestHeader = "X-Request-Id"

// requestID is what a client may call its request.
var requestID = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// logRequests names each request by the client's X-Request-Id, or anew, and logs it once it is answered.
func logRequests(next http.Handler, log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		e := &entry{id: r.Header.Get(requestHeader)}
		if !requestID.MatchString(e.id) {
			e.id = rand.Text()
		}
		w.Header().Set(requestHeader, e.id)

		start := time.Now()
		seen := &recorder{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(seen, r.WithContext(context.WithValue(r.Context(), entryKey{}, e)))

		level := slog.LevelDebug
		attrs := []slog.Attr{
			slog.String("request", e.id),
			slog.String("method", r.Method),
			slog.String("path", r.URL.Path),
			slog.Int("status", seen.status),
			slog.Duration("duration", time.Since(start)),
			slog.Int64("bytes", seen.bytes),
		}
		if o := e.operation; o != nil {
			attrs = append(attrs, slog.String("operation", string(o.Operation)), slog.String("name", o.Name))
		}
		if e.db > 0 {
			attrs = append(attrs, slog.Duration("db", e.db))
		}
		if e.code != "" {
			attrs = append(attrs, slog.String("code", e.code), slog.Int("errors", e.errors))
		}
		switch {
		case seen.status >= http.StatusInternalServerError:
			level = slog.LevelWarn
		case r.URL.Path == "/graphql":
			level = slog.LevelInfo
		}
		log.LogAttrs(r.Context(), level, "request", attrs...)
	})
}

// recoverPanics answers a request whose handler panicked.
func recoverPanics(next http.Handler, log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			p := recover()
			if p == nil {
				return
			}
			if p == http.ErrAbortHandler {
				panic(p)
			}
			log.Error("panic", "request", entryOf(r.Context()).id, "value", p, "stack", string(debug.Stack()))
			http.Error(w, "internal error", http.StatusInternalServerError)
		}()
		next.ServeHTTP(w, r)
	})
}

// recorder remembers the status and size of a response.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int64
}

// WriteHeader remembers the status.
func (w *recorder) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// Write counts.
func (w *recorder) Write(b []byte) (int, error) {
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

// Flush sends what was written: what compresses asks for this method.
func (w *recorder) Flush() { _ = http.NewResponseController(w.ResponseWriter).Flush() }

// Unwrap lets http.ResponseController reach the connection.
func (w *recorder) Unwrap() http.ResponseWriter { return w.ResponseWriter }
