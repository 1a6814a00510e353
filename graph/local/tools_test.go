// Java and Maven as they should not be: scripts of their names stand for the ones that are missing, too old or broken.

package local

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// tool puts a shell script of a name first, and alone but for the system's own, into PATH.
func tool(t *testing.T, name, script string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":"+os.Getenv("PATH"))
	t.Setenv("JAVA_HOME", "")
	return dir
}

// wantError holds an error against its cause and the words that a person needs.
func wantError(t *testing.T, err, cause error, words ...string) {
	t.Helper()
	if !errors.Is(err, cause) {
		t.Fatalf("got %v, want %v", err, cause)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("%q is not in the error: %v", w, err)
		}
	}
}

func TestFindJava(t *testing.T) {
	says := func(text string) string { return "echo '" + text + "' >&2" }
	cases := []struct {
		name, script string
		cause        error
		words        string
	}{
		{"17", says(`openjdk version "17.0.15" 2025-04-15`), nil, ""},
		{"21 with options", "echo 'Picked up JAVA_TOOL_OPTIONS: -Dversion=1' >&2\n" + says(`openjdk version "21-ea" 2023-09-19`), nil, ""},
		{"11", says(`openjdk version "11.0.2" 2019-01-15`), ErrJavaVersion, "is Java 11"},
		{"8", says(`java version "1.8.0_392"`), ErrJavaVersion, "is Java 8"},
		{"25", says(`openjdk version "25" 2025-09-16`), ErrJavaVersion, "is Java 25"},
		{"the door of macOS", says("Unable to locate a Java Runtime.") + "\nexit 1", ErrNoJava, "Unable to locate"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := tool(t, "java", c.script)
			java, err := findJava(t.Context())
			if c.cause != nil {
				wantError(t, err, c.cause, c.words, "JDK 17 or 21", "JAVA_HOME", "NEO4J_URI")
			} else if err != nil || java != filepath.Join(dir, "java") {
				t.Fatalf("%s, %v", java, err)
			}
		})
	}
	t.Run("none", func(t *testing.T) {
		t.Setenv("PATH", t.TempDir())
		t.Setenv("JAVA_HOME", "")
		_, err := findJava(t.Context())
		wantError(t, err, ErrNoJava, "in PATH", "NEO4J_URI")
	})
	t.Run("JAVA_HOME goes before PATH", func(t *testing.T) {
		tool(t, "java", says(`openjdk version "17.0.15"`))
		t.Setenv("JAVA_HOME", t.TempDir())
		_, err := findJava(t.Context())
		wantError(t, err, ErrNoJava, "JAVA_HOME="+os.Getenv("JAVA_HOME"))
	})
}

// java17 is enough of a Java to come as far as Maven.
const java17 = `echo 'openjdk version "17.0.15"' >&2` + "\n"

func TestNoMaven(t *testing.T) {
	dir := tool(t, "java", java17)
	t.Setenv("PATH", dir)
	if err := os.Symlink("/bin/sh", filepath.Join(dir, "sh")); err != nil {
		t.Fatal(err)
	}
	_, err := Start(t.Context(), Config{Home: t.TempDir(), Cache: t.TempDir()})
	wantError(t, err, ErrNoMaven, "apt install maven", "brew install maven", "NEO4J_URI")
}

// goodMaven writes the three jars that a download is known by.
var goodMaven = `
for a; do case $a in -DoutputDirectory=*) out=${a#*=};; esac; done
mkdir -p "$out"
echo "[INFO] Downloaded from central: https://example.org/neo4j-` + Version + `.jar (30 MB at 23 MB/s)"
for j in neo4j neo4j-server cypher-shell; do echo jar >"$out/$j-` + Version + `.jar"; done
`

func TestDownload(t *testing.T) {
	cache := t.TempDir()
	said := new(strings.Builder)
	c, err := Config{Home: t.TempDir(), Cache: cache, Progress: said}.resolve()
	if err != nil {
		t.Fatal(err)
	}
	empty := func() {
		t.Helper()
		if left, _ := os.ReadDir(cache); len(left) != 1 || !strings.HasSuffix(left[0].Name(), ".lock") {
			t.Fatalf("left behind: %v", left)
		}
	}

	tool(t, "mvn", "echo '[ERROR] Could not transfer artifact org.neo4j:neo4j'\nexit 1")
	_, err = c.jars(t.Context())
	wantError(t, err, ErrDownload, "Could not transfer artifact", "network", "settings.xml")
	empty()

	tool(t, "mvn", "echo '[ERROR] x.jar: No space left on device'\nexit 1")
	_, err = c.jars(t.Context())
	wantError(t, err, ErrDiskFull, "free some space")
	empty()

	tool(t, "mvn", "echo '[INFO] BUILD SUCCESS'")
	_, err = c.jars(t.Context())
	wantError(t, err, ErrDownload, "neo4j-"+Version+".jar")
	empty()

	// Interrupted by us, with all jars but the last second's there.
	tool(t, "mvn", goodMaven+"exec sleep 60")
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	_, err = c.jars(ctx)
	wantError(t, err, context.DeadlineExceeded)
	empty()

	// A guanxi that was killed could not tidy up.
	tool(t, "mvn", goodMaven)
	lib, err := c.jars(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	leftover := filepath.Dir(lib) + ".part-1"
	if err := os.Rename(filepath.Dir(lib), leftover); err != nil {
		t.Fatal(err)
	}
	if lib, err = c.jars(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(leftover); err == nil {
		t.Error("the killed download is still there")
	}
	if _, err := os.Stat(filepath.Join(lib, "neo4j-server-"+Version+".jar")); err != nil {
		t.Error(err)
	}
	if !strings.Contains(said.String(), "30 of about") {
		t.Errorf("no progress: %s", said)
	}

	tool(t, "mvn", "exit 1") // and now nothing is downloaded any more
	if again, err := c.jars(t.Context()); err != nil || again != lib {
		t.Fatalf("%s, %v", again, err)
	}
}

func TestNeo4jDiesAtStart(t *testing.T) {
	cases := []struct {
		name, says string
		cause      error
		words      []string
	}{
		{"unknown", "INFO  Starting...\n\tat org.neo4j.X\nsomething broke", ErrDied, []string{"something broke", "console.log"}},
		{"disk", "java.io.IOException: No space left on device", ErrDiskFull, []string{"free some space"}},
		{"port", "PortBindException: 127.0.0.1:7687", ErrPortTaken, nil},
		{"in use", "org.neo4j.io.locker.FileLockException: Lock file has been locked by another process", ErrStoreInUse, []string{"stop it"}},
		{"newer", "Caused by: java.io.IOException: Unrecognized transaction log format version: 99", ErrStoreVersion, []string{Version, "GUANXI_HOME"}},
		{"memory", "Error: Could not reserve enough space for object heap", ErrDied, []string{"less heap"}},
	}
	cache := t.TempDir()
	tool(t, "mvn", goodMaven)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			tool(t, "java", "[ \"$1\" != -version ] || { "+java17+" exit; }\nprintf '"+c.says+"\\n'\nexit 1")
			home := t.TempDir()
			_, err := Start(t.Context(), Config{Home: home, Cache: cache})
			wantError(t, err, c.cause, c.words...)
			if strings.Contains(err.Error(), "\tat ") {
				t.Errorf("stack frames: %v", err)
			}
			if pid, _ := find(realPath(home) + "/neo4j"); pid != 0 {
				t.Error("it runs")
			}
		})
	}
}

func TestNoRoom(t *testing.T) {
	wantError(t, room(t.TempDir(), 1<<50), ErrDiskFull, "are needed")
}
