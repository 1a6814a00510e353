// Command expand derives schema/api.graphqls from the hand-written .graphqls files
// beside it. It is run by `go generate ./schema` in the folder schema; what it
// derives, and in which order, is told in expand.go.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/vektah/gqlparser/v2/ast"
)

// The files that are read, in the order in which their types are printed, and the
// one that is written. writes.graphqls is not among them: it is gqlgen's.
var handWritten = []string{"questions.graphqls", "domain.graphqls", "directives.graphqls", "operators.graphqls", "aggregates.graphqls"}

const derived = "api.graphqls"

func main() {
	if err := generate("."); err != nil {
		fmt.Fprintln(os.Stderr, "expand:", err)
		os.Exit(1)
	}
}

// generate reads the hand-written files of the folder dir and writes the derived one.
func generate(dir string) error {
	sdl, err := expandDir(dir)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, derived), []byte(sdl), 0o644)
}

// expandDir derives the text of api.graphqls from the hand-written files of dir.
func expandDir(dir string) (string, error) {
	var sources []*ast.Source
	for _, name := range handWritten {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return "", err
		}
		sources = append(sources, &ast.Source{Name: name, Input: string(text)})
	}
	return Expand(sources...)
}
