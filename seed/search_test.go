package seed

// search_test.go brings databases without search keys to those that are loaded
// with them.

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guanxi/graph/graphtest"
)

// TestMigrateSearchKeys takes the search keys away, as in a database of version 1,
// and expects Prepare to bring them back, and Reindex to follow a changed name.
func TestMigrateSearchKeys(t *testing.T) {
	db := graphtest.Prepared(t, Constraints()...)
	ctx := context.Background()
	load(t, db, checked(t, "letter.yaml", letter))
	want := dump(t, db)

	db.Run(t, "MATCH (m:Meta) SET m.version = 1", nil)
	db.Run(t, "MATCH (e:Entity) REMOVE e.searchKeys, e.searchWords, e.searchPinyin, e.searchInitials", nil)
	if err := Prepare(ctx, db.Driver, db.Database, nil); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, dump(t, db)); diff != "" {
		t.Errorf("migrated is not loaded:\n%s", diff)
	}

	db.Run(t, "MATCH (e:Entity {id: 'uts'}) SET e.aliases = [], e.names = [], e.nameLangs = []", nil)
	for _, want := range []int{1, 0} {
		changed, err := Reindex(ctx, db.Driver, db.Database, nil)
		if err != nil || changed != want {
			t.Errorf("%d changed, want %d: %v", changed, want, err)
		}
	}
	row := db.Run(t, "MATCH (e:Entity {id: 'uts'}) RETURN e.searchKeys AS keys, e.searchPinyin AS pinyin", nil)[0]
	if diff := cmp.Diff(map[string]any{"keys": []any{"universityoftechnologysydney"}, "pinyin": nil}, row); diff != "" {
		t.Error(diff)
	}
}
