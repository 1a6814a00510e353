package ror

// record.go reads one record, of either version, into one form.

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"guanxi/seed"
)

// An organization is a record.
type organization struct {
	id          string // ror:…
	name        string
	names       []name // in languages, one in each
	aliases     []string
	types       []string
	status      string
	established int
	homepage    string
	country     string
	cities      []city
	identifiers []string // in other registries
	parents     []string // ror:…
	children    []string
	successors  []string
}

type name struct{ lang, value string }

// A city is where an organization is, with the region that it is in.
type city struct {
	id, name            string
	latitude, longitude *float64
	country             string
	region, regionName  string // the id of the region; empty if there is none
}

func (o *organization) withdrawn() bool { return o.status == "withdrawn" }

// at is where the record stands, for whoever wants to look it up.
func at(id string) string { return "record " + strings.TrimPrefix(id, "ror:") }

// readRecord reads a record, or one inside {"record": …}.
func readRecord(raw json.RawMessage) (*organization, error) {
	var head struct {
		ID     string
		Record json.RawMessage
		Names  json.RawMessage
		Name   json.RawMessage
	}
	if err := json.Unmarshal(raw, &head); err != nil {
		return nil, errors.New("it is no JSON object; name a file of ROR's records")
	}
	if head.ID == "" && head.Record != nil {
		return readRecord(head.Record)
	}
	id, ok := rorID(head.ID)
	if !ok {
		return nil, fmt.Errorf("its id is %q; it must be https://ror.org/ and nine letters and digits", head.ID)
	}
	o := &organization{id: id}
	var said []spelling
	var err error
	switch {
	case head.Names != nil:
		said, err = o.readV2(raw)
	case head.Name != nil:
		said, err = o.readV1(raw)
	default:
		err = errors.New("it has neither names, as version 2 of ROR's schema, nor name, as version 1")
	}
	if err == nil {
		err = o.putNames(said)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", head.ID, err)
	}
	return o, nil
}

var idPattern = regexp.MustCompile(`^(?:https?://ror\.org/)?(0[a-z0-9]{6}[0-9]{2})$`)

// rorID gives our id for one of ROR.
func rorID(id string) (string, bool) {
	m := idPattern.FindStringSubmatch(id)
	if m == nil {
		return "", false
	}
	return "ror:" + m[1], true
}

// A spelling is one of a record's names.
type spelling struct {
	lang, value string
	label       bool // a name in full; else an alias or acronym
	display     bool // the one that ROR shows
}

// putNames sorts the names: the English one names the organization, or else the
// one that ROR shows; of the others one a language is its name there, and all
// further ones are aliases.
func (o *organization) putNames(said []spelling) error {
	rank := func(s spelling) int {
		switch {
		case s.label && s.lang == "en" && s.display:
			return 0
		case s.label && s.lang == "en":
			return 1
		case s.display:
			return 2
		case s.label:
			return 3
		}
		return 4
	}
	said = slices.DeleteFunc(said, func(s spelling) bool { return s.value == "" })
	slices.SortStableFunc(said, func(a, b spelling) int { return cmp.Compare(rank(a), rank(b)) })
	if len(said) == 0 || rank(said[0]) == 4 {
		return errors.New("it has no name; give it one")
	}
	o.name = said[0].value
	in := map[string]bool{"": true, "en": true}
	seen := map[string]bool{o.name: true}
	for _, s := range said[1:] {
		switch {
		case s.label && !in[s.lang] && s.value != o.name:
			in[s.lang] = true
			o.names = append(o.names, name{s.lang, s.value})
			seen[s.value] = true
		case !seen[s.value]:
			seen[s.value] = true
			o.aliases = append(o.aliases, s.value)
		}
	}
	slices.SortFunc(o.names, func(a, b name) int { return cmp.Compare(a.lang, b.lang) })
	slices.Sort(o.aliases)
	return nil
}

// putCountry takes the country's code.
func (o *organization) putCountry(code string) (string, error) {
	found, ok := seed.CountryCode(code)
	if !ok {
		return "", fmt.Errorf("its country is %q; it must be a code of ISO 3166-1, or EL, UK or XK", code)
	}
	o.country = cmp.Or(o.country, found)
	return found, nil
}

// checkPoint checks a latitude and longitude, if there are any.
func checkPoint(latitude, longitude *float64) error {
	if latitude != nil && longitude != nil && (math.Abs(*latitude) > 90 || math.Abs(*longitude) > 180) {
		return fmt.Errorf("it lies at latitude %v, longitude %v, which is nowhere; correct it", *latitude, *longitude)
	}
	return nil
}

// putIdentifier adds an id of another registry in our spelling: wikidata:Q42,
// grid:5335.0 for grid.5335.0, isni:0000000121885934 without spaces.
func (o *organization) putIdentifier(registry, id string) {
	registry = strings.ToLower(registry)
	if id = strings.TrimPrefix(strings.Join(strings.Fields(id), ""), registry+"."); id != "" {
		o.identifiers = append(o.identifiers, registry+":"+id)
	}
}

// putRelation adds a relation that the graph has, or that tells what became of
// the organization.
func (o *organization) putRelation(typ, id string) error {
	other, ok := rorID(id)
	if !ok {
		return fmt.Errorf("it has a relationship to %q; it must be https://ror.org/ and nine letters and digits", id)
	}
	switch strings.ToLower(typ) {
	case "parent":
		o.parents = append(o.parents, other)
	case "child":
		o.children = append(o.children, other)
	case "successor":
		o.successors = append(o.successors, other)
	}
	return nil
}

// putHomepage takes the first address that is one.
func (o *organization) putHomepage(link string) {
	if o.homepage == "" && (strings.HasPrefix(link, "http://") || strings.HasPrefix(link, "https://")) {
		o.homepage = link
	}
}
