package seed

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guanxi/graph/graphtest"
)

// TestPrepareTwice expects nothing to change the second time.
func TestPrepareTwice(t *testing.T) {
	db := graphtest.Open(t)
	var seen [2][]map[string]any
	for i := range seen {
		var done, total int
		err := Prepare(context.Background(), db.Driver, db.Database, func(_ string, d, t int) { done, total = d, t })
		if err != nil {
			t.Fatal(err)
		}
		if done != total || total != len(Constraints())+1 {
			t.Errorf("progress ends at %d of %d", done, total)
		}
		seen[i] = db.Run(t, "SHOW INDEXES YIELD name, state, type, entityType, labelsOrTypes, properties RETURN * ORDER BY name", nil)
	}
	if diff := cmp.Diff(seen[0], seen[1]); diff != "" {
		t.Errorf("preparing twice is not preparing once:\n%s", diff)
	}
	for _, index := range seen[0] {
		if index["state"] != "ONLINE" {
			t.Errorf("index %v is %v", index["name"], index["state"])
		}
	}
	rows := db.Run(t, "MATCH (m:Meta) RETURN m.id AS id, m.version AS version", nil)
	if diff := cmp.Diff([]map[string]any{{"id": "model", "version": int64(ModelVersion)}}, rows); diff != "" {
		t.Error(diff)
	}
}

func TestPrepareRefusesNewerModel(t *testing.T) {
	db := graphtest.Open(t)
	db.Run(t, "CREATE (:Meta {id: 'model', version: 3})", nil)
	err := Prepare(context.Background(), db.Driver, db.Database, nil)
	want := "the database is of a newer model: it has version 3, and this program knows version 2; use a newer guanxi, or name another database"
	if !errors.Is(err, ErrNewerModel) || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
	if rows := db.Run(t, "SHOW CONSTRAINTS YIELD name", nil); len(rows) != 0 {
		t.Errorf("a database that was refused has got constraints: %v", rows)
	}
}

// TestConstraintsCoverTheSchema holds the file against the schema: each type
// of relationship has its two keys, each type of nodes an index on its name.
func TestConstraintsCoverTheSchema(t *testing.T) {
	m, err := loadModel()
	if err != nil {
		t.Fatal(err)
	}
	file := strings.Join(Constraints(), "\n")
	for name := range m.relationships {
		for _, stored := range []string{name, name + inferredSuffix} {
			if !strings.Contains(file, "-[r:"+stored+"]-() REQUIRE r.key IS UNIQUE") {
				t.Errorf("constraints.cypher has no key for %s", stored)
			}
		}
	}
	for _, label := range []string{"Entity", "Entity" + inferredSuffix} {
		if !strings.Contains(file, "FOR (e:"+label+") REQUIRE e.id IS UNIQUE") {
			t.Errorf("constraints.cypher does not make the id of %s unique", label)
		}
	}
	for _, typ := range m.types {
		label, variable := typ.name, strings.ToLower(typ.name[:1])
		if typ.naming != "" && !strings.Contains(file, "FOR ("+variable+":"+label+") ON ("+variable+"."+typ.naming+")") {
			t.Errorf("constraints.cypher has no index on the %s of %s", typ.naming, label)
		}
	}
}

// TestConstraintsAreExplained expects each group of statements to say which
// question it serves.
func TestConstraintsAreExplained(t *testing.T) {
	for _, group := range strings.Split(strings.TrimSpace(constraints), "\n\n") {
		if lines := strings.Split(group, "\n"); !strings.HasPrefix(lines[0], "//") {
			t.Errorf("without a comment: %s", group)
		}
	}
	for _, statement := range Constraints() {
		if !strings.Contains(statement, "IF NOT EXISTS") {
			t.Errorf("cannot be run twice: %s", statement)
		}
	}
}

// TestFullText finds names, names in other languages, aliases and titles.
func TestFullText(t *testing.T) {
	db := graphtest.Open(t)
	load(t, db, checked(t, "letter.yaml", letter))
	for query, want := range map[string]string{"finance": "jufe", "悉尼": "uts", "UTS": "uts", "cooperative": "school", "curacao": "CW", "Réunion": "RE"} {
		var ids []string
		for _, row := range db.Run(t, "CALL db.index.fulltext.queryNodes('entity_names', $query) YIELD node RETURN node.id AS id", map[string]any{"query": query}) {
			ids = append(ids, row["id"].(string))
		}
		if !slices.Contains(ids, want) {
			t.Errorf("%q finds %v, not %s", query, ids, want)
		}
	}
}
