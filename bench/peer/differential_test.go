// Package peer compares guanxi with the Neo4j GraphQL Library, the best peer: both answer the same operations over the
// same graphs, and their JSON must be equal. `make differential` runs it.
//
// An operation stands in operations/THEME.graphql and is sent to both. Where the peer has other words for it, the
// peer's spelling follows under the same name with _peer, with aliases so that the answers are equal:
//
//	query Australian { organizations(where: {country: {code: {eq: "AU"}}}, sort: [{id: ASC}]) { id } }
//	query Australian_peer { organizations(where: {country: {some: {code: {eq: "AU"}}}}, sort: [{id: ASC}]) { id } }
//
// Every list is sorted by a unique key. An operation with a variable $after is walked page by page, on each server with
// that server's own cursors. What the two answer differently for a defect of the peer stands in exemptions.yaml.
package peer

import (
	"fmt"
	"os"
	"testing"

	"github.com/goccy/go-yaml"

	"guanxi/graph/graphtest"
	"guanxi/schema"
	"guanxi/seed"
)

// worlds are the graphs that the operations are asked of. The last one is for a theme of its own.
var worlds = []world{
	{name: "dense", seed: 1, size: 10, most: 6},
	{name: "sparse", seed: 2, size: 5, most: 2},
	{name: "parallel", seed: 3, size: 5, most: 6, parallel: true},
}

// An exemption is an operation that the two must answer differently, in one of the graphs at least.
type exemption struct {
	Operation string `yaml:"operation"`
	Defect    string `yaml:"defect"` // the peer's, from which the difference stems
}

// A verdict is what was seen of one operation in all graphs.
type verdict struct {
	graphs        int // in which it was asked
	differs, says bool
}

func TestDifferential(t *testing.T) {
	if os.Getenv("DIFFERENTIAL") == "" {
		t.Skip("takes minutes: run it with make differential")
	}
	needNode(t)
	full, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	operations, exempt := readOperations(t), readExemptions(t)
	seen := map[string]*verdict{}
	for _, o := range operations {
		seen[o.name] = &verdict{}
	}
	for name := range exempt {
		if seen[name] == nil {
			t.Fatalf("exemptions.yaml: there is no operation %s", name)
		}
	}
	for _, w := range worlds {
		t.Run(w.name, func(t *testing.T) {
			db := graphtest.Open(t)
			if err := seed.Prepare(t.Context(), db.Driver, db.Database, nil); err != nil {
				t.Fatal(err)
			}
			w.load(t, db, full)
			ours, peers := startOurs(t, db, full), startPeer(t, db)
			for _, o := range operations {
				_, exempted := exempt[o.name]
				if w.parallel != (o.theme == "parallel") {
					continue
				}
				t.Run(o.theme+"/"+o.name, func(t *testing.T) {
					t.Parallel()
					o.compare(t, ours, peers, exempted, seen[o.name])
				})
			}
		})
	}
	if t.Failed() || len(operations) == 0 {
		return
	}
	settle(t, operations, exempt, seen)
}

// compare asks both and compares, page by page if the operation is walked.
func (o *operation) compare(t *testing.T, ours, peers string, exempted bool, v *verdict) {
	v.graphs++
	mine, theirs := o.ours, o.peers
	for number := 1; ; number++ {
		x, y := ask(t, ours, mine), ask(t, peers, theirs)
		switch {
		case x.Errors != nil && !exempted:
			t.Fatalf("ours fails on page %d: %s\n%s\n%v", number, x.Errors, mine.Query, mine.Variables)
		case y.Errors != nil && !exempted:
			t.Fatalf("the peer fails on page %d: %s\n%s\n%v", number, y.Errors, theirs.Query, theirs.Variables)
		}
		v.says = v.says || says(x.Data)
		diff := difference(plain(y.Data, true), plain(x.Data, false))
		v.differs = v.differs || diff != "" || (x.Errors == nil) != (y.Errors == nil)
		if exempted {
			t.Logf("page %d (-peer +ours):\n%s\nerrors of the peer: %s\nof ours: %s", number, diff, y.Errors, x.Errors)
		} else if diff != "" {
			t.Fatalf("page %d (-peer +ours):\n%s\n%s\n%v", number, diff, mine.Query, mine.Variables)
		}
		next, more := nextPage(x.Data)
		peerNext, peerMore := nextPage(y.Data)
		if !o.walked || !more || !peerMore {
			return
		}
		mine, theirs = mine.after(next), theirs.after(peerNext)
	}
}

// nextPage is the cursor to go on behind, and whether there is more.
func nextPage(data any) (cursor any, more bool) {
	info := page(data)
	more, _ = info["hasNextPage"].(bool)
	return info["endCursor"], more
}

// after is the request for the page behind the cursor.
func (r request) after(cursor any) request {
	variables := map[string]any{"after": cursor}
	for name, value := range r.Variables {
		if name != "after" {
			variables[name] = value
		}
	}
	r.Variables = variables
	return r
}

// settle says what only all graphs together can tell: that every exempted operation really differs, and that every
// other one has an answer somewhere.
func settle(t *testing.T, operations []*operation, exempt map[string]string, seen map[string]*verdict) {
	alike, otherwise := 0, 0
	for _, o := range operations {
		_, exempted := exempt[o.name]
		switch v := seen[o.name]; {
		case v.graphs == 0: // left out by -run
		case exempted && !v.differs:
			t.Errorf("%s is exempted, and both answer alike: has the peer been mended? Take it out of exemptions.yaml", o.name)
		case !exempted && !v.says:
			t.Errorf("%s/%s has no answer in any graph: ask for what there is", o.theme, o.name)
		case exempted:
			otherwise++
		default:
			alike++
		}
	}
	if !t.Failed() {
		fmt.Printf("%d operations answered alike, %d otherwise for defects of the peer\n", alike, otherwise)
	}
}

// readExemptions gives the defect of each exempted operation.
func readExemptions(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("exemptions.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var list []exemption
	if err := yaml.UnmarshalWithOptions(text, &list, yaml.Strict()); err != nil {
		t.Fatalf("exemptions.yaml: %v", err)
	}
	exempt := map[string]string{}
	for _, e := range list {
		if e.Operation == "" || e.Defect == "" || exempt[e.Operation] != "" {
			t.Fatalf("exemptions.yaml: each operation stands there once, with the peer's defect: %+v", e)
		}
		exempt[e.Operation] = e.Defect
	}
	return exempt
}
