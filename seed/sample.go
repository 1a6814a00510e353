package seed

// sample.go has the database count what its indexes hold, after much was loaded.

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Sample has the database sample its indexes anew and forget its plans. Until it
// does so by itself, it plans by what the indexes held before: a page is then
// searched from the first row on and not from its cursor. Importers call it when
// they are done. A database that does not let us do it will in its own time, so
// that an error is none of the import's.
func Sample(ctx context.Context, driver neo4j.DriverWithContext, database string) {
	neo4j.ExecuteQuery(ctx, driver, "CALL db.prepareForReplanning(60)", nil, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase(database))
}
