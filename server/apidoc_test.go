package server

// apidoc_test.go holds docs/api.md to the table of errors.

import (
	"fmt"
	"os"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestErrorsInTheDocs(t *testing.T) {
	text, err := os.ReadFile("../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]int{}
	for _, row := range regexp.MustCompile("(?m)^\\| `([A-Z_]+)` \\| (\\d+) \\|").FindAllStringSubmatch(string(text), -1) {
		var status int
		if _, err := fmt.Sscan(row[2], &status); err != nil {
			t.Fatal(err)
		}
		told[row[1]] = status
	}
	if diff := cmp.Diff(statuses, told); diff != "" {
		t.Errorf("docs/api.md (-is +told):\n%s", diff)
	}
}
