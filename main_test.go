package main

// main_test.go runs the command as its users do: each file in testdata/script is a session at a shell. Those in
// testdata/database have a real Neo4j, which is empty when they begin.

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"guanxi/graph/graphtest"
)

// TestMain lets the test's own program be run as guanxi.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"guanxi": main})
}

func TestCommand(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			// A command that should not need a database must not start one either.
			e.Setenv("NEO4J_URI", "bolt://127.0.0.1:1")
			return nil
		},
	})
}

func TestCommandWithDatabase(t *testing.T) {
	db := graphtest.Open(t)
	// Scripts run beside each other, and only when the test that starts them has returned: hence the group, so that the
	// database is kept until they are done.
	t.Run("script", func(t *testing.T) {
		testscript.Run(t, testscript.Params{
			Dir:                 "testdata/database",
			RequireExplicitExec: true,
			Setup: func(e *testscript.Env) error {
				for name, value := range variables(db) {
					e.Setenv(name, value)
				}
				return nil
			},
		})
	})
}

// variables name a database to guanxi.
func variables(db *graphtest.DB) map[string]string {
	return map[string]string{
		"NEO4J_URI": db.URI, "NEO4J_USERNAME": db.Username, "NEO4J_PASSWORD": db.Password, "NEO4J_DATABASE": db.Database,
	}
}
