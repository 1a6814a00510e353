package cordis

import (
	"context"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"guanxi/graph/graphtest"
	"guanxi/seed"
)

// data is the folder of the real tables; without them the test is skipped.
func data(t testing.TB) string {
	folder := os.Getenv("GUANXI_DATA")
	if folder == "" {
		folder = "../../../shared/data"
	}
	folder += "/cordis-h2020-2016"
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("needs the real tables: %v; set GUANXI_DATA to where they are", err)
	}
	return folder
}

// TestImport imports the real tables, and counts. `make figures` runs it.
func TestImport(t *testing.T) {
	if !*measure {
		t.Skip("takes minutes: make figures")
	}
	folder := data(t)
	db := graphtest.Open(t)
	ctx := context.Background()
	start := time.Now()
	report, err := Import(ctx, db.Driver, db.Database, folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("imported in %v: %+v", time.Since(start).Round(time.Millisecond), report)

	for statement, want := range map[string]int64{
		"MATCH (o:Organization) RETURN count(o) AS n":                                                       12326,
		"MATCH (a:Agreement {kind: 'GRANT'}) RETURN count(a) AS n":                                          7574,
		"MATCH (:Organization)-[r:PARTY_TO]->(:Agreement) RETURN count(r) AS n":                             31868,
		"MATCH (:Organization)-[r:IN_COUNTRY]->(:Country) RETURN count(r) AS n":                             12326,
		"MATCH (:Source {id: 'cordis-h2020-2016'})-[r:STATES]->() RETURN count(r) AS n":                     12326 + 7574,
		"MATCH (o:Institution {kind: 'UNIVERSITY'}) RETURN count(o) AS n":                                   1193,
		"MATCH (o:Institution {kind: 'RESEARCH'}) RETURN count(o) AS n":                                     1565,
		"MATCH (o:Enterprise) RETURN count(o) AS n":                                                         7178,
		"MATCH (o:GovernmentBody) RETURN count(o) AS n":                                                     957,
		"MATCH (o:OtherOrganization) RETURN count(o) AS n":                                                  1194 + 239,
		"MATCH ()-[r:PARTY_TO {role: 'coordinator'}]->() RETURN count(r) AS n":                              7572,
		"MATCH (a:Agreement) WHERE EXISTS {(a)<-[r:PARTY_TO]-() WHERE r.role IS NULL} RETURN count(a) AS n": 2,
		// The published number of pairs that share a project.
		"MATCH (a:Organization)-[:PARTY_TO]->(:Agreement)<-[:PARTY_TO]-(b:Organization) WHERE elementId(a) < elementId(b) WITH DISTINCT a, b RETURN count(*) AS n": 170120,
	} {
		if got := db.Run(t, statement, nil)[0]["n"]; got != want {
			t.Errorf("%s: %v, want %d", statement, got, want)
		}
	}

	start = time.Now()
	again, err := Import(ctx, db.Driver, db.Database, folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("imported again in %v", time.Since(start).Round(time.Millisecond))
	if diff := cmp.Diff(seed.Report{Sources: 1, Entities: 12326 + 7574, Relationships: 12326 + 31868}, again); diff != "" {
		t.Errorf("importing again is not importing once:\n%s", diff)
	}
}
