package seed

// union.go puts together what the dossiers say of each entity. One dossier
// may add to another, never contradict it: which of two is right is for a
// person to decide.

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// A union is what all dossiers together say of the entities.
type union struct {
	ids      []string // in the order of the first mention
	entities map[string]*united
}

// A united entity has what its mentions give. It has no type if its mentions
// are too faulty to tell.
type united struct {
	mention  // the properties, names and aliases of all mentions
	mentions []*mention
}

// unite puts the mentions together and finds where they contradict.
func unite(all []*dossier, faults *Faults) *union {
	u := &union{entities: map[string]*united{}}
	for _, d := range all {
		for _, e := range d.mentions {
			if u.entities[e.id] == nil {
				u.ids = append(u.ids, e.id)
				u.entities[e.id] = &united{mention: mention{
					at: e.at, id: e.id, typ: e.typ, properties: map[string]given{}, names: map[string]text{}, clean: true}}
			}
			u.entities[e.id].add(e, faults)
		}
	}
	return u
}

func (u *united) add(e *mention, faults *Faults) {
	u.mentions = append(u.mentions, e)
	u.clean = u.clean && e.clean
	if e.typ == nil {
		return
	}
	if u.typ == nil {
		u.typ = e.typ
	}
	if e.typ != u.typ {
		faults.add(e.at, "%q is of type %s here and of type %s at %s; make them equal, or give one another id", e.id, e.typ.name, u.typ.name, u.at)
		return
	}
	for _, name := range sortedKeys(e.properties) {
		v := e.properties[name]
		if first, there := u.properties[name]; there && !equal(first.value, v.value) {
			faults.add(v.at, "%s of %q is %s here and %s at %s; make them equal, or keep one%s", name, e.id, shown(v.value), shown(first.value), first.at, asAlias(name))
		} else if !there {
			u.properties[name] = v
		}
	}
	for _, lang := range sortedKeys(e.names) {
		v := e.names[lang]
		if first, there := u.names[lang]; there && first.Value != v.Value {
			faults.add(v.At, "the name of %q in %s is %q here and %q at %s; make them equal, or keep one%s", e.id, lang, v.Value, first.Value, first.At, asAlias("name"))
		} else if !there {
			u.names[lang] = v
		}
	}
	u.aliases = append(u.aliases, e.aliases...)
}

// shown is a property's value as a dossier's writer knows it.
func shown(v any) string {
	switch v := v.(type) {
	case string:
		return strconv.Quote(v)
	case PartialDate:
		return v.Text
	case dbtype.Point2D:
		return fmt.Sprintf("latitude %g, longitude %g", v.Y, v.X)
	}
	return fmt.Sprint(v)
}

func asAlias(property string) string {
	if property == "name" || property == "title" {
		return " and list the other under aliases"
	}
	return ""
}

// checkNames finds entities to which no dossier gives a name.
func (u *union) checkNames(faults *Faults) {
	for _, id := range u.ids {
		e := u.entities[id]
		if e.typ == nil || e.typ.naming == "" || e.typ.name == "Country" || !e.clean {
			continue
		}
		if _, named := e.properties[e.typ.naming]; !named {
			faults.add(e.at, "%s %q is given no %s, here or in another dossier; give it one", e.typ.name, id, e.typ.naming)
		}
	}
}

// checkInferred finds relationships that a source states or implies of an
// entity that no source does more than infer: they cannot be firmer than it.
// It is enough that one source names the entity, be it another.
func (u *union) checkInferred(all []*dossier, faults *Faults) {
	for _, d := range all {
		for _, l := range d.links {
			if l.basis == inferred || !l.clean {
				continue
			}
			for _, end := range []text{l.from, l.to} {
				if e := u.entities[end.Value]; e != nil && e.isInferred() {
					faults.add(end.At, "%s from %s to %s is %s, but %q is INFERRED by every dossier that lists it; make both INFERRED, or neither",
						l.typ.name, l.from.Value, l.to.Value, l.basis, end.Value)
				}
			}
		}
	}
}

// isInferred tells whether no dossier states or implies the entity. Countries
// are stated by their table.
func (u *united) isInferred() bool {
	return u.typ != nil && u.typ.name != "Country" && !slices.ContainsFunc(u.mentions, func(e *mention) bool { return e.basis != inferred })
}

