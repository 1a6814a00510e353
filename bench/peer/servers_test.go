package peer

// servers_test.go starts the two and asks them over HTTP, as anyone would.

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph"
	"guanxi/graph/graphtest"
	"guanxi/schema"
	"guanxi/server"
)

// startOurs serves the database with guanxi and gives the address.
func startOurs(t *testing.T, db *graphtest.DB, full *ast.Schema) string {
	t.Helper()
	engine, err := graph.New(full, db.Driver, graph.Options{Database: db.Database, StatementTimeout: graphtest.Patience, Matches: true})
	if err != nil {
		t.Fatal(err)
	}
	s, err := server.New(server.Options{Schema: full, SDL: schema.SDL, Engine: engine, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	h := httptest.NewServer(s.Handler(true))
	t.Cleanup(h.Close)
	return h.URL + "/graphql"
}

// startPeer serves the database with the peer and gives the address. The peer ends with its standard input, so it does
// not outlive the test, however that ends.
func startPeer(t *testing.T, db *graphtest.DB) string {
	t.Helper()
	install(t)
	cmd := exec.Command("node", "server.mjs", "--until-eof")
	cmd.Env = append(os.Environ(), "NEO4J_URI="+db.URI, "NEO4J_USERNAME="+db.Username, "NEO4J_PASSWORD="+db.Password, "NEO4J_DATABASE="+db.Database, "PORT=0")
	cmd.Stderr = os.Stderr
	input, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	output, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		input.Close()
		cmd.Wait()
	})
	line, err := bufio.NewReader(output).ReadString('\n')
	address, ready := strings.CutPrefix(strings.TrimSpace(line), "ready ")
	if err != nil || !ready {
		t.Fatalf("the peer did not start: %q %v", line, err)
	}
	return address
}

// install gets the peer's packages, at the versions that package-lock.json names.
func install(t *testing.T) {
	t.Helper()
	lock, err := os.Stat("package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := os.Stat("node_modules/.package-lock.json"); err == nil && !got.ModTime().Before(lock.ModTime()) {
		return
	}
	t.Log("Getting the peer's packages with npm.")
	if said, err := exec.Command("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error").CombinedOutput(); err != nil {
		t.Fatalf("npm ci in bench/peer: %v\n%s", err, said)
	}
}

// needNode skips the test where there is no Node to run the peer with, and fails it in CI.
func needNode(t *testing.T) {
	t.Helper()
	const enough = "const [a, b] = process.versions.node.split('.').map(Number); process.exit(a > 20 || a === 20 && b >= 19 ? 0 : 1)"
	if exec.Command("node", "-e", enough).Run() == nil && exec.Command("npm", "--version").Run() == nil {
		return
	}
	const missing = "needs Node 20.19 or newer, with npm, to run the peer with"
	if os.Getenv("CI") != "" {
		t.Fatal("the differential suite " + missing)
	}
	fmt.Fprintln(os.Stderr, "The differential suite was skipped: it "+missing+".")
	t.SkipNow()
}

// An answer is what a server said.
type answer struct {
	Data   any             `json:"data"`
	Errors json.RawMessage `json:"errors"`
}

var client = http.Client{Timeout: 2 * time.Minute}

func ask(t *testing.T, address string, r request) answer {
	t.Helper()
	body, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	response, err := client.Post(address, "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	var a answer
	if err := json.Unmarshal(text, &a); err != nil {
		t.Fatal(fmt.Errorf("%w: %.2000s", err, text))
	}
	return a
}
