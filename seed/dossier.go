package seed

// dossier.go reads a dossier: one source document and the statements that
// were found in it. What can be seen to be wrong in one entry alone is found
// here, what takes several entries or dossiers in check.go.

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// A dossier is one file: a source and what it states.
type dossier struct {
	file     string
	id       text        // the source's
	source   *mention    // nil if the dossier has none that could be read
	known    dbtype.Date // the day on which the source became known: published, else read
	mentions []*mention  // entities and figures
	links    []*link
}

// A mention is what the source says of an entity.
type mention struct {
	evidence
	at         Place
	id         string
	typ        *entityType
	properties map[string]given
	names      map[string]text // by language
	aliases    []text
	clean      bool // whether the entry has no fault
}

// A given value is a value and the place where it is given.
type given struct {
	value any
	at    Place
}

// A link is a relationship that the source states.
type link struct {
	evidence
	at         Place
	typ        *relationshipType
	from, to   text
	properties map[string]text
	validFrom  PartialDate
	validTo    PartialDate
	clean      bool // whether the entry has no fault
}

// telling is the value of the property that tells the relationship from
// others with the same ends.
func (l *link) telling() string { return l.properties[l.typ.telling].Value }

func (l *link) key() string {
	return Key(l.from.Value, l.typ.name, l.to.Value, l.telling())
}

// readDossier reads the file as far as it can be read. It is nil if nothing
// could be made of it.
func readDossier(m *model, file string, data []byte, faults *Faults) *dossier {
	r := &reader{file, faults}
	root := r.document(data)
	if root == nil {
		return nil
	}
	f, ok := r.fields(root, "the dossier")
	if !ok {
		return nil
	}
	d := &dossier{file: file}
	if n, ok := f.take("source"); ok {
		d.readSource(m, r, n)
	} else {
		f.fault(f.at, "the dossier has no source; begin it with the id, title and retrievedOn of the document")
	}
	d.each(r, f, "entities", func(n ast.Node) { d.readEntity(m, r, n) })
	d.each(r, f, "relationships", func(n ast.Node) { d.readLink(m, r, n) })
	d.each(r, f, "figures", func(n ast.Node) { d.readFigure(m, r, n) })
	f.rest()
	return d
}

// each reads the items of one of the dossier's lists.
func (d *dossier) each(r *reader, f *fields, key string, read func(ast.Node)) {
	if n, ok := f.take(key); ok {
		for _, item := range r.list(n, key) {
			read(item)
		}
	}
}

// readSource reads what is said of the document itself.
func (d *dossier) readSource(m *model, r *reader, n ast.Node) {
	f, ok := r.fields(n, "the source")
	if !ok {
		return
	}
	d.id, _ = f.slug("id")
	f.need("title", "give the document's own")
	f.need("retrievedOn", "give the day on which the document was read, YYYY-MM-DD")
	d.source = &mention{at: f.at, id: d.id.Value, typ: m.types["Source"], properties: map[string]given{}}
	d.source.readProperties(f)
	f.rest()
	retrieved, _ := d.source.properties["retrievedOn"].value.(dbtype.Date)
	published, dated := d.source.properties["publishedOn"].value.(dbtype.Date)
	d.known = retrieved
	if dated {
		d.known = published
		if !retrieved.Time().IsZero() && earlier(retrieved, published) {
			f.fault(d.source.properties["retrievedOn"].at, "the source was read before it was published on %s; correct one of the two days", published)
		}
	}
}

// readLink reads a relationship.
func (d *dossier) readLink(m *model, r *reader, n ast.Node) {
	f, ok := r.fields(n, "the relationship")
	if !ok {
		return
	}
	name, ok := f.needed("type", "say which, such as PARTY_TO")
	if !ok {
		return
	}
	typ := m.relationships[name.Value]
	if typ == nil || !slices.Contains(m.relationshipNames(), name.Value) {
		f.fault(name.At, "there is no relationship %q; there are %s", name.Value, strings.Join(m.relationshipNames(), ", "))
		return
	}
	f.what = name.Value
	l := &link{at: f.at, typ: typ, properties: map[string]text{}}
	var from, to bool
	l.from, from = f.needed("from", "give the id of the entity that it leads from")
	l.to, to = f.needed("to", "give the id of the entity that it leads to")
	if from && to {
		f.what = fmt.Sprintf("%s from %s to %s", name.Value, l.from.Value, l.to.Value)
	}
	for _, p := range typ.properties {
		if t, ok := f.text(p); ok {
			l.properties[p] = t
		}
	}
	if p, there := f.pairs["status"]; there && typ.name == "PARTY_TO" {
		f.take("status")
		f.fault(p.key.At, "%s has no status; give the agreement's own, PLANNED for what is only planned", f.what)
	}
	l.evidence = f.evidence()
	l.validFrom = f.period("validFrom")
	l.validTo = f.period("validTo")
	if l.validFrom.Dated && l.validTo.Dated && earlier(l.validTo.Latest, l.validFrom.Earliest) {
		f.fault(f.at, "%s is valid to %s, which is before it is valid from, %s; correct one of them", f.what, l.validTo.Text, l.validFrom.Text)
	}
	f.rest()
	l.clean = f.clean
	if from && to {
		d.links = append(d.links, l)
	}
}

