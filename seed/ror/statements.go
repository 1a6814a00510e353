package ror

// statements.go says in the graph's words what the records say.

import (
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"guanxi/seed"
)

const (
	sourceID = "ror"
	stated   = "STATED"
	wgs84    = 4326 // Neo4j's number for points given by longitude and latitude
)

// says makes the statements of the source.
type says struct {
	survey *survey
	known  dbtype.Date
}

// source is the registry itself.
func (w says) source() seed.Statements {
	return seed.Statements{
		Sources: []string{sourceID},
		Entities: []seed.Entity{{Type: "Source", ID: sourceID, Properties: map[string]any{
			"title":       "Research Organization Registry (ROR)",
			"publisher":   "Research Organization Registry",
			"retrievedOn": w.known,
			"url":         "https://ror.org/",
			"licence":     "CC0 1.0; places: GeoNames, CC BY 4.0",
			"origin":      "registry",
		}}},
	}
}

// kinds are the types, and kinds of institution, for the types of ROR. An
// organization of several takes the first one that stands here.
var kinds = []struct{ ror, typ, kind string }{
	{"education", "Institution", "OTHER"},
	{"facility", "Institution", "RESEARCH"},
	{"company", "Enterprise", ""},
	{"government", "GovernmentBody", ""},
}

// kindOf gives the type and kind of an organization.
func kindOf(o *organization) (typ, kind string) {
	for _, k := range kinds {
		if slices.Contains(o.types, k.ror) {
			return k.typ, k.kind
		}
	}
	return "OtherOrganization", ""
}

// there says that there are these organizations.
func (w says) there(organizations []*organization) seed.Statements {
	s := seed.Statements{Sources: []string{sourceID}}
	for _, o := range organizations {
		entity := w.survey.entity(o.id)
		note := ""
		if o.status != "active" {
			note = "status in ROR: " + o.status
		}
		s.Mentions = append(s.Mentions, seed.Mention{Source: sourceID, Entity: entity, Locator: at(o.id), Basis: stated, Note: note, Known: w.known})
		if entity != o.id { // its name and kind are those of another source
			continue
		}
		typ, kind := kindOf(o)
		properties := map[string]any{"name": o.name, "aliases": o.aliases}
		if len(o.names) > 0 {
			var values, langs []string
			for _, n := range o.names {
				values, langs = append(values, n.value), append(langs, n.lang)
			}
			properties["names"], properties["nameLangs"] = values, langs
		}
		if kind != "" {
			properties["kind"] = kind
		}
		if o.homepage != "" {
			properties["homepage"] = o.homepage
		}
		if o.established > 0 {
			properties["founded"] = int64(o.established)
		}
		s.Entities = append(s.Entities, seed.Entity{Type: typ, ID: entity, Properties: properties})
	}
	return s
}

// all says that there are these organizations, by which ids they are known, in
// which country and cities each is, and what it is part of.
func (w says) all(organizations []*organization) seed.Statements {
	s := w.there(organizations)
	for _, o := range organizations {
		entity := w.survey.entity(o.id)
		relate := func(from, typ, to, by string) {
			s.Relationships = append(s.Relationships, seed.Relationship{From: from, Type: typ, To: to,
				Entry: seed.Entry{Source: sourceID, Locator: at(by), Basis: stated, Known: w.known}})
		}
		if entity != o.id {
			relate(o.id, seed.SameAs, entity, o.id)
		}
		for _, id := range w.survey.identifiers(o) {
			relate(id, seed.SameAs, entity, o.id)
		}
		if o.country != "" {
			relate(entity, "IN_COUNTRY", o.country, o.id)
		}
		seen := map[string]bool{}
		for _, c := range o.cities {
			if !seen[c.id] {
				seen[c.id] = true
				relate(entity, "LOCATED_IN", c.id, o.id)
			}
		}
		for _, p := range w.survey.parents[o.id] {
			if whole := w.survey.entity(p.id); whole != entity {
				relate(entity, "PART_OF", whole, p.by)
			}
		}
	}
	return s
}

// places says that there are these places, in which country and region.
func (w says) places(ids []string) seed.Statements {
	s := seed.Statements{Sources: []string{sourceID}}
	for _, id := range ids {
		p := w.survey.places[id]
		properties := map[string]any{"name": p.name, "kind": p.kind}
		if p.latitude != nil && p.longitude != nil {
			properties["location"] = dbtype.Point2D{X: *p.longitude, Y: *p.latitude, SpatialRefId: wgs84}
		}
		s.Entities = append(s.Entities, seed.Entity{Type: "Place", ID: id, Properties: properties})
		s.Mentions = append(s.Mentions, seed.Mention{Source: sourceID, Entity: id, Locator: at(p.by), Basis: stated, Known: w.known})
		entry := seed.Entry{Source: sourceID, Locator: at(p.by), Basis: stated, Known: w.known}
		s.Relationships = append(s.Relationships, seed.Relationship{From: id, Type: "IN_COUNTRY", To: p.country, Entry: entry})
		if p.region != "" {
			s.Relationships = append(s.Relationships, seed.Relationship{From: id, Type: "PART_OF", To: p.region, Entry: entry})
		}
	}
	return s
}
