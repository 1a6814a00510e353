package graph

// counting_test.go holds the questions' files to the usual scope's own words,
// which another scope's take the place of.

import (
	"os"
	"slices"
	"strings"
	"testing"

	"guanxi/graph/cypher"
	"guanxi/graph/question"
)

func TestQuestionsCountEntriesAsTheUsualScopeDoes(t *testing.T) {
	files, err := os.ReadDir("question")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, file := range files {
		if !strings.HasSuffix(file.Name(), ".cypher") {
			continue
		}
		lines, err := question.Lines(file.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range lines {
			at := slices.IndexFunc(line.Counts, func(name string) bool { return strings.HasSuffix(name, "[]") })
			if at < 0 {
				continue
			}
			found++
			of := cypher.Var(strings.TrimSuffix(line.Counts[at], "[]"))
			if usual := cypher.Text(everyday.entries(of)); strings.Count(line.Text, usual) != 1 {
				t.Errorf("%s: %q does not count the entries of %s by %s", file.Name(), line.Text, of, usual)
			}
		}
	}
	if found == 0 {
		t.Error("no line is marked with []")
	}
}
