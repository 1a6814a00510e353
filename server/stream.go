package server

// stream.go answers as server-sent events where the client accepts nothing else. gqlgen's transport does so; it is only
// kept from what it would log: the text of a request that cannot be decoded.

import (
	"bytes"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/transport"
)

// stream is the transport of text/event-stream.
type stream struct {
	keepAlive time.Duration
	limits    Limits
}

// Supports reports whether r is a POST that accepts events, and no single response: many clients list both for all they
// send.
func (stream) Supports(r *http.Request) bool {
	accept := r.Header.Get("Accept")
	if r.Method != http.MethodPost || negotiate(accept) != "" {
		return false
	}
	for part := range strings.SplitSeq(accept, ",") {
		if media, _, err := mime.ParseMediaType(part); err == nil && media == "text/event-stream" {
			return true
		}
	}
	return false
}

// Do answers r for as long as there are events.
func (t stream) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	body, code, err := readBody(w, r, t.limits.Body)
	if err != nil {
		fault(w, r, code, err.Error())
		return
	}
	if _, err := parseBody(body); err != nil {
		fault(w, r, badRequest, err.Error())
		return
	}
	// Events may go on for longer than any response.
	c := http.NewResponseController(w)
	_ = c.SetReadDeadline(time.Time{})
	_ = c.SetWriteDeadline(time.Time{})
	r.Body = io.NopCloser(bytes.NewReader(body))
	transport.SSE{KeepAlivePingInterval: t.keepAlive}.Do(w, r, exec)
}
