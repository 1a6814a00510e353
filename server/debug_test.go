package server

// debug_test.go asks how an operation is answered.

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"guanxi/graph"
)

const debugged = `{"query":"{ institutions { id } }","extensions":{"guanxi":{"plan":true}}}`

func TestDebug(t *testing.T) {
	e := fakeEngine{answer: func(context.Context, graph.Request) (*graph.Answer, error) {
		return &graph.Answer{Data: []byte(`{}`), DBTime: 1500 * time.Microsecond}, nil
	}}
	const block = `{"data":{},"extensions":{"guanxi":{"plan":"the plan\n","cypher":"RETURN 1","params":{"p0":"x"},"cached":false,"dbTime":1.5}}}`
	s := serve(t, e)
	for name, get := range map[string]func() (*http.Response, string){
		"by extension": func() (*http.Response, string) { return ask(t, s, debugged) },
		"by header":    func() (*http.Response, string) { return ask(t, s, good, debugHeader, "plan") },
	} {
		if response, body := get(); response.StatusCode != 200 || body != block {
			t.Errorf("%s: got %d %s", name, response.StatusCode, body)
		}
	}
	if _, body := ask(t, s, good); body != `{"data":{}}` {
		t.Errorf("unasked: got %s", body)
	}
	for body, want := range map[string]string{
		strings.Replace(debugged, "true", "false", 1):        `{"data":{}}`,
		strings.Replace(debugged, "true", `"yes"`, 1):        "extensions.guanxi is wrong",
		strings.Replace(debugged, `"plan"`, `"pln"`, 1):      "extensions.guanxi is wrong",
		strings.Replace(debugged, `{"plan":true}`, `[1]`, 1): "extensions.guanxi is wrong",
	} {
		if _, got := ask(t, s, body); !strings.Contains(got, want) {
			t.Errorf("%s: got %s", body, got)
		}
	}
	if response, body := ask(t, s, good, debugHeader, "all"); response.StatusCode != 400 || !strings.Contains(body, "can be plan") {
		t.Errorf("got %d %s", response.StatusCode, body)
	}
}

func TestDebugOfAFailure(t *testing.T) {
	s := serve(t, fails(&graph.Error{Code: graph.TooExpensive, Message: "too much", Cause: errors.New("secret"), DBTime: 2 * time.Second}))
	_, body := ask(t, s, debugged)
	if !strings.Contains(body, `"cypher":"RETURN 1"`) || !strings.Contains(body, `"dbTime":2000`) || !strings.Contains(body, "TOO_EXPENSIVE") || strings.Contains(body, "secret") {
		t.Errorf("got %s", body)
	}
}

func TestDebugIsForThisMachine(t *testing.T) {
	for _, c := range []struct {
		name     string
		host     string
		loopback bool
		debug    bool
		allowed  bool
	}{
		{"on this machine", "localhost", true, false, true},
		{"by a proxy's name", "guanxi.test", true, false, false},
		{"listening to all", "localhost", false, false, false},
		{"switched on", "guanxi.test", false, true, true},
	} {
		server, err := New(Options{Schema: testSchema(t), Engine: answers(`{}`), Hosts: []string{"guanxi.test"}, Debug: c.debug})
		if err != nil {
			t.Fatal(err)
		}
		w := call(server.Handler(c.loopback), "GET", "http://"+c.host+`/graphql?query={institutions{id}}&extensions={"guanxi":{"plan":true}}`)
		if got := w.Body.String(); strings.Contains(got, `"cypher"`) != c.allowed || (w.Code == 403 && strings.Contains(got, "--debug")) == c.allowed {
			t.Errorf("%s: got %d %s", c.name, w.Code, got)
		}
	}
}
