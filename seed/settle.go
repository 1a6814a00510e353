package seed

// settle.go makes the graph say what the statements say. It reads what is
// there about the entities in question, works out what shall be there, and
// writes the difference; what does not change is not touched. All writing of
// dossiers and importers comes through here.

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A Report counts what was loaded, and what that changed in the graph.
type Report struct {
	Sources, Entities, Figures, Relationships int // what the statements are about
	Created, Changed, Removed                 int // nodes and relationships, provenance too
}

// Add adds the counts of another part of the same load.
func (r *Report) Add(o Report) {
	r.Sources += o.Sources
	r.Entities += o.Entities
	r.Figures += o.Figures
	r.Relationships += o.Relationships
	r.Created += o.Created
	r.Changed += o.Changed
	r.Removed += o.Removed
}

// settle writes the statements within the transaction.
func settle(ctx context.Context, tx neo4j.ManagedTransaction, m *model, s Statements) (Report, error) {
	before, err := read(ctx, tx, s.ids())
	if err != nil {
		return Report{}, err
	}
	after, err := before.with(m, s)
	if err != nil {
		return Report{}, err
	}
	w := &writer{ctx: ctx, tx: tx, report: s.count()}
	w.nodes(before.nodes, after.nodes)
	w.relationships(before.records, after.records)
	w.identifiers(before.records, after.records)
	w.removeNodes(before.nodes, after.nodes)
	w.checkInferred(after.nodes)
	return w.report, w.err
}

