package seed

// load.go loads dossiers: all of them in one transaction, so that nothing of
// a load that fails is kept.

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// originDossier marks the sources that were loaded from dossiers, so that one
// whose dossier is gone can be told from one that was imported.
const originDossier = "dossier"

// Progress is told what is being done, and how much of how much is done; the
// whole may be 0: not known. It may be nil.
type Progress func(doing string, done, total int)

func (p Progress) tell(doing string, done, total int) {
	if p != nil {
		p(doing, done, total)
	}
}

// Load makes the graph hold what the dossiers state, and the countries. The
// dossiers are all that there are: what other dossiers stated, which were
// loaded before and are not among these, leaves the graph. What importers
// brought in is left alone. Loading the same again changes nothing.
//
// The database is prepared first, see [Prepare]. The report counts the
// dossiers, not the countries, but all that has changed.
func Load(ctx context.Context, driver neo4j.DriverWithContext, database string, dossiers *Dossiers, progress Progress) (Report, error) {
	if err := Prepare(ctx, driver, database, progress); err != nil {
		return Report{}, err
	}
	progress.tell("loading the dossiers", 0, 1)
	report, err := loadDossiers(ctx, driver, database, dossiers)
	if err != nil {
		return Report{}, fmt.Errorf("loading the dossiers: %w; nothing of this load was kept", err)
	}
	progress.tell("loading the dossiers", 1, 1)
	return report, nil
}

// loadDossiers loads into a database that is prepared.
func loadDossiers(ctx context.Context, driver neo4j.DriverWithContext, database string, dossiers *Dossiers) (Report, error) {
	m, err := loadModel()
	if err != nil {
		return Report{}, err
	}
	return write(ctx, driver, database, func(tx neo4j.ManagedTransaction) (Report, error) {
		s := dossiers.statements
		if err := s.retire(ctx, tx); err != nil {
			return Report{}, err
		}
		countries := countryStatements()
		s.Sources = slices.Concat(s.Sources, countries.Sources)
		s.Entities = slices.Concat(s.Entities, countries.Entities)
		s.Mentions = slices.Concat(s.Mentions, countries.Mentions)
		report, err := settle(ctx, tx, m, s)
		counted := dossiers.statements.count()
		counted.Created, counted.Changed, counted.Removed = report.Created, report.Changed, report.Removed
		return counted, err
	})
}

// LoadCountries makes the graph hold the countries, for importers that point
// at them.
func LoadCountries(ctx context.Context, driver neo4j.DriverWithContext, database string) error {
	_, err := Settle(ctx, driver, database, countryStatements())
	return err
}

// Settle makes the graph say what the statements say, in one transaction.
// Importers call it for a few thousand rows at a time: all that their source
// states about an entity must come in one call, and all that leads from it.
// What is related must have been mentioned: no relationship can be STATED or
// IMPLIED of an entity that every source only infers.
func Settle(ctx context.Context, driver neo4j.DriverWithContext, database string, s Statements) (Report, error) {
	m, err := loadModel()
	if err != nil {
		return Report{}, err
	}
	return write(ctx, driver, database, func(tx neo4j.ManagedTransaction) (Report, error) {
		return settle(ctx, tx, m, s)
	})
}

// write runs the work in one transaction, while no other such transaction
// runs: two at once would each read what the other is about to change.
func write(ctx context.Context, driver neo4j.DriverWithContext, database string, work func(neo4j.ManagedTransaction) (Report, error)) (Report, error) {
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: database})
	defer session.Close(ctx)
	report, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		if err := lock(ctx, tx); err != nil {
			return Report{}, err
		}
		return work(tx)
	})
	if err != nil {
		return Report{}, err
	}
	return report.(Report), nil
}

// lock takes the write lock on the node that stands for the model.
func lock(ctx context.Context, tx neo4j.ManagedTransaction) error {
	found := false
	err := each(ctx, tx, "MATCH (m:Meta {id: 'model'}) SET m.version = m.version RETURN m", nil, func(*neo4j.Record) { found = true })
	if err == nil && !found {
		err = fmt.Errorf("the database is not prepared; call Prepare first")
	}
	return err
}

const (
	dossierSources = `
MATCH (s:Source) WHERE s.origin = $origin
OPTIONAL MATCH (s)-[:STATES|STATES_INFERRED]->(e)
RETURN s.id AS id, collect(e.id) AS entities`

	otherSources = `
MATCH (s:Source) WHERE s.id IN $sources AND s.origin <> $origin
RETURN s.id AS id, s.origin AS origin ORDER BY id`
)

// retire adds what dossiers stated before: their sources, of which those that
// are gone now leave the graph, and the entities that they mention.
func (s *Statements) retire(ctx context.Context, tx neo4j.ManagedTransaction) error {
	var taken error
	params := map[string]any{"origin": originDossier, "sources": s.Sources}
	err := each(ctx, tx, otherSources, params, func(row *neo4j.Record) {
		taken = fmt.Errorf("the source id %q is in the database already, by an import (%s); give the dossier's source another",
			value[string](row, "id"), value[string](row, "origin"))
	})
	if err = cmp.Or(err, taken); err != nil {
		return err
	}
	sources, also := slices.Clone(s.Sources), slices.Clone(s.Also)
	err = each(ctx, tx, dossierSources, params, func(row *neo4j.Record) {
		id := value[string](row, "id")
		sources, also = append(sources, id), append(also, id)
		for _, e := range value[[]any](row, "entities") {
			also = append(also, fmt.Sprint(e))
		}
	})
	s.Sources, s.Also = sources, also
	return err
}

// Gone returns the ids of the sources that were loaded from dossiers and are not
// among these: the ones that a Load would take out of the graph.
func Gone(ctx context.Context, driver neo4j.DriverWithContext, database string, dossiers *Dossiers) ([]string, error) {
	result, err := neo4j.ExecuteQuery(ctx, driver, "MATCH (s:Source) WHERE s.origin = $origin AND NOT s.id IN $sources RETURN s.id AS id ORDER BY id",
		map[string]any{"origin": originDossier, "sources": dossiers.statements.Sources}, neo4j.EagerResultTransformer,
		neo4j.ExecuteQueryWithDatabase(database), neo4j.ExecuteQueryWithReadersRouting())
	if err != nil {
		return nil, fmt.Errorf("looking for sources whose dossiers are gone: %w", err)
	}
	var ids []string
	for _, row := range result.Records {
		ids = append(ids, value[string](row, "id"))
	}
	return ids, nil
}

// Mentioned returns the ids of all entities that the source mentions. An
// importer finds there what its source no longer states.
func Mentioned(ctx context.Context, driver neo4j.DriverWithContext, database, source string) ([]string, error) {
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: database, AccessMode: neo4j.AccessModeRead})
	defer session.Close(ctx)
	return neo4j.ExecuteRead(ctx, session, func(tx neo4j.ManagedTransaction) ([]string, error) {
		var ids []string
		err := each(ctx, tx, "MATCH (:Source {id: $source})-[:STATES|STATES_INFERRED]->(e) RETURN e.id AS id", map[string]any{"source": source}, func(row *neo4j.Record) {
			ids = append(ids, value[string](row, "id"))
		})
		return ids, err
	})
}
