package ror

// ror_test.go helps the tests of this package.

import (
	"encoding/json"
	"os"
	"testing"
)

// records is the file of real records; without it the test is skipped.
func records(t testing.TB) string {
	t.Helper()
	folder := os.Getenv("GUANXI_DATA")
	if folder == "" {
		folder = "../../../shared/data"
	}
	file := folder + "/ror/ror-records-latest.ndjson.gz"
	if _, err := os.Stat(file); err != nil {
		t.Skipf("needs the real records: %v; set GUANXI_DATA to the folder of the data sets", err)
	}
	return file
}

func decodeHits(t *testing.T, data []byte) []hit {
	t.Helper()
	var answer struct {
		Search []struct {
			Score   float64
			Matched struct{ Name, How string }
			Entity  struct {
				ID, Name string
				Aliases  []string
				Names    []struct{ Value string }
			}
		}
	}
	if err := json.Unmarshal(data, &answer); err != nil {
		t.Fatal(err)
	}
	var found []hit
	for _, s := range answer.Search {
		h := hit{id: s.Entity.ID, how: s.Matched.How, name: s.Matched.Name, score: s.Score, names: append(s.Entity.Aliases, s.Entity.Name)}
		for _, n := range s.Entity.Names {
			h.names = append(h.names, n.Value)
		}
		found = append(found, h)
	}
	return found
}
