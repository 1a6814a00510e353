package seed

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNesting checks what brings the parser to its knees.
func TestNesting(t *testing.T) {
	var deep strings.Builder
	for i := range 300 {
		deep.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	for _, text := range []string{
		"source: " + strings.Repeat("{a: ", 20_000),
		"source: " + strings.Repeat("[", 20_000),
		"source:\n  " + strings.Repeat("- ", 20_000) + "a",
		"? " + strings.Repeat("? ", 20_000) + "a",
		deep.String(),
	} {
		_, faults, err := Check([]File{{"a.yaml", []byte(text)}})
		if err != nil || !strings.Contains(faults.Error(), "nested deeper than 50 lists and mappings") {
			t.Errorf("%.20q: %v, %v", text, err, faults)
		}
	}
	if long := "source: {id: a, title: " + strings.Repeat("word [of] many ", 1000) + "}"; strings.Contains(faultsOf(t, long), "nested") {
		t.Error("a long line is taken for a deep one")
	}
}

func faultsOf(t *testing.T, text string) string {
	t.Helper()
	_, faults, err := Check([]File{{"a.yaml", []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	return faults.Error()
}

// TestReadFiles reads what has the name of a dossier and is none.
func TestReadFiles(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "a.yaml"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(os.DirFS(folder)); err == nil || err.Error() != "a.yaml is no regular file; a dossier is one" {
		t.Error(err)
	}
	folder = t.TempDir()
	large, err := os.Create(filepath.Join(folder, "b.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := large.Truncate(largest + 1); err != nil {
		t.Fatal(err)
	}
	large.Close()
	if _, err := Read(os.DirFS(folder)); err == nil || !strings.HasPrefix(err.Error(), "b.yaml has 16777217 bytes and a dossier at most 16777216") {
		t.Error(err)
	}
}
