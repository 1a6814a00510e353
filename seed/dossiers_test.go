package seed

import (
	"testing"

	"guanxi/graph/graphtest"
)

// TestCurated expects the dossiers that come with the program to have no
// fault, and to hold at least what the five first documents state.
func TestCurated(t *testing.T) {
	files, err := Curated()
	if err != nil {
		t.Fatal(err)
	}
	d, faults, err := Check(files)
	if err != nil {
		t.Fatal(err)
	}
	if len(faults) > 0 {
		t.Fatalf("faults:\n%v", faults)
	}
	db := graphtest.Prepared(t, Constraints()...)
	first := load(t, db, d)
	t.Logf("loaded %+v", first)
	if first.Sources < 5 || first.Entities < 90 || first.Relationships < 110 || first.Figures < 25 {
		t.Errorf("too little: %+v", first)
	}
	before := dump(t, db)
	if again := load(t, db, d); again.Created+again.Changed+again.Removed != 0 || dump(t, db) != before {
		t.Errorf("loading the dossiers again changes %+v", again)
	}
}
