// Package schema holds the API as text and loads it. The text that counts at run
// time is api.graphqls alone: it is derived from the other .graphqls files by the
// program in expand, and checked in so that everyone can read what is served.
package schema

import (
	_ "embed"
	"fmt"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

//go:generate go run ./expand

// SDL is the whole API in GraphQL's schema language, with the directives that tell
// the compiler how it lies in Neo4j.
//
//go:embed api.graphqls
var SDL string

// Load parses and validates SDL. Each call returns a schema of its own.
func Load() (*ast.Schema, error) {
	s, err := gqlparser.LoadSchema(&ast.Source{Name: "api.graphqls", Input: SDL})
	if err != nil {
		return nil, fmt.Errorf("load the schema (run `make generate` if a .graphqls file was edited): %w", err)
	}
	delete(s.Directives, "defer") // the parser's prelude declares it, and we do not offer it
	return s, nil
}
