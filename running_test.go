package main

// running_test.go starts, asks and stops a whole guanxi, for tests.

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"testing"
	"time"

	"guanxi/graph/graphtest"
)

// guanxi is the command, run by the test's own program.
func guanxi(t *testing.T, env map[string]string, args ...string) *exec.Cmd {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(program)
	c.Args = append([]string{"guanxi"}, args...)
	c.Dir = t.TempDir()
	c.Env = append(os.Environ(), "GUANXI_MAX_TIME="+graphtest.Patience.String())
	for name, value := range env {
		c.Env = append(c.Env, name+"="+value)
	}
	return c
}

// running is a guanxi that serves.
type running struct {
	command *exec.Cmd
	address string
	log     bytes.Buffer
}

// boot starts a guanxi and waits until it says where it can be asked.
func boot(t *testing.T, env map[string]string) *running {
	t.Helper()
	return start(t, guanxi(t, env, "serve", "--listen", "127.0.0.1:0"))
}

// start starts a command that serves, and waits until it says where it can be asked.
func start(t *testing.T, command *exec.Cmd) *running {
	t.Helper()
	g := &running{command: command}
	out, err := g.command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	g.command.Stderr = &g.log
	if err := g.command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if g.command.ProcessState == nil {
			_ = g.command.Process.Kill()
			_ = g.command.Wait()
		}
	})
	graphQL := regexp.MustCompile(`GraphQL +(http://\S+)/graphql`)
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if m := graphQL.FindStringSubmatch(lines.Text()); m != nil {
			g.address = m[1]
			go io.Copy(io.Discard, out)
			return g
		}
	}
	_ = g.command.Wait()
	t.Fatalf("guanxi did not start:\n%s", &g.log)
	return nil
}

// get asks for a page.
func (g *running) get(t *testing.T, path string) (int, string) {
	t.Helper()
	response, err := http.Get(g.address + path)
	if err != nil {
		t.Fatal(err)
	}
	return read(t, response)
}

// ask asks a GraphQL question.
func (g *running) ask(t *testing.T, query string) (int, string) {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.Post(g.address+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	return read(t, response)
}

func read(t *testing.T, response *http.Response) (int, string) {
	t.Helper()
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

// stop presses Ctrl-C, and expects an orderly end.
func (g *running) stop(t *testing.T) {
	t.Helper()
	if err := g.command.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- g.command.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("ended with %v:\n%s", err, &g.log)
		}
	case <-time.After(2 * time.Minute):
		t.Error("it goes on after an interrupt")
	}
}
