// Shared, in a process of its own.

package graphtest

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// A package keeps what it shares until its process ends, so this needs a process of its own.
func TestSharedInAProcess(t *testing.T) {
	if os.Getenv("GRAPHTEST_SHARED") != "" {
		t.Skip("is the other process")
	}
	Driver(t) // no Neo4j: skip here, rather than there
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.v", "-test.run=^TestSharedHelper$")
	cmd.Env = append(os.Environ(), "GRAPHTEST_SHARED=1")
	out, err := cmd.CombinedOutput()
	said := string(out)
	if err == nil || !strings.Contains(said, "graphtest.Shared: Open would wait") || !strings.Contains(said, "both see it") {
		t.Fatalf("%v\n%s", err, said)
	}
}

func TestSharedHelper(t *testing.T) {
	if os.Getenv("GRAPHTEST_SHARED") == "" {
		t.Skip("runs in TestSharedInAProcess")
	}
	setUps := 0
	setUp := func(tb testing.TB, db *DB) {
		setUps++
		db.Run(tb, "CREATE (:Thing)", nil)
	}
	for range 2 {
		db := Shared(t, setUp)
		if n := db.Run(t, "MATCH (t:Thing) RETURN count(t) AS n", nil)[0]["n"]; n != int64(1) || setUps != 1 {
			t.Fatalf("%v things after %d set-ups", n, setUps)
		}
	}
	t.Log("both see it")
	Open(t) // refused
}
