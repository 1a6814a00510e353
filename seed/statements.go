package seed

// statements.go has the form in which dossiers, the table of countries and
// the importers hand over what their sources state, and how that lies in the
// graph. settle.go writes it.

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// Statements are all that some sources say about some entities. Whatever else
// those sources said about the same entities before no longer holds.
type Statements struct {
	Sources       []string // the ids of the sources whose statements these are
	Entities      []Entity // nodes to write: sources too
	Mentions      []Mention
	Relationships []Relationship
	// Also are further entities about which the sources may have said
	// something before and say nothing now.
	Also []string
}

// An Entity is a node as it shall be, with all its properties but the id.
type Entity struct {
	Type       string // the type in the schema: Institution
	ID         string
	Properties map[string]any
}

// A Mention says that a source names an entity: the relationship STATES. An
// entity that all its sources only infer lies under labels of its own.
type Mention struct {
	Source, Entity string
	Locator        string
	Basis          string // STATED, IMPLIED or INFERRED
	Note           string
	Known          dbtype.Date // the day on which the source became known
}

// A Relationship is one source's statement that two entities are related.
type Relationship struct {
	From, Type, To string
	Properties     map[string]string // role, status …
	Entry
}

// An Entry is how one source supports a relationship.
type Entry struct {
	Source  string
	Locator string
	Basis   string
	Note    string
	// ValidFrom and ValidTo may be zero: not known, as they are stored. What is
	// not known to have begun on some day counts, where a day is asked of, from
	// the day on which its source became known, so that nothing undated is said
	// of the past.
	ValidFrom, ValidTo dbtype.Date
	Known              dbtype.Date
}

// Key identifies a relationship for ever, whichever sources support it: the
// first 20 hexadecimal digits of the SHA-256 of four texts joined by line
// feeds, namely the id of the entity it leads from, its type (without
// _INFERRED), the id of the entity it leads to, and the value of the one
// property that tells it from others between the same two (role, topic,
// position, as or what; empty if it has none). In a shell:
//
//	printf 'nanchang-university\nPARTY_TO\njoint-laboratory\ncoordinator' | sha256sum | cut -c 1-20
func Key(from, typ, to, telling string) string {
	sum := sha256.Sum256([]byte(from + "\n" + typ + "\n" + to + "\n" + telling))
	return hex.EncodeToString(sum[:10])
}

// telling is the value of the property that is part of the key.
func (r *Relationship) telling() string {
	for _, p := range tellingProperties {
		if v := r.Properties[p]; v != "" {
			return v
		}
	}
	return ""
}

// An edge is a relationship with the entries of all its sources.
type edge struct {
	from, typ, to string // the type without suffix
	properties    map[string]any
	entries       []Entry
}

// listNames are the properties that hold a relationship's entries side by
// side: item i of each belongs to entry i.
var listNames = []string{"sources", "locators", "bases", "notes", "validFroms", "validTos", "knowns"}

// stored is the type under which the edge stands: one that no source states
// or implies stands apart.
func (e *edge) stored() string {
	if slices.ContainsFunc(e.entries, func(e Entry) bool { return e.Basis != inferred }) {
		return e.typ
	}
	return e.typ + inferredSuffix
}

// record is the relationship as it lies in the database.
func (e *edge) record(key string) *record {
	properties := map[string]any{"key": key}
	for name, value := range e.properties {
		properties[name] = value
	}
	slices.SortFunc(e.entries, func(a, b Entry) int { return cmp.Compare(a.Source, b.Source) })
	lists := map[string][]any{}
	for _, entry := range e.entries {
		from, to := entry.validity()
		row := []any{entry.Source, entry.Locator, entry.Basis, entry.Note, from, to, entry.Known}
		for i, name := range listNames {
			lists[name] = append(lists[name], row[i])
		}
	}
	for name, list := range lists {
		properties[name] = list
	}
	return &record{typ: e.stored(), key: key, from: e.from, to: e.to, properties: properties}
}

// validity is the time in which the entry holds, with the stand-ins for days
// that are not known.
func (e *Entry) validity() (from, to dbtype.Date) {
	from, to = e.ValidFrom, e.ValidTo
	if from.Time().IsZero() {
		from = noFrom
	}
	if to.Time().IsZero() {
		to = noTo
	}
	return from, to
}

// edgeOf reads a relationship of the database.
func edgeOf(r *record) (*edge, error) {
	e := &edge{from: r.from, typ: strings.TrimSuffix(r.typ, inferredSuffix), to: r.to, properties: map[string]any{}}
	lists := map[string][]any{}
	for name, value := range r.properties {
		switch list, ok := value.([]any); {
		case slices.Contains(listNames, name) && ok:
			lists[name] = list
		case name != "key":
			e.properties[name] = value
		}
	}
	for i := range lists["sources"] {
		var entry Entry
		texts := []*string{&entry.Source, &entry.Locator, &entry.Basis, &entry.Note}
		days := []*dbtype.Date{&entry.ValidFrom, &entry.ValidTo, &entry.Known}
		for n, name := range listNames {
			ok := i < len(lists[name])
			if ok && n < len(texts) {
				*texts[n], ok = lists[name][i].(string)
			} else if ok {
				*days[n-len(texts)], ok = lists[name][i].(dbtype.Date)
			}
			if !ok {
				return nil, fmt.Errorf("%s from %s to %s (key %s): its list %s does not fit its list sources; delete the relationship and load again",
					r.typ, r.from, r.to, r.key, name)
			}
		}
		e.entries = append(e.entries, entry)
	}
	return e, nil
}
