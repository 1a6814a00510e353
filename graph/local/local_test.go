// The parts that need no Neo4j: paths, ports, password, versions.

package local

import (
	"encoding/json"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func resolved(t *testing.T, home string) Config {
	t.Helper()
	c, err := Config{Home: home}.resolve()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestInfoJSON(t *testing.T) {
	text, err := json.Marshal(Info{URI: "u", Username: "n", PasswordFile: "p", Database: "d", Version: "v", Running: true, PID: 1})
	if err != nil {
		t.Fatal(err)
	}
	want := `{"uri":"u","username":"n","passwordFile":"p","database":"d","version":"v","running":true}`
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Fatal(diff)
	}
}

func TestNothingThere(t *testing.T) {
	home := filepath.Join(t.TempDir(), "none")
	info, err := Status(Config{Home: home})
	if err != nil || info.Running || info.URI != "" || info.Version != Version {
		t.Fatalf("%+v, %v", info, err)
	}
	if err := Stop(t.Context(), Config{Home: home}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(home); err == nil {
		t.Fatal("asking made a folder")
	}
	if _, err := Status(Config{}); err == nil || !strings.Contains(err.Error(), "GUANXI_HOME") {
		t.Fatalf("no home: %v", err)
	}
}

// One home has one name, whether it exists yet or not.
func TestRealPath(t *testing.T) {
	dir := realPath(t.TempDir())
	link := filepath.Join(dir, "link")
	if err := errors.Join(os.Mkdir(filepath.Join(dir, "real"), 0o700), os.Symlink("real", link)); err != nil {
		t.Fatal(err)
	}
	if got, want := realPath(filepath.Join(link, "a", "b")), filepath.Join(dir, "real", "a", "b"); got != want {
		t.Fatalf("%s, want %s", got, want)
	}
}

func TestPom(t *testing.T) {
	if !strings.Contains(string(pom), "<neo4j.version>"+Version+"</neo4j.version>") {
		t.Fatal("pom.xml is about another version")
	}
}

func TestChoosePort(t *testing.T) {
	c := resolved(t, t.TempDir())
	taken, err := net.Listen("tcp", address(0))
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port

	got, err := c.choosePort(port)
	if err != nil || got == port || got == 0 {
		t.Fatalf("%d instead of %d, %v", got, port, err)
	}
	c.Port = port
	_, err = c.choosePort(0)
	wantError(t, err, ErrPortTaken, address(port), "leave the port out")
	taken.Close()
	if got, err := c.choosePort(0); err != nil || got != port {
		t.Fatalf("%d, %v", got, err)
	}
	if got, err := resolved(t, t.TempDir()).choosePort(port); err != nil || got != port {
		t.Fatalf("not the last one: %d, %v", got, err)
	}

	everywhere, err := net.Listen("tcp", ":0")
	if err != nil {
		t.Fatal(err)
	}
	defer everywhere.Close()
	if free(everywhere.Addr().(*net.TCPAddr).Port) {
		t.Fatal("a port that is taken on all addresses counts as free")
	}
}

func TestPassword(t *testing.T) {
	c := resolved(t, t.TempDir())
	if err := os.MkdirAll(c.dir(), 0o700); err != nil {
		t.Fatal(err)
	}
	first, err := c.password()
	if err != nil || len(first) < 20 {
		t.Fatalf("%q, %v", first, err)
	}
	if err := os.Chmod(c.dir("password"), 0o644); err != nil {
		t.Fatal(err)
	}
	if second, err := c.password(); err != nil || second != first {
		t.Fatalf("%q, then %q, %v", first, second, err)
	}
	wantPrivate(t, c.dir("password"))

	if err := errors.Join(os.MkdirAll(c.dir("data", "databases", "system"), 0o700), os.WriteFile(c.dir("password"), []byte(" \n"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if _, err := c.password(); err == nil || !strings.Contains(err.Error(), "is empty") {
		t.Fatalf("empty: %v", err)
	}
	os.Remove(c.dir("password"))
	if _, err := c.password(); err == nil || !strings.Contains(err.Error(), "put the file back, or delete") {
		t.Fatalf("gone: %v", err)
	}
}

func wantPrivate(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("%s: %v, %v", path, info.Mode(), err)
	}
}

// The line was written by neo4j-admin 5.26.30 dbms set-initial-password abcdefgh12.
func TestCredential(t *testing.T) {
	const want = "neo4j:SHA-256,50e5712d143c535c56898952b2c943b6e6eaefbeaca9b85927fad2b560be03fe,ad11fe7fb707fc6e897c31902f24cba4abf745f8733c1c58b15fa2781e7c21e4,1024:\n"
	salt := []byte("\xad\x11\xfe\x7f\xb7\x07\xfc\x6e\x89\x7c\x31\x90\x2f\x24\xcb\xa4\xab\xf7\x45\xf8\x73\x3c\x1c\x58\xb1\x5f\xa2\x78\x1e\x7c\x21\xe4")
	if diff := cmp.Diff(want, credential("abcdefgh12", salt)); diff != "" {
		t.Fatal(diff)
	}
}

func TestVersions(t *testing.T) {
	for _, v := range []struct {
		a, b string
		want bool
	}{{"5.27.0", "5.26.30", true}, {"5.26.31", "5.26.30", false}, {"2025.01.0", "5.26.30", true}, {"4.4.9", "5.26.30", false}, {"5.9.0", "5.26.0", false}} {
		if later(v.a, v.b) != v.want {
			t.Errorf("later(%s, %s) is not %v", v.a, v.b, v.want)
		}
	}
}