// ids are those of the entities that the statements are about.
func (s *Statements) ids() []string {
	ids := slices.Clone(s.Also)
	for _, e := range s.Entities {
		ids = append(ids, e.ID)
	}
	for _, m := range s.Mentions {
		ids = append(ids, m.Entity)
	}
	for _, r := range s.Relationships {
		if r.Type == SameAs { // what it says, it says of the entity
			r.From = r.To
		}
		ids = append(ids, r.From)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// count counts what the statements are about. That a figure is about
// something is part of the figure, and so is an id of its entity.
func (s *Statements) count() Report {
	var r Report
	for _, e := range s.Entities {
		switch e.Type {
		case "Source":
			r.Sources++
		case "Figure":
			r.Figures++
		default:
			r.Entities++
		}
	}
	for i := range s.Relationships {
		if typ := s.Relationships[i].Type; typ != "ABOUT" && typ != SameAs {
			r.Relationships++
		}
	}
	return r
}

// A state is a part of the graph: some nodes, and the relationships that say
// something of them.
type state struct {
	nodes   map[string]*node   // by id
	records map[string]*record // by type without suffix, and key
}

// A node is an entity as it lies in the database.
type node struct {
	element    string // its id inside the database
	labels     []string
	properties map[string]any
}

// A record is a relationship as it lies in the database: STATES too.
type record struct {
	element    string
	typ, key   string // the type with its suffix
	from, to   string
	properties map[string]any
}

// with is the state as it shall be: what the statements' sources said about
// these entities is taken away, and what they say now is put there.
func (s *state) with(m *model, say Statements) (*state, error) {
	after := &state{nodes: map[string]*node{}, records: map[string]*record{}}
	edges := map[string]*edge{}
	for at, r := range s.records {
		if isStates(r) {
			if !slices.Contains(say.Sources, r.from) {
				after.records[at] = r
			}
			continue
		}
		e, err := edgeOf(r)
		if err != nil {
			return nil, err
		}
		e.entries = slices.DeleteFunc(e.entries, func(e Entry) bool { return slices.Contains(say.Sources, e.Source) })
		edges[r.key] = e
	}
	for i := range say.Relationships {
		if err := addEntry(edges, &say.Relationships[i]); err != nil {
			return nil, err
		}
	}
	for key, e := range edges {
		if len(e.entries) > 0 {
			after.records[e.typ+" "+key] = e.record(key)
		}
	}
	for _, m := range say.Mentions {
		r := m.record()
		after.records["STATES "+r.key] = r
	}
	return after, after.settleNodes(m, s, say)
}

// isStates tells whether the record is a source's mention of an entity.
func isStates(r *record) bool { return r.typ == "STATES" || r.typ == "STATES"+inferredSuffix }

// addEntry adds a source's statement to the edge that it supports.
func addEntry(edges map[string]*edge, r *Relationship) error {
	key := Key(r.From, r.Type, r.To, r.telling())
	e := edges[key]
	if e == nil {
		e = &edge{from: r.From, typ: r.Type, to: r.To}
		edges[key] = e
	}
	if len(e.entries) == 0 { // nobody else's properties are left to respect
		e.properties = map[string]any{}
	}
	for name, value := range r.Properties {
		e.properties[name] = value
	}
	if slices.ContainsFunc(e.entries, func(e Entry) bool { return e.Source == r.Source }) {
		return fmt.Errorf("%s states %s from %s to %s twice; a source states a relationship once", r.Source, r.Type, r.From, r.To)
	}
	e.entries = append(e.entries, r.Entry)
	return nil
}

// record is the mention as it lies in the database.
func (m *Mention) record() *record {
	key := Key(m.Source, "STATES", m.Entity, "")
	properties := map[string]any{"key": key, "locator": m.Locator, "basis": m.Basis, "known": m.Known}
	if m.Note != "" {
		properties["note"] = m.Note
	}
	typ := "STATES"
	if m.Basis == inferred {
		typ += inferredSuffix
	}
	return &record{typ: typ, key: key, from: m.Source, to: m.Entity, properties: properties}
}

// settleNodes decides which nodes there shall be. A node stays as long as a
// source mentions it; a source, as long as it is not taken out. A node that is
// mentioned, and nowhere more than inferred, bears the labels that say so.
func (s *state) settleNodes(m *model, before *state, say Statements) error {
	mentioned, firm := map[string]bool{}, map[string]bool{}
	for _, r := range s.records {
		if isStates(r) {
			mentioned[r.to] = true
			firm[r.to] = firm[r.to] || r.typ == "STATES"
		}
	}
	for id, n := range before.nodes {
		isSource := slices.Contains(n.labels, "Source")
		if mentioned[id] || isSource && !slices.Contains(say.Sources, id) {
			s.nodes[id] = n
		}
	}
	for _, e := range say.Entities {
		if e.Type != "Source" && !mentioned[e.ID] {
			return fmt.Errorf("%s %q is not mentioned by any source; every entity needs one", e.Type, e.ID)
		}
		typ := m.types[e.Type]
		if typ == nil {
			return fmt.Errorf("%q: there is no type %q in the schema", e.ID, e.Type)
		}
		n := typ.node(e)
		if old := before.nodes[e.ID]; old != nil {
			n = n.keeping(m, old)
			if slices.Contains(old.labels, "Source") != (e.Type == "Source") {
				return fmt.Errorf("the id %q stands for a source and for an entity; give one of them another id", e.ID)
			}
		}
		s.nodes[e.ID] = n
	}
	for id, n := range s.nodes {
		s.nodes[id] = n.labelled(m, mentioned[id] && !firm[id])
	}
	return nil
}

// labelled is the node with its labels as they are of what is only inferred,
// or the plain ones.
func (n *node) labelled(m *model, inferred bool) *node {
	labels := slices.Clone(n.labels)
	for i, label := range n.labels {
		if plain := strings.TrimSuffix(label, inferredSuffix); m.ownsLabel(plain) {
			labels[i] = plain
			if inferred {
				labels[i] += inferredSuffix
			}
		}
	}
	slices.Sort(labels)
	return &node{element: n.element, labels: labels, properties: n.properties}
}

// keeping is the node with what others than us have put on the one that is
// there: an analyst's own labels and properties.
func (n *node) keeping(m *model, old *node) *node {
	kept := &node{element: old.element, labels: slices.Clone(n.labels), properties: maps.Clone(n.properties)}
	for _, label := range old.labels {
		if !m.ownsLabel(strings.TrimSuffix(label, inferredSuffix)) {
			kept.labels = append(kept.labels, label)
		}
	}
	for name, value := range old.properties {
		if !m.ownsProperty(name) {
			kept.properties[name] = value
		}
	}
	return kept
}

// isInferred tells whether every source only infers the node.
func (n *node) isInferred() bool {
	return slices.Contains(n.labels, "Entity"+inferredSuffix)
}

// node is the entity as it lies in the database: what is absent has no
// property, but a list that the schema promises is there and empty.
func (t *entityType) node(e Entity) *node {
	properties := map[string]any{"id": e.ID}
	for name, value := range e.Properties {
		if value = plain(value); value != nil {
			properties[name] = value
		}
	}
	for name, p := range t.properties {
		if _, there := properties[name]; !there && p.kind == listProperty && p.required {
			properties[name] = []any{}
		}
	}
	if t.naming != "" {
		maps.Copy(properties, searchForms(properties))
	}
	return &node{labels: t.labels, properties: properties}
}
