// What a test does with its database: emptying, loading, asking.

package graphtest

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guanxi/graph/cypher"
)

// Run runs one statement and returns its rows by column name.
func (db *DB) Run(tb testing.TB, statement string, params map[string]any) []map[string]any {
	tb.Helper()
	ctx := context.Background()
	session := db.Driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: db.Database})
	defer session.Close(ctx)
	result, err := session.Run(ctx, statement, params)
	if err != nil {
		tb.Fatalf("%v\n%s", err, statement)
	}
	var rows []map[string]any
	for result.Next(ctx) {
		rows = append(rows, result.Record().AsMap())
	}
	if err := result.Err(); err != nil {
		tb.Fatalf("%v\n%s", err, statement)
	}
	return rows
}

// Load runs statements that end with semicolons, one by one, and waits until the indexes they made are filled.
func (db *DB) Load(tb testing.TB, statements string) {
	tb.Helper()
	for _, s := range split(statements) {
		db.Run(tb, s, nil)
	}
	db.Run(tb, "CALL db.awaitIndexes(60)", nil)
}

// split cuts a text at its semicolons, but not at those in strings and comments.
func split(text string) []string {
	var statements []string
	var one strings.Builder
	empty := true // nothing but space and comments
	end := func() {
		if !empty {
			statements = append(statements, strings.TrimSpace(one.String()))
		}
		one.Reset()
		empty = true
	}
	for _, t := range cypher.Tokens(text) {
		if t.Kind == cypher.Symbol && t.Text == ";" {
			end()
			continue
		}
		if t.Kind != cypher.Space && t.Kind != cypher.Comment {
			empty = false
		}
		one.WriteString(t.Text)
	}
	end()
	return statements
}

// prepared is what the database of this process has for constraints and indexes: by which statements, and as it tells
// them. (Tests that may change it have the database one by one.)
var prepared struct {
	statements []string
	there      []map[string]any
}

// prepare empties the database of data, and gives it the constraints and indexes that the statements make.
func (db *DB) prepare(tb testing.TB, statements []string) {
	tb.Helper()
	if slices.Equal(statements, prepared.statements) && reflect.DeepEqual(db.indexes(tb), prepared.there) {
		db.empty(tb)
		return
	}
	db.wipe(tb)
	db.Load(tb, strings.Join(statements, ";\n"))
	prepared.statements, prepared.there = statements, db.indexes(tb)
}

// indexes are what there is of them, those of constraints too.
func (db *DB) indexes(tb testing.TB) []map[string]any {
	tb.Helper()
	return db.Run(tb, "SHOW INDEXES YIELD id, name, state, createStatement RETURN * ORDER BY name", nil)
}

// wipe empties the database of all that a test can put into it, and of plans made for what was in it.
func (db *DB) wipe(tb testing.TB) {
	tb.Helper()
	for _, row := range db.Run(tb, "SHOW CONSTRAINTS YIELD name", nil) {
		db.Run(tb, "DROP CONSTRAINT $name", row)
	}
	for _, row := range db.Run(tb, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name", nil) {
		db.Run(tb, "DROP INDEX $name", row)
	}
	db.empty(tb)
	db.Run(tb, "CALL db.clearQueryCaches()", nil)
}

// empty deletes all nodes and relationships.
func (db *DB) empty(tb testing.TB) {
	tb.Helper()
	// Relationships first: a source that names a hundred thousand entities is more than one transaction may hold.
	db.Run(tb, "MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS", nil)
	db.Run(tb, "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 1000 ROWS", nil)
}
