package graph_test

// graph_test.go opens what the tests of this package share: the small graph of
// testdata/graph.cypher in a real Neo4j, and an engine over it.

import (
	"os"
	"strings"

	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph"
	"guanxi/graph/graphtest"
	"guanxi/schema"
)

// A database is the real one, loaded with a graph that the tests only read.
type database struct {
	*graphtest.DB
	full *ast.Schema
}

// smallGraph opens the small graph.
func smallGraph(t testing.TB) *database {
	t.Helper()
	text, err := os.ReadFile("testdata/graph.cypher")
	if err != nil {
		t.Fatal(err)
	}
	var indexes, data []string
	for statement := range strings.SplitSeq(string(text), ";\n") {
		switch {
		case strings.Contains(statement, " IF NOT EXISTS FOR "):
			indexes = append(indexes, statement)
		case strings.TrimSpace(statement) != "":
			data = append(data, statement)
		}
	}
	db := &database{DB: graphtest.Prepared(t, indexes...), full: fullSchema(t)}
	for _, statement := range data {
		db.Run(t, statement, nil)
	}
	return db
}

func fullSchema(t testing.TB) *ast.Schema {
	t.Helper()
	full, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	return full
}

func (db *database) engine(t testing.TB) *graph.Engine {
	t.Helper()
	engine, err := graph.New(db.full, db.Driver, graph.Options{Database: db.Database, StatementTimeout: graphtest.Patience})
	if err != nil {
		t.Fatal(err)
	}
	return engine
}

// engineOf is an engine for the schema in the file, or for ours if none is named.
func (db *database) engineOf(t testing.TB, file string) *graph.Engine {
	t.Helper()
	if file = strings.TrimSpace(file); file == "" {
		return db.engine(t)
	}
	text, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	other := gqlparser.MustLoadSchema(&ast.Source{Name: file, Input: string(text)})
	return (&database{DB: db.DB, full: other}).engine(t)
}
