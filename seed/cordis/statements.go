package cordis

// statements.go says in the graph's words what the tables say.

import (
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"guanxi/seed"
)

const (
	sourceID = "cordis-h2020-2016"
	stated   = "STATED"
)

// known is the day from which the data set counts as known. It holds grants
// to April 2016; the day on which it was drawn from CORDIS is not recorded.
var known = dbtype.Date(time.Date(2016, 4, 30, 0, 0, 0, 0, time.UTC))

// source is the data set itself.
func source() seed.Statements {
	return seed.Statements{
		Sources: []string{sourceID},
		Entities: []seed.Entity{{Type: "Source", ID: sourceID, Properties: map[string]any{
			"title":       "CORDIS: projects and organisations of Horizon 2020 to April 2016",
			"publisher":   "European Union, CORDIS; prepared by Spaghetti Open Data",
			"retrievedOn": known,
			"url":         "https://open-data.europa.eu/en/data/dataset/cordis-h2020projects-under-horizon-2020-2014-2020",
			"licence":     "© European Union; reuse with attribution: European Union, CORDIS",
			"origin":      "import",
		}}},
	}
}

// statuses are those of the graph for those of CORDIS. A grant that is
// suspended is still a signed one. Whether work has begun is not told.
var statuses = map[string]string{
	"SIGNED":     "SIGNED",
	"SUSPENDED":  "SIGNED",
	"CLOSED":     "ENDED",
	"TERMINATED": "ENDED",
}

// projectStatements says that there are these grants.
func projectStatements(projects []*project) seed.Statements {
	s := seed.Statements{Sources: []string{sourceID}}
	for _, p := range projects {
		properties := map[string]any{"title": p.title, "kind": "GRANT", "status": "UNKNOWN", "aliases": others(p.title, p.acronym, p.reference)}
		note := ""
		if status := statuses[p.status]; status != "" {
			properties["status"] = status
		}
		if p.status != properties["status"] {
			note = "status in CORDIS: " + p.status
		}
		putDay(properties, "startDate", p.start)
		putDay(properties, "endDate", p.end)
		if p.costed {
			properties["amount"], properties["currency"] = p.cost, "EUR"
		}
		s.Entities = append(s.Entities, seed.Entity{Type: "Agreement", ID: p.id, Properties: properties})
		s.Mentions = append(s.Mentions, seed.Mention{Source: sourceID, Entity: p.id, Locator: p.at, Basis: stated, Note: note, Known: known})
	}
	return s
}

// putDay puts a whole date, if there is one.
func putDay(properties map[string]any, name string, day dbtype.Date) {
	if !day.Time().IsZero() {
		properties[name], properties[name+"Latest"], properties[name+"Text"] = day, day, day.String()
	}
}

// kinds are the types, and kinds of institution, for the activity types.
var kinds = map[string]struct{ typ, kind string }{
	"HES": {"Institution", "UNIVERSITY"},
	"REC": {"Institution", "RESEARCH"},
	"PRC": {"Enterprise", ""},
	"PUB": {"GovernmentBody", ""},
	"OTH": {"OtherOrganization", ""},
	"":    {"OtherOrganization", ""},
}

// organisationStatements says that there are these organisations, in which
// country each is, and in which grants it takes part.
func organisationStatements(organisations []*organisation) seed.Statements {
	s := seed.Statements{Sources: []string{sourceID}}
	for _, o := range organisations {
		kind := kinds[o.activity]
		properties := map[string]any{"name": o.name, "aliases": others(o.name, o.shortName)}
		if kind.kind != "" {
			properties["kind"] = kind.kind
		}
		note := ""
		if o.byName {
			note = "its kind is that of the organisation of this name and country in the table of activity types"
		}
		s.Entities = append(s.Entities, seed.Entity{Type: kind.typ, ID: o.id, Properties: properties})
		s.Mentions = append(s.Mentions, seed.Mention{Source: sourceID, Entity: o.id, Locator: o.at, Basis: stated, Note: note, Known: known})
		s.Relationships = append(s.Relationships, seed.Relationship{From: o.id, Type: "IN_COUNTRY", To: o.country,
			Entry: seed.Entry{Source: sourceID, Locator: o.at, Basis: stated, ValidFrom: o.since(), Known: known}})
		for _, p := range o.projects {
			properties := map[string]string{}
			if role := p.project.role(o); role != "" {
				properties["role"] = role
			}
			s.Relationships = append(s.Relationships, seed.Relationship{From: o.id, Type: "PARTY_TO", To: p.project.id, Properties: properties,
				Entry: seed.Entry{Source: sourceID, Locator: p.at, Basis: stated, ValidFrom: p.project.start, ValidTo: p.project.end, Known: known}})
		}
	}
	return s
}

// since is the day on which the first of its grants begins: the tables say of each
// where who takes part in it is. It is zero if none has a day.
func (o *organisation) since() (first dbtype.Date) {
	for _, p := range o.projects {
		start := p.project.start
		if !start.Time().IsZero() && (first.Time().IsZero() || start.Time().Before(first.Time())) {
			first = start
		}
	}
	return first
}

// others are the further names: those that are there, each once.
func others(name string, further ...string) []string {
	var kept []string
	seen := map[string]bool{name: true, "": true}
	for _, f := range further {
		if !seen[f] {
			seen[f] = true
			kept = append(kept, f)
		}
	}
	return kept
}
