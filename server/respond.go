package server

// respond.go writes GraphQL responses, by the rules of GraphQL over HTTP: a client that accepts
// application/graphql-response+json reads from the status whether there is data; one that accepts only application/json
// gets 200 for every GraphQL request, since it could not tell our error from a proxy's.

import (
	"bytes"
	"encoding/json"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"guanxi/graph"
)

// The media types of a response.
const (
	graphQLType = "application/graphql-response+json"
	jsonType    = "application/json"
)

// negotiate chooses the media type of the response, "" if there is none that the client accepts. Of equally good ones
// it takes GraphQL's own.
func negotiate(accept string) string {
	if strings.TrimSpace(accept) == "" {
		return graphQLType
	}
	best, quality := "", 0.0
	for part := range strings.SplitSeq(accept, ",") {
		media, params, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		q := 1.0
		if text, ok := params["q"]; ok {
			if q, err = strconv.ParseFloat(text, 64); err != nil {
				continue
			}
		}
		switch media {
		case graphQLType, "application/*", "*/*":
			media = graphQLType
		case jsonType:
		default:
			continue
		}
		if q > quality {
			best, quality = media, q
		}
	}
	return best
}

// retryAfter is when a client should ask again, in seconds, while the database is busy or gone.
const retryAfter = "2"

// buffers hold what surrounds the data of a response; the data itself is not copied.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// respond writes a response, once. The status is that of the media type.
func respond(w http.ResponseWriter, media string, r *graphql.Response) {
	status := http.StatusOK
	if media == graphQLType && r.Data == nil {
		status = statusOf(r.Errors)
	}
	write(w, media, status, r)
}

// write writes a response with the given status: {"errors", "data", "extensions"}, each only if there is one.
func write(w http.ResponseWriter, media string, status int, r *graphql.Response) {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	head := enclose(b, r)

	h := w.Header()
	if slices.ContainsFunc(r.Errors, func(e *gqlerror.Error) bool { return codeOf(e) == graph.ServiceUnavailable }) {
		h.Set("Retry-After", retryAfter)
	}
	h.Set("Content-Type", media+"; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(b.Len()+len(r.Data)))
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", "Accept")
	w.WriteHeader(status)
	// An error here is that of a client who left.
	_, _ = w.Write(b.Bytes()[:head])
	_, _ = w.Write(r.Data)
	_, _ = w.Write(b.Bytes()[head:])
}

// enclose appends a response but for its data, which belongs at head.
func enclose(b *bytes.Buffer, r *graphql.Response) (head int) {
	separator := byte('{')
	member := func(name string) {
		b.WriteByte(separator)
		b.WriteString(name)
		separator = ','
	}
	if len(r.Errors) > 0 {
		member(`"errors":`)
		encode(b, r.Errors)
	}
	if r.Data != nil {
		member(`"data":`)
	}
	head = b.Len()
	if len(r.Extensions) > 0 {
		member(`"extensions":`)
		encode(b, r.Extensions)
	}
	if separator == '{' {
		b.WriteByte('{')
	}
	b.WriteByte('}')
	return head
}

// encode appends v as JSON, without escaping it for HTML.
func encode(b *bytes.Buffer, v any) {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		// What is encoded here was made by this program.
		panic("server: " + err.Error())
	}
	b.Truncate(b.Len() - 1) // the encoder's newline
}

// fault answers a request that is no GraphQL request.
func fault(w http.ResponseWriter, r *http.Request, code, message string) {
	media := negotiate(r.Header.Get("Accept"))
	if media == "" {
		media = graphQLType
	}
	entryOf(r.Context()).fail(code)
	write(w, media, statuses[code], &graphql.Response{
		Errors: gqlerror.List{{Message: message, Extensions: map[string]any{"code": code}}},
	})
}
