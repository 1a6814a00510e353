package seed

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestFaults checks the dossiers of each testdata/faults/*.txtar together and
// compares all that is told about them with the archive's part "faults".
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
			last := len(archive.Files) - 1
			var files []File
			for _, f := range archive.Files[:last] {
				files = append(files, File{f.Name, f.Data})
			}
			dossiers, faults, err := Check(files)
			if err != nil {
				t.Fatal(err)
			}
			if dossiers != nil {
				t.Error("there are dossiers to load in spite of their faults")
			}
			got := faults.Error() + "\n"
			if os.Getenv("UPDATE") != "" {
				archive.Files[last].Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(archive.Files[last].Data), got); diff != "" {
				t.Errorf("%s (run with UPDATE=1 to accept, then read the difference):\n%s", path, diff)
			}
		})
	}
}
