package seed

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCheckPaths(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{"letter.yaml": letter, "report.yaml": report, "broken.yaml": "source: {}\n", "notes.txt": "no dossier"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(folder, "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ path, want string }{
		{"", "broken.yaml:1:9: the source has no id"},
		{"report.yaml", ""}, // its institution has its name from letter.yaml, and broken.yaml is not asked for
		{"broken.yaml", "broken.yaml:1:9: the source has no id"},
		{"notes.txt", "notes.txt: a dossier's name ends in .yaml; rename it"},
		{"none.yaml", "none.yaml: no such file or directory; give the path of a dossier or of a folder of dossiers"},
		{"empty", "empty: there is no dossier, no file *.yaml, in this folder"},
	} {
		_, faults, err := CheckPaths(nil, filepath.Join(folder, test.path))
		got := faults.Error()
		if err != nil {
			got = err.Error()
		}
		if got = strings.ReplaceAll(got, folder+"/", ""); !strings.HasPrefix(got, test.want) || test.want == "" && got != "" {
			t.Errorf("%s: got %q, want %q", test.path, got, test.want)
		}
	}
}

// TestCheckContradiction asks for either of two dossiers that contradict each
// other: the fault is told, at whichever it stands.
func TestCheckContradiction(t *testing.T) {
	folder := t.TempDir()
	for name, status := range map[string]string{"a": "SIGNED", "b": "ACTIVE"} {
		text := "source: {id: " + name + ", title: A, retrievedOn: 2025-12-01}\nentities:\n  - {type: Agreement, id: x, title: X, kind: GRANT, status: " + status + ", locator: p1}\n"
		if err := os.WriteFile(filepath.Join(folder, name+".yaml"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"a.yaml", "b.yaml"} {
		if _, faults, err := CheckPaths(nil, filepath.Join(folder, name)); err != nil || len(faults) == 0 || !strings.Contains(faults.Error(), "ACTIVE") {
			t.Errorf("%s: %v, %v", name, faults, err)
		}
	}
}

// FuzzCheck expects faults with a place, never a panic, whatever is in a file.
func FuzzCheck(f *testing.F) {
	f.Add(letter)
	f.Add(report)
	f.Add("source: {id: a, title: A, retrievedOn: 2025-12-01}\nfigures: [{about: [x]}]")
	f.Add("- &a [*a]\n? {b: c}\n: !!int d")
	f.Fuzz(func(t *testing.T, text string) {
		_, faults, err := Check([]File{{"a.yaml", []byte(text)}})
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range faults {
			if fault.File != "a.yaml" || fault.Line < 1 || fault.Column < 1 || fault.Reason == "" {
				t.Errorf("a fault without a place: %+v", fault)
			}
		}
	})
}