// checkLinks finds relationships that dossiers describe in different ways.
func (u *union) checkLinks(all []*dossier, faults *Faults) {
	firsts := map[string]*link{}
	for _, d := range all {
		for _, l := range d.links {
			first := firsts[l.key()]
			if first == nil {
				firsts[l.key()] = l
				continue
			}
			for _, name := range l.typ.properties {
				a, given := first.properties[name]
				b, also := l.properties[name]
				if given && also && a.Value != b.Value {
					faults.add(b.At, "%s of %s from %s to %s is %q here and %q at %s; make them equal, or keep one",
						name, l.typ.name, l.from.Value, l.to.Value, b.Value, a.Value, a.At)
				} else if also {
					first.properties[name] = b
				}
			}
		}
	}
}

// statements is what the dossiers state, in the form that is loaded.
func (u *union) statements(all []*dossier) Statements {
	var s Statements
	for _, d := range all {
		s.Sources = append(s.Sources, d.id.Value)
		source := d.source.entity()
		source.Properties["origin"] = originDossier
		s.Entities = append(s.Entities, source)
		for _, e := range d.mentions {
			s.Mentions = append(s.Mentions, Mention{Source: d.id.Value, Entity: e.id, Locator: e.locator, Basis: e.basis, Note: e.note, Known: d.known})
		}
		for _, l := range d.links {
			s.Relationships = append(s.Relationships, u.relationship(d, l))
		}
	}
	for _, id := range u.ids {
		if e := u.entities[id]; e.typ.name != "Country" { // countries are as their table has them
			s.Entities = append(s.Entities, e.entity())
		}
	}
	return s
}

// relationship is the link as a statement. Being party to an agreement holds
// as long as the agreement, unless the link says otherwise.
func (u *union) relationship(d *dossier, l *link) Relationship {
	r := Relationship{From: l.from.Value, Type: l.typ.name, To: l.to.Value, Properties: map[string]string{}, Entry: Entry{
		Source: d.id.Value, Locator: l.locator, Basis: l.basis, Note: l.note,
		ValidFrom: l.validFrom.Earliest, ValidTo: l.validTo.Latest, Known: d.known,
	}}
	for name, value := range l.properties {
		r.Properties[name] = value.Value
	}
	if l.typ.name == "PARTY_TO" {
		agreement := u.entities[l.to.Value]
		r.ValidFrom = firstDay(r.ValidFrom, agreement.date("startDate").Earliest, agreement.date("signedOn").Earliest)
		r.ValidTo = firstDay(r.ValidTo, agreement.date("endDate").Latest)
	}
	return r
}

// date is a partial date among the properties.
func (u *united) date(property string) PartialDate {
	d, _ := u.properties[property].value.(PartialDate)
	return d
}

// firstDay is the first of the days that is known.
func firstDay(days ...dbtype.Date) dbtype.Date {
	for _, day := range days {
		if !day.Time().IsZero() {
			return day
		}
	}
	return dbtype.Date{}
}

// entity is the mention as a node. What the schema wants a word for, and no
// dossier gives one, gets the word that says so.
func (e *mention) entity() Entity {
	properties := map[string]any{}
	for name, v := range e.properties {
		if d, partial := v.value.(PartialDate); partial {
			properties[name], properties[name+"Latest"], properties[name+"Text"] = d.Earliest, d.Latest, d.Text
			continue
		}
		properties[name] = v.value
	}
	for name, p := range e.typ.properties {
		if _, there := properties[name]; !there && p.kind == enumProperty && p.required {
			properties[name] = p.unknown()
		}
	}
	e.putNames(properties)
	return Entity{Type: e.typ.name, ID: e.id, Properties: properties}
}

// unknown is the enum's value for what no source tells.
func (p *property) unknown() string {
	for _, v := range []string{"UNKNOWN", "OTHER"} {
		if slices.Contains(p.values, v) {
			return v
		}
	}
	return p.values[len(p.values)-1]
}

// putNames puts the names by language side by side with their languages, and
// the aliases in order, without those that are the name already.
func (e *mention) putNames(properties map[string]any) {
	var names, languages, aliases []string
	for _, lang := range sortedKeys(e.names) {
		names, languages = append(names, e.names[lang].Value), append(languages, lang)
	}
	for _, alias := range e.aliases {
		if alias.Value != properties[e.typ.naming] {
			aliases = append(aliases, alias.Value)
		}
	}
	slices.Sort(aliases)
	properties["names"], properties["nameLangs"], properties["aliases"] = names, languages, slices.Compact(aliases)
}
