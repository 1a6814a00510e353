package seed

// prepare.go makes a database ready for the model: its version is looked at
// first, then constraints and indexes are made where they are missing.

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

//go:embed constraints.cypher
var constraints string

// ModelVersion is the version of the model that this program reads and
// writes. A database tells its own in (:Meta {id: 'model'}).
const ModelVersion = 2

// ErrNewerModel is the cause of refusing a database that a newer program has
// written.
var ErrNewerModel = errors.New("the database is of a newer model")

// indexSeconds is how long the database may take to fill its indexes.
const indexSeconds = 300

// Prepare makes the constraints and indexes that are missing, waits until
// they are filled, and notes the model's version. A second time it changes
// nothing.
func Prepare(ctx context.Context, driver neo4j.DriverWithContext, database string, progress Progress) error {
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: database})
	defer session.Close(ctx)
	version, err := readVersion(ctx, session)
	if err != nil {
		return err
	}
	statements := Constraints()
	for i, statement := range statements {
		progress.tell("constraints and indexes", i, len(statements)+1)
		if err := run(ctx, session, statement, nil); err != nil {
			return fmt.Errorf("preparing the database: %w\n%s", err, statement)
		}
	}
	progress.tell("constraints and indexes", len(statements), len(statements)+1)
	if err := run(ctx, session, "CALL db.awaitIndexes($seconds)", map[string]any{"seconds": indexSeconds}); err != nil {
		return fmt.Errorf("preparing the database: its indexes were not ready after %d s: %w", indexSeconds, err)
	}
	if err := migrate(ctx, driver, database, version, progress); err != nil {
		return fmt.Errorf("bringing the database from version %d of the model to %d: %w", version, ModelVersion, err)
	}
	if version < ModelVersion {
		if err := run(ctx, session, "MERGE (m:Meta {id: 'model'}) SET m.version = $version", map[string]any{"version": ModelVersion}); err != nil {
			return fmt.Errorf("preparing the database: %w", err)
		}
	}
	progress.tell("constraints and indexes", len(statements)+1, len(statements)+1)
	return nil
}

// Constraints returns the statements of constraints.cypher, without their
// comments.
func Constraints() []string {
	var statements []string
	var lines []string
	for _, line := range strings.Split(constraints, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "//") {
			continue
		}
		end := strings.HasSuffix(line, ";")
		lines = append(lines, strings.TrimSuffix(line, ";"))
		if end {
			statements = append(statements, strings.Join(lines, "\n"))
			lines = nil
		}
	}
	return statements
}

// migrate brings what lies in a database of an older model into the form of
// this one. It can be interrupted and run again: the version is noted last.
func migrate(ctx context.Context, driver neo4j.DriverWithContext, database string, from int64, progress Progress) error {
	if from == 1 { // names had no search keys
		_, err := reindex(ctx, driver, database, progress)
		return err
	}
	return nil
}

// readVersion gives the version of the database's model, 0 where there is none,
// and refuses a newer one.
func readVersion(ctx context.Context, session neo4j.SessionWithContext) (int64, error) {
	version, err := neo4j.ExecuteRead(ctx, session, func(tx neo4j.ManagedTransaction) (int64, error) {
		var version int64
		err := each(ctx, tx, "MATCH (m:Meta {id: 'model'}) RETURN m.version AS version", nil, func(row *neo4j.Record) {
			version = value[int64](row, "version")
		})
		return version, err
	})
	if err != nil {
		return 0, fmt.Errorf("reading the version of the database's model: %w", err)
	}
	if version > ModelVersion {
		return 0, fmt.Errorf("%w: it has version %d, and this program knows version %d; use a newer guanxi, or name another database",
			ErrNewerModel, version, ModelVersion)
	}
	return version, nil
}

// run runs one statement in a transaction of its own: a schema statement
// cannot share one with data.
func run(ctx context.Context, session neo4j.SessionWithContext, statement string, params map[string]any) error {
	result, err := session.Run(ctx, statement, params)
	if err != nil {
		return err
	}
	_, err = result.Consume(ctx)
	return err
}