// period takes one end of the time in which a statement holds. It needs a
// year, or else nothing can be compared with it.
func (f *fields) period(key string) PartialDate {
	t, ok := f.text(key)
	if !ok {
		return PartialDate{}
	}
	d, err := ParseDate(t.Value)
	if err == nil && !d.Dated {
		err = fmt.Errorf("it needs a year; write YYYY-MM-DD, YYYY-MM or YYYY, or say it in the note")
	}
	if err != nil {
		f.fault(t.At, "%s of %s is %q; %v", key, f.what, t.Value, err)
		return PartialDate{}
	}
	return d
}

// readFigure reads a figure: an entity of its own, and what it is about.
func (d *dossier) readFigure(m *model, r *reader, n ast.Node) {
	f, ok := r.fields(n, "the figure")
	if !ok {
		return
	}
	id, ok := f.slug("id")
	if ok {
		f.what = fmt.Sprintf("figure %q", id.Value)
	}
	figure := &mention{at: f.at, id: id.Value, typ: m.types["Figure"], properties: map[string]given{}}
	var about []text
	if f.need("about", "list the ids of the entities that it is about") {
		n, _ := f.take("about")
		about = r.texts(n, "about of "+f.what)
		if list, ok := n.(*ast.SequenceNode); ok && len(list.Values) == 0 {
			f.fault(r.at(n), "about of %s is empty; list the ids of the entities that it is about", f.what)
		}
	}
	f.need("what", "say what is counted or measured")
	f.need("value", "give the number")
	figure.readProperties(f)
	if _, there := figure.properties["bound"]; !there {
		figure.properties["bound"] = given{"EXACT", f.at}
	}
	figure.evidence = f.evidence()
	f.rest()
	figure.clean = f.clean
	if !ok {
		return
	}
	d.mentions = append(d.mentions, figure)
	for _, to := range about {
		d.links = append(d.links, &link{evidence: figure.evidence, at: to.At, typ: m.relationships["ABOUT"], from: id, to: to, clean: figure.clean})
	}
}

// readEntity reads an entry of the list of entities.
func (d *dossier) readEntity(m *model, r *reader, n ast.Node) {
	f, ok := r.fields(n, "the entity")
	if !ok {
		return
	}
	name, named := f.needed("type", "say what it is, such as Institution")
	e := &mention{at: f.at, properties: map[string]given{}, names: map[string]text{}}
	e.typ = m.types[name.Value]
	if named && !slices.Contains(m.typeNames(), name.Value) {
		f.fault(name.At, "there is no type %q; there are %s%s", name.Value, strings.Join(m.typeNames(), ", "), elsewhere(name.Value))
		e.typ = nil
	}
	if e.typ == nil { // of what type it is decides all else
		if id, ok := f.text("id"); ok {
			d.mentions = append(d.mentions, &mention{at: f.at, id: id.Value})
		}
		return
	}
	if !e.readID(f) {
		return
	}
	e.evidence = f.evidence()
	if e.typ.name != "Country" {
		e.readNames(f)
		e.readProperties(f)
	}
	if e.typ.name == "Agreement" && e.basis == inferred {
		f.fault(f.at, "%s is INFERRED; leave it out, an agreement is stated or implied by its source", f.what)
	}
	f.rest()
	e.clean = f.clean
	d.mentions = append(d.mentions, e)
}

func elsewhere(typ string) string {
	switch typ {
	case "Figure":
		return "; figures have a list of their own"
	case "Source":
		return "; a source has a dossier of its own"
	}
	return ""
}

// sortedKeys are the keys of a map in order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
