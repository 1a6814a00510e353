package seed_test

// questionscost_test.go measures what the root questions cost, in db hits, on the
// curated dossiers and on the grants of Horizon 2020.

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"guanxi/graph"
	"guanxi/graph/graphtest"
	"guanxi/schema"
	"guanxi/seed/cordis"
)

// The graphs that are measured on.
const (
	dossiers = "dossiers"
	grants   = "Horizon 2020"
)

// An example is an operation of which the cost is shown.
type example struct{ on, operation string }

// examples are those of each root question. The organizations of the grants are
// the two with the most: CNRS (350 grants) and Fraunhofer (284); of docking, also one
// university with a single grant.
var examples = map[string][]example{
	"node": {
		{dossiers, `{ node(id: "university-of-technology-sydney") { id label } }`},
		{grants, `{ node(id: "pic:999997930") { id label } }`},
	},
	"partnerships": {
		{dossiers, `{ partnerships(country: "CN", kinds: null) { edges { node { here { id } there { id } shared } } } }`},
		{dossiers, `{ partnerships(country: "AU") { edges { node { here { id } there { id } evidence { id } } } } }`},
		{grants, `{ partnerships(country: "KZ", kinds: null) { edges { node { here { id } there { id } shared } } } }`},
		{grants, `{ partnerships(country: "DE", with: "PL") { edges { node { here { id } there { id } shared } } } }`},
		{grants, `{ partnerships(country: "DE") { edges { node { here { id } there { id } shared } } } }`},
	},
	"neighbourhood": {
		{dossiers, `{ neighbourhood(of: ["huawei"], depth: 2) { nodes { id } relationships { id } } }`},
		{grants, `{ neighbourhood(of: ["pic:999997930"]) { nodes { id } relationships { id } } }`},
		{grants, `{ neighbourhood(of: ["pic:999997930"], depth: 2) { nodes { id } relationships { id } } }`},
	},
	"commonConnections": {
		{dossiers, `{ commonConnections(of: ["university-of-technology-sydney", "jiangxi-university-of-finance-and-economics"]) { entity { id } } }`},
		{grants, `{ commonConnections(of: ["pic:999997930", "pic:999984059"]) { entity { id } } }`},
	},
	"countryMatrix": {
		{dossiers, `{ countryMatrix { a { code } b { code } partnerships agreements } }`},
		{grants, `{ countryMatrix { a { code } b { code } partnerships agreements } }`},
		{grants, `{ countryMatrix { a { code } b { code } partnerships agreements organizations } }`},
	},
	"search": {
		{dossiers, `{ search(query: "jxcjdx") { score entity { id } } }`},
		{grants, `{ search(query: "fraunhofer") { score entity { id } } }`},
	},
	"paths": {
		{dossiers, `{ paths(from: "huawei", to: "university-of-technology-sydney", maxHops: 6) { hops score } }`},
		{grants, `{ paths(from: "pic:999997930", to: "pic:999984059") { hops score } }`},
	},
	"docking": {
		{dossiers, `{ docking(for: "nanchang-university", roles: [CAREERS]) { organization { id } reasons { kind evidence { id } } } }`},
		{grants, `{ docking(for: "pic:999997930") { organization { id } score } }`},
		{grants, `{ docking(for: "pic:999997930") { organization { id } score reasons { kind via { id } evidence { id } } } }`},
		{grants, `{ docking(for: "pic:999997930", countries: ["KZ"]) { organization { id } score } }`},
		{grants, `{ docking(for: "pic:953676162") { organization { id } score } }`},
	},
	"network": {
		{dossiers, `{ network { organizations pairs } }`},
		{grants, `{ network(minShared: 2) { organizations pairs } }`},
	},
	"centrality": {
		{dossiers, `{ centrality(measure: DEGREE) { measure } }`},
		{grants, `{ centrality(measure: DEGREE) { measure } }`},
	},
	"communities": {
		{dossiers, `{ communities { count } }`},
		{grants, `{ communities(minShared: 2) { count } }`},
	},
	"coverage": {
		{dossiers, `{ coverage(country: "AU", with: "CN") { summary } }`},
		{grants, `{ coverage(country: "DE", with: "PL") { summary } }`},
	},
	"timeline": {
		{dossiers, `{ timeline(from: "2025-01-01") { day what entity { id } } }`},
		{grants, `{ timeline(of: ["pic:999997930"]) { day what entity { id } } }`},
		{grants, `{ timeline(country: "KZ") { day what entity { id } } }`},
		{grants, `{ timeline(from: "2015-01-01", to: "2015-01-31") { day what entity { id } } }`},
	},
}

// costs are db hits by example, as far as they were measured.
type costs map[example]int64

// row is an example's row in the document.
func (c costs) row(e example) string {
	hits := "not measured"
	if n, ok := c[e]; ok {
		hits = strconv.FormatInt(n, 10)
	}
	return fmt.Sprintf("| %s | `%s` | %s |", e.on, e.operation, hits)
}

var costRow = regexp.MustCompile("(?m)^\\| ([^|]+) \\| `(.+)` \\| (\\d+) \\|$")

// readCosts reads the rows of a document back.
func readCosts(document string) costs {
	found := costs{}
	for _, row := range costRow.FindAllStringSubmatch(document, -1) {
		found[example{row[1], row[2]}], _ = strconv.ParseInt(row[3], 10, 64)
	}
	return found
}

// measureAll measures every example. Without the tables of the grants, what was
// measured on them before stays.
func measureAll(t *testing.T, into costs) {
	t.Run("dossiers", func(t *testing.T) {
		measure(t, curated(t, graphtest.Open(t)), dossiers, into)
	})
	t.Run("grants", func(t *testing.T) {
		folder := cmp.Or(os.Getenv("GUANXI_DATA"), "../../shared/data") + "/cordis-h2020-2016"
		if _, err := os.Stat(folder); err != nil {
			t.Skipf("needs the tables of the grants: %v; set GUANXI_DATA to the folder of the data sets", err)
		}
		db := graphtest.Open(t)
		if _, err := cordis.Import(context.Background(), db.Driver, db.Database, folder, nil); err != nil {
			t.Fatal(err)
		}
		api, err := schema.Load()
		if err != nil {
			t.Fatal(err)
		}
		e, err := graph.New(api, db.Driver, graph.Options{Database: db.Database})
		if err != nil {
			t.Fatal(err)
		}
		measure(t, e, grants, into)
	})
}

// measure profiles the examples of one graph.
func measure(t *testing.T, e *graph.Engine, on string, into costs) {
	t.Helper()
	if err := e.Refresh(context.Background()); err != nil {
		t.Fatal(err)
	}
	for name, list := range examples {
		for _, example := range list {
			if example.on != on {
				continue
			}
			r, faults := e.Parse(example.operation, "", nil)
			if len(faults) > 0 {
				t.Fatalf("%s: %v", name, faults)
			}
			answer, err := e.Answer(context.Background(), r)
			if err != nil {
				t.Fatalf("%s: %s: %v", name, example.operation, err)
			}
			if found := string(answer.Data); strings.Contains(found, ":null") || strings.Contains(found, ":[]") {
				t.Fatalf("%s: %s finds nothing, and so costs nothing: %s", name, example.operation, found)
			}
			_, hits, err := e.Profile(context.Background(), r)
			if err != nil {
				t.Fatalf("%s: %s: %v", name, example.operation, err)
			}
			into[example] = hits
		}
	}
}
