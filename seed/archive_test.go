package seed_test

// archive_test.go reads the acceptance questions. Their form, to which
// questionsform_test.go holds them:
//
//	The question as one would ask it?
//	What the documents say, in a sentence or two.
//	Stands in jiangxi-conference-2025-report ¶7; ¶15
//	-- query --
//	-- answer --
//
// A file's name begins with its topic. In those called none-… nothing is stated:
// what their queries call none… must come back empty.

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// A question is one acceptance question.
type question struct {
	name, path    string
	text, answer  string   // in words
	places        []string // where it stands: a source's id and paragraphs
	query, result string   // GraphQL, and the data that must come
	archive       *txtar.Archive
}

// questions reads those of a folder, by name.
func questions(t *testing.T, folder string) []question {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s holds no archives: %v", folder, err)
	}
	var all []question
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(string(archive.Comment)), "\n")
		if len(archive.Files) != 2 || archive.Files[0].Name != "query" || archive.Files[1].Name != "answer" || len(lines) < 3 {
			t.Fatalf("%s: it needs a question, an answer and where it stands, a line each, then a query and its answer", path)
		}
		q := question{
			name: strings.TrimSuffix(filepath.Base(path), ".txtar"), path: path, text: lines[0], answer: lines[1],
			query: string(archive.Files[0].Data), result: string(archive.Files[1].Data), archive: archive,
		}
		for _, line := range lines[2:] {
			place, ok := strings.CutPrefix(line, "Stands in ")
			if !ok {
				t.Fatalf("%s: the line %q says neither question nor answer, nor where it stands", path, line)
			}
			q.places = append(q.places, place)
		}
		all = append(all, q)
	}
	return all
}

// rewrite writes a question's archive with another answer, if UPDATE is set.
func (q question) rewrite(t *testing.T, result string) {
	if os.Getenv("UPDATE") == "" {
		return
	}
	q.archive.Files[1].Data = []byte(result)
	if err := os.WriteFile(q.path, txtar.Format(q.archive), 0o644); err != nil {
		t.Fatal(err)
	}
}
