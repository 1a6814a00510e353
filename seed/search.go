package seed

// search.go keeps the forms of names by which the root question search finds
// entities, beside the names: every node is written with them, and a database
// that was loaded without them gets them by Reindex.

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guanxi/graph/names"
)

// searchNames are the properties that hold the forms of a node's names.
var searchNames = []string{"searchKeys", "searchWords", "searchPinyin", "searchInitials"}

// searchForms gives these properties for a node with the given ones. Their
// items belong to its name or title, its names and its aliases, in that order.
func searchForms(properties map[string]any) map[string]any {
	var all, langs []string
	for _, property := range []string{"name", "title"} {
		if name, ok := properties[property].(string); ok && len(all) == 0 {
			all = append(all, name)
		}
	}
	langs = append(slices.Repeat([]string{""}, len(all)), texts(properties["nameLangs"])...)
	all = slices.Concat(all, texts(properties["names"]), texts(properties["aliases"]))
	f := names.Keys(all, langs)
	forms := map[string]any{}
	for i, list := range [][]string{f.Keys, f.Words, f.Pinyin, f.Initials} {
		if strings.Join(list, "") != "" {
			forms[searchNames[i]] = plain(list)
		}
	}
	return forms
}

// texts is a list of texts, as a loader gives it or as the database does.
func texts(v any) []string {
	list, _ := v.([]string)
	items, _ := v.([]any)
	for _, item := range items {
		text, _ := item.(string)
		list = append(list, text)
	}
	return list
}

const (
	countNamed = "MATCH (e:Entity|Entity_INFERRED) WHERE NOT e:Figure|Figure_INFERRED RETURN count(e) AS n"

	nextNamed = `
MATCH (e:Entity|Entity_INFERRED) WHERE NOT e:Figure|Figure_INFERRED AND e.id > $after
WITH e ORDER BY e.id LIMIT $rows
RETURN elementId(e) AS element, e.id AS id, e {.*} AS properties`

	setForms = `
UNWIND $rows AS row
MATCH (e) WHERE elementId(e) = row.element
SET e += row.forms`
)

// Reindex writes the forms of all names anew, for names that came into the
// database in another way than by this program, or by an older one. It returns
// how many nodes changed; a second time there are none.
func Reindex(ctx context.Context, driver neo4j.DriverWithContext, database string, progress Progress) (int, error) {
	if err := Prepare(ctx, driver, database, progress); err != nil {
		return 0, err
	}
	return reindex(ctx, driver, database, progress)
}

func reindex(ctx context.Context, driver neo4j.DriverWithContext, database string, progress Progress) (int, error) {
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: database})
	defer session.Close(ctx)
	total, done, changed, after := 0, 0, 0, ""
	_, err := session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return nil, each(ctx, tx, countNamed, nil, func(row *neo4j.Record) { total = int(value[int64](row, "n")) })
	})
	for err == nil {
		progress.tell("search keys", done, total)
		var read, written int
		var last string
		_, err = session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
			var rows []any
			read = 0
			err := each(ctx, tx, nextNamed, map[string]any{"after": after, "rows": rowsAtOnce}, func(row *neo4j.Record) {
				read, last = read+1, value[string](row, "id")
				if forms := newForms(value[map[string]any](row, "properties")); forms != nil {
					rows = append(rows, map[string]any{"element": value[string](row, "element"), "forms": forms})
				}
			})
			if written = len(rows); err == nil && written > 0 {
				err = each(ctx, tx, setForms, map[string]any{"rows": rows}, func(*neo4j.Record) {})
			}
			return nil, err
		})
		if err != nil || read == 0 {
			break
		}
		done, changed, after = done+read, changed+written, last
	}
	if err != nil {
		return changed, fmt.Errorf("writing search keys: %w; run it again, it takes up from there", err)
	}
	progress.tell("search keys", total, total)
	return changed, nil
}

// newForms gives the forms that differ from those among the properties, a null
// for one that has to go; nil if none does.
func newForms(properties map[string]any) map[string]any {
	forms := searchForms(properties)
	var changed map[string]any
	for _, name := range searchNames {
		if !equal(forms[name], properties[name]) {
			if changed == nil {
				changed = map[string]any{}
			}
			changed[name] = forms[name]
		}
	}
	return changed
}
