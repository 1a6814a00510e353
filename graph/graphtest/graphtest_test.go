// Open, against the tests' Neo4j itself, and the watch that ends it.

package graphtest

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestOpenIsEmpty(t *testing.T) {
	for _, name := range []string{"first", "second"} {
		t.Run(name, func(t *testing.T) {
			db := Open(t)
			if n := db.Run(t, "MATCH (n) RETURN count(n) AS n", nil)[0]["n"]; n != int64(0) {
				t.Fatalf("%v nodes are left", n)
			}
			left := db.Run(t, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name", nil)
			if len(left) > 0 {
				t.Fatalf("indexes are left: %v", left)
			}
			db.Load(t, `
				// A comment; with a semicolon.
				CREATE CONSTRAINT thing IF NOT EXISTS FOR (t:Thing) REQUIRE t.id IS UNIQUE;
				CREATE INDEX name IF NOT EXISTS FOR (t:Thing) ON (t.name);
				CREATE FULLTEXT INDEX text IF NOT EXISTS FOR (t:Thing) ON EACH [t.name];
				UNWIND range(1, 25000) AS i CREATE (t:Thing {id: i, name: "a;b"})-[:NEXT]->(t);
			`)
			rows := db.Run(t, "MATCH (t:Thing {id: $id})-[:NEXT]->(t) RETURN t.name AS name", map[string]any{"id": 7})
			if diff := cmp.Diff([]map[string]any{{"name": "a;b"}}, rows); diff != "" {
				t.Fatal(diff)
			}
		})
	}
}

// TestPrepared has one test after another ask for indexes: they are those that were asked for, and stay where the next
// asks for the same, of which only the data goes.
func TestPrepared(t *testing.T) {
	var before []map[string]any
	for i, name := range []string{"one", "one", "two", "one"} {
		t.Run(strconv.Itoa(i), func(t *testing.T) {
			db := Prepared(t, "CREATE INDEX "+name+" FOR (t:Thing) ON (t.name)")
			if n := db.Run(t, "MATCH (n) RETURN count(n) AS n", nil)[0]["n"]; n != int64(0) {
				t.Errorf("%v nodes are left", n)
			}
			if names := db.Run(t, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name", nil); !cmp.Equal(names, []map[string]any{{"name": name}}) {
				t.Errorf("%v, want %s", names, name)
			}
			now := db.indexes(t)
			if stays := cmp.Equal(before, now); stays != (i == 1) {
				t.Errorf("the index stayed: %t", stays)
			}
			before = now
			db.Run(t, "CREATE (:Thing {name: 'a'})-[:NEXT]->(:Thing)", nil)
		})
	}
	t.Run("changed", func(t *testing.T) {
		db := Prepared(t, "CREATE INDEX one FOR (t:Thing) ON (t.name)")
		db.Run(t, "CREATE INDEX more FOR (t:Thing) ON (t.more)", nil)
	})
	t.Run("mended", func(t *testing.T) {
		db := Prepared(t, "CREATE INDEX one FOR (t:Thing) ON (t.name)")
		if len(db.indexes(t)) != len(before) {
			t.Error("an index of another test is left")
		}
	})
}

func TestOpenIsExclusive(t *testing.T) {
	var inside atomic.Int32
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			db := Open(t)
			if inside.Add(1) != 1 {
				t.Error("two tests have the database")
			}
			defer inside.Add(-1)
			db.Run(t, "CREATE (:Mine {by: $by})", map[string]any{"by": name})
			time.Sleep(50 * time.Millisecond)
			rows := db.Run(t, "MATCH (m:Mine) RETURN m.by AS by", nil)
			if diff := cmp.Diff([]map[string]any{{"by": name}}, rows); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSplit(t *testing.T) {
	got := split("// head\nA ';' \";\" `;`; /* ; */ ;\n\nB")
	want := []string{"// head\nA ';' \";\" `;`", "B"}
	if !slices.Equal(got, want) {
		t.Fatalf("%q", got)
	}
}

// TestWatch has the watch end a process of Neo4j's name once its file is old, and leave others alone.
func TestWatch(t *testing.T) {
	t.Parallel()
	used := filepath.Join(t.TempDir(), "used")
	if err := os.WriteFile(used, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(used, old, old); err != nil {
		t.Fatal(err)
	}
	for name, dies := range map[string]bool{"CommunityEntryPoint": true, "Stranger": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := exec.Command("sh", "-c", "read forever", name)
			if _, err := p.StdinPipe(); err != nil {
				t.Fatal(err)
			}
			if err := p.Start(); err != nil {
				t.Fatal(err)
			}
			ended := make(chan error, 1)
			go func() { ended <- p.Wait() }()
			defer p.Process.Kill()
			if out, err := exec.Command("sh", "-c", watch, "sh", strconv.Itoa(p.Process.Pid), used, "1", "1").CombinedOutput(); err != nil {
				t.Fatalf("watch: %v\n%s", err, out)
			}
			select {
			case <-ended:
				if !dies {
					t.Fatal("a stranger was killed")
				}
			case <-time.After(100 * time.Millisecond):
				if dies {
					t.Fatal("it lives")
				}
			}
		})
	}
}
