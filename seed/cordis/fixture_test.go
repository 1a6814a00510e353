package cordis

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"guanxi/graph/graphtest"
	"guanxi/seed"
)

// tables are the hand-made ones, with some files put in place of theirs.
func tables(t *testing.T, instead ...txtar.File) fs.FS {
	t.Helper()
	fsys := fstest.MapFS{}
	paths, err := filepath.Glob("testdata/tables/*")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		fsys[filepath.Base(path)] = &fstest.MapFile{Data: data}
	}
	for _, file := range instead {
		if fsys[file.Name] = (&fstest.MapFile{Data: file.Data}); len(file.Data) == 0 {
			delete(fsys, file.Name)
		}
	}
	return fsys
}

// TestFaults reads the hand-made tables with the one table of each archive
// testdata/faults/*.txtar, and compares the error with its part "fault".
func TestFaults(t *testing.T) {
	archives, err := filepath.Glob("testdata/faults/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			_, err = readAll(tables(t, archive.Files[0]))
			got := fmt.Sprintln(err)
			if os.Getenv("UPDATE") != "" {
				archive.Files[1].Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Errorf("%s (run with UPDATE=1 to accept, then read the difference):\n%s", path, diff)
			}
		})
	}
}

// TestHandMade imports the hand-made tables, which have one of each oddity,
// and compares the whole graph.
func TestHandMade(t *testing.T) {
	db := graphtest.Prepared(t, seed.Constraints()...)
	if _, err := ImportFS(context.Background(), db.Driver, db.Database, tables(t), nil); err != nil {
		t.Fatal(err)
	}
	const path = "testdata/tables.graph"
	got := dump(t, db)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (run with UPDATE=1 to accept, then read the difference):\n%s", path, diff)
	}
}

// TestInterrupted breaks an import off at each of its steps in turn, then
// runs it to its end.
func TestInterrupted(t *testing.T) {
	db := graphtest.Prepared(t, seed.Constraints()...)
	broken := errors.New("broken off")
	for after := 1; ; after++ {
		ctx, cancel := context.WithCancelCause(context.Background())
		steps := 0
		_, err := ImportFS(ctx, db.Driver, db.Database, tables(t), func(doing string, done, total int) {
			if doing == "importing CORDIS" && done < total {
				if steps++; steps == after {
					cancel(broken)
				}
			}
		})
		cancel(nil)
		if err == nil {
			if after < 3 {
				t.Fatal("the import was not broken off")
			}
			break
		}
		if want := "projects and organisations were imported and are kept; run the import again, it takes up from there"; !strings.Contains(err.Error(), want) {
			t.Errorf("broken off at step %d: %v\nwant …%s", after, err, want)
		}
	}
	want, err := os.ReadFile("testdata/tables.graph")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), dump(t, db)); diff != "" {
		t.Errorf("taken up again, the import comes out otherwise:\n%s", diff)
	}
}

// TestLess imports tables that say less than those imported before.
func TestLess(t *testing.T) {
	db := graphtest.Prepared(t, seed.Constraints()...)
	ctx := context.Background()
	edges, _ := fs.ReadFile(tables(t), "edges.tsv")
	organisations, _ := fs.ReadFile(tables(t), "unique_org.tsv")
	less := tables(t,
		txtar.File{Name: "edges.tsv", Data: without(edges, "999000004", "999000001")},
		txtar.File{Name: "unique_org.tsv", Data: without(organisations, "999000004")})
	var graphs [2]string
	for i, all := range [][]fs.FS{{less}, {tables(t), less}} {
		db.Run(t, "MATCH (n:Entity) DETACH DELETE n", nil)
		for _, fsys := range all {
			if _, err := ImportFS(ctx, db.Driver, db.Database, fsys, nil); err != nil {
				t.Fatal(err)
			}
		}
		graphs[i] = dump(t, db)
	}
	if diff := cmp.Diff(graphs[0], graphs[1]); diff != "" {
		t.Errorf("something of the earlier import is left:\n%s", diff)
	}
}

// without leaves out the lines that hold one of the words.
func without(text []byte, words ...string) []byte {
	lines := slices.DeleteFunc(strings.SplitAfter(string(text), "\n"), func(line string) bool {
		return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(line, word) })
	})
	return []byte(strings.Join(lines, ""))
}

// dump is all that the database holds, but for the countries.
func dump(t *testing.T, db *graphtest.DB) string {
	t.Helper()
	var lines []string
	for _, row := range db.Run(t, "MATCH (n:Entity) WHERE NOT n:Country AND n.id <> 'iso-3166-1' RETURN labels(n) AS labels, properties(n) AS properties", nil) {
		labels := strings.Fields(strings.Trim(fmt.Sprint(row["labels"]), "[]"))
		slices.Sort(labels)
		lines = append(lines, fmt.Sprintf("(%s %v)", strings.Join(labels, ":"), row["properties"]))
	}
	for _, row := range db.Run(t, "MATCH (a:Entity)-[r]->(b) WHERE a.id <> 'iso-3166-1' RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS properties", nil) {
		lines = append(lines, fmt.Sprintf("(%v)-[%v %v]->(%v)", row["a"], row["type"], row["properties"], row["b"]))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n") + "\n"
}

// TestSameName compares names as the search for coordinators does.
func TestSameName(t *testing.T) {
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{"TECHNION - ISRAEL INSTITUTE", "Technion Israel Institute", true},
		{"Tillv\uFFFDxtverket", "Tillväxtverket", true},
		{`"ABBIA ""GNSS"" SARL"`, "ABBIA GNSS SARL", true},
		{"TRUST-IT SERVICES LIMITED", "TRUST-IT SERVICES LTD", false},
		{"", "-", false},
	} {
		if sameName(test.a, test.b) != test.same {
			t.Errorf("%q and %q: %v", test.a, test.b, !test.same)
		}
	}
}
