package server

// errors_test.go tests what a client is told of an error, and how its request is logged.

import (
	"bufio"
	"context"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph"
)

func TestErrorAboutAnArgument(t *testing.T) {
	err := &graph.Error{
		Code: graph.BadUserInput, Message: "-1 is negative", Path: ast.Path{ast.PathName("institutions")},
		Argument: ast.Path{ast.PathName("where"), ast.PathName("AND"), ast.PathIndex(0)},
	}
	_, body := ask(t, serve(t, fails(err)), good)
	want := `{"errors":[{"message":"-1 is negative","path":["institutions"],"extensions":{"argument":["where","AND",0],"code":"BAD_USER_INPUT"}}]}`
	if body != want {
		t.Errorf("got %s\nwant %s", body, want)
	}
}

func TestLongMessagesAreCut(t *testing.T) {
	long := strings.Repeat("关", 20_000)
	for _, query := range []string{`{ institutions(first: "` + long + `") { id } }`, `{ institutions(first: ` + strings.Repeat("9", 20_000) + `) { id } }`} {
		response, body := ask(t, serve(t, answers(`{}`)), `{"query":`+quote(query)+`}`)
		if response.StatusCode != 400 || len(body) > 2*maxMessage || !strings.Contains(body, "…") {
			t.Errorf("got %d, %d bytes: %.200s", response.StatusCode, len(body), body)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	for code, want := range map[string]string{graph.ServiceUnavailable: retryAfter, graph.TooExpensive: ""} {
		for _, accept := range []string{jsonType, graphQLType} {
			response, _ := ask(t, serve(t, fails(&graph.Error{Code: code, Message: "no"})), good, "Accept", accept)
			if got := response.Header.Get("Retry-After"); got != want {
				t.Errorf("%s as %s: Retry-After is %q", code, accept, got)
			}
		}
	}
}

func TestTimeOfAFailureIsLogged(t *testing.T) {
	var l lockedBuffer
	s := serve(t, fails(&graph.Error{Code: graph.TooExpensive, Message: "too much", DBTime: 30 * time.Second}), logged(&l))
	ask(t, s, good)
	ask(t, s, invalid)
	s.Close()
	lines := l.lines(t)
	if lines[0]["db"] != 3e10 {
		t.Errorf("logged %v", lines[0])
	}
	if db, ok := lines[1]["db"]; ok {
		t.Errorf("the database was not asked, and took %v", db)
	}
}

// TestClientWhoLeaves sends a question and hangs up before the answer.
func TestClientWhoLeaves(t *testing.T) {
	var l lockedBuffer
	asked := make(chan struct{})
	e := fakeEngine{answer: func(ctx context.Context, _ graph.Request) (*graph.Answer, error) {
		close(asked)
		<-ctx.Done()
		return nil, &graph.Error{Code: graph.Cancelled, Message: "the request was cancelled", Cause: ctx.Err()}
	}}
	s := serve(t, e, logged(&l))
	c, err := net.Dial("tcp", s.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(c)
	r, _ := http.NewRequest("GET", s.URL+"/graphql?query={institutions{id}}", nil)
	if err := r.Write(w); err != nil {
		t.Fatal(err)
	}
	w.Flush()
	<-asked
	c.Close()
	s.Close()
	for _, line := range l.lines(t) {
		if line["level"] != "INFO" || line["code"] != graph.Cancelled {
			t.Errorf("logged %v", line)
		}
	}
	if n := len(l.lines(t)); n != 2 {
		t.Errorf("%d lines", n)
	}
}
