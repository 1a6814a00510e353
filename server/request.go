package server

// request.go reads the parameters of a GraphQL request from a body or a URL. Its errors never quote what was sent: they
// are logged.

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
)

// readBody reads the JSON of a POST. The code is that of the error.
func readBody(w http.ResponseWriter, r *http.Request, limit int64) (body []byte, code string, err error) {
	media, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || media != jsonType {
		return nil, unsupportedMedia, fmt.Errorf("the body is %q: send JSON, as Content-Type: %s",
			r.Header.Get("Content-Type"), jsonType)
	}
	if c := params["charset"]; c != "" && !strings.EqualFold(c, "utf-8") {
		return nil, unsupportedMedia, fmt.Errorf("the body is in %q: send UTF-8", c)
	}
	body, err = io.ReadAll(http.MaxBytesReader(w, r.Body, limit))
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return nil, tooLarge, fmt.Errorf("the body is larger than %d bytes, which is the most that is read", limit)
	}
	if err != nil {
		return nil, badRequest, errors.New("the body could not be read to its end")
	}
	if !utf8.Valid(body) {
		return nil, badRequest, errors.New("the body is not UTF-8")
	}
	return body, "", nil
}

// parameters are those of a GraphQL request. Pointers tell an absent one from an empty one.
type parameters struct {
	Query         *string        `json:"query"`
	OperationName *string        `json:"operationName"`
	Variables     map[string]any `json:"variables"`
	Extensions    map[string]any `json:"extensions"`
}

// parseBody reads the parameters from JSON.
func parseBody(body []byte) (*graphql.RawParams, error) {
	if b := bytes.TrimSpace(body); len(b) > 0 && b[0] == '[' {
		return nil, errors.New("the body is a list: batches are not offered, send one request at a time")
	}
	var p parameters
	if err := decodeJSON(body, &p); err != nil {
		return nil, fmt.Errorf("the body is no GraphQL request: %w", err)
	}
	if err := eachOnce(body); err != nil {
		return nil, err
	}
	raw := &graphql.RawParams{Variables: p.Variables, Extensions: p.Extensions}
	if p.Query != nil {
		raw.Query = *p.Query
	} else if p.Extensions["persistedQuery"] == nil {
		return nil, errors.New(`the body has no "query": send {"query": "{ … }"}`)
	}
	if p.OperationName != nil {
		raw.OperationName = *p.OperationName
	}
	return raw, nil
}

// eachOnce refuses a parameter that is given twice, or in other letters, which encoding/json would take for it: what
// stands in front of this server may have read the other one.
func eachOnce(object []byte) error {
	d := json.NewDecoder(bytes.NewReader(object))
	if t, _ := d.Token(); t != json.Delim('{') {
		return nil
	}
	seen := map[string]bool{}
	for d.More() {
		key, _ := d.Token()
		for _, name := range parameterNames {
			switch {
			case key == name && seen[name]:
				return fmt.Errorf("the body has more than one %q: send one", name)
			case key != name && strings.EqualFold(fmt.Sprint(key), name):
				return fmt.Errorf("the body has %q in other letters: write it like this", name)
			}
			seen[name] = seen[name] || key == name
		}
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return nil
		}
	}
	return nil
}

var parameterNames = []string{"query", "operationName", "variables", "extensions"}

// parseURL reads the parameters from the query part of a URL.
func parseURL(rawQuery string) (*graphql.RawParams, error) {
	values, err := url.ParseQuery(rawQuery)
	if err != nil {
		return nil, errors.New("the URL is not encoded as a form is")
	}
	for _, name := range parameterNames {
		if len(values[name]) > 1 {
			return nil, fmt.Errorf("the URL has more than one %q: send one", name)
		}
	}
	raw := &graphql.RawParams{Query: values.Get("query"), OperationName: values.Get("operationName")}
	for name, to := range map[string]*map[string]any{"variables": &raw.Variables, "extensions": &raw.Extensions} {
		if text := values.Get(name); text != "" {
			if err := decodeJSON([]byte(text), to); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	if !values.Has("query") && raw.Extensions["persistedQuery"] == nil {
		return nil, errors.New("the URL has no query: ask with /graphql?query={…}, or by POST; GraphiQL is at /graphiql")
	}
	return raw, nil
}

// decodeJSON decodes one JSON value, and nothing after it. Numbers stay as they are written.
func decodeJSON(data []byte, to any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	err := d.Decode(to)
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		return fmt.Errorf("it is not JSON from byte %d on", syntax.Offset)
	}
	if kind, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		what := "it"
		if kind.Field != "" {
			what = kind.Field
		}
		return fmt.Errorf("%s must be %s, not a JSON %s", what, jsonKinds[kind.Type.Kind()], kind.Value)
	}
	if err != nil {
		return errors.New("it is no whole JSON value")
	}
	if _, err := d.Token(); err != io.EOF {
		return fmt.Errorf("something follows the JSON at byte %d", d.InputOffset())
	}
	return nil
}

// jsonKinds names the types of parameters as JSON does.
var jsonKinds = map[reflect.Kind]string{
	reflect.Struct: "an object",
	reflect.Map:    "an object",
	reflect.String: "a string",
}
