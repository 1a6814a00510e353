package seed

// entity.go reads an entity's id, names and properties from a dossier. Which
// properties there are, and of what kind, the schema says.

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"golang.org/x/text/language"
)

// wgs84 is Neo4j's number for points given by longitude and latitude.
const wgs84 = 4326

// readID takes the id; a country's is its code.
func (e *mention) readID(f *fields) bool {
	if e.typ.name != "Country" {
		id, ok := f.slug("id")
		e.id = id.Value
		f.what = fmt.Sprintf("%s %q", e.typ.name, id.Value)
		return ok
	}
	id, ok := f.needed("id", "give its ISO 3166-1 code, such as AU")
	e.id = id.Value
	f.what = fmt.Sprintf("Country %q", id.Value)
	if !ok || isCountry(id.Value) {
		return ok
	}
	advice := "write its ISO 3166-1 alpha-2 code in capitals, such as AU"
	if code, known := CountryCode(id.Value); known {
		advice = "write " + code
	}
	f.fault(id.At, "there is no country %q; %s", id.Value, advice)
	return ok
}

// readNames takes the names in other languages and the aliases, which
// entities of every type can have.
func (e *mention) readNames(f *fields) {
	if n, ok := f.take("names"); ok {
		what := "names of " + f.what
		pairs, ok := f.mapping(n, what)
		f.clean = f.clean && ok
		for _, p := range pairs {
			name, ok := f.reader.text(p.value, p.key.Value+" in "+what)
			tag, err := language.Parse(p.key.Value)
			if err != nil || tag.String() != p.key.Value {
				f.fault(p.key.At, "%s are keyed by %q; write a language tag such as zh, or zh-Hant", what, p.key.Value)
			} else if ok {
				e.names[p.key.Value] = name
			}
		}
	}
	if n, ok := f.take("aliases"); ok {
		for _, alias := range f.texts(n, "aliases of "+f.what) {
			if slices.ContainsFunc(e.aliases, func(a text) bool { return a.Value == alias.Value }) {
				f.fault(alias.At, "%s has the alias %q twice; leave one out", f.what, alias.Value)
				continue
			}
			e.aliases = append(e.aliases, alias)
		}
	}
}

// readProperties takes what the schema says that the type has.
func (e *mention) readProperties(f *fields) {
	for _, name := range sortedKeys(e.typ.properties) {
		p := e.typ.properties[name]
		switch p.kind {
		case listProperty: // aliases, which have been taken
			continue
		case pointProperty:
			e.readPoint(f, name)
			continue
		}
		if v, at, ok := f.value(name, p); ok {
			e.properties[name] = given{v, at}
		}
	}
	start, _ := e.properties["startDate"].value.(PartialDate)
	end, _ := e.properties["endDate"].value.(PartialDate)
	if start.Dated && end.Dated && earlier(end.Latest, start.Earliest) {
		f.fault(e.properties["endDate"].at, "%s ends on %s, before it starts on %s; correct one of them", f.what, end.Text, start.Text)
	}
}

// value takes one property.
func (f *fields) value(name string, p *property) (any, Place, bool) {
	if p.kind == enumProperty {
		n, there := f.pairs[name]
		v := f.choice(name, p.values, "")
		if !there {
			return nil, Place{}, false
		}
		return v, f.reader.at(n.value), v != ""
	}
	t, ok := f.text(name)
	if !ok {
		return nil, Place{}, false
	}
	v, err := convert(name, t.Value, p.kind)
	if err != nil {
		f.fault(t.At, "%s of %s is %q; %v", name, f.what, t.Value, err)
		return nil, Place{}, false
	}
	return v, t.At, true
}

func convert(name, value string, kind propertyKind) (any, error) {
	switch kind {
	case intProperty:
		n, err := strconv.ParseInt(value, 10, 64)
		if err != nil {
			return nil, errors.New("write a whole number")
		}
		if name == "founded" && (n < 1 || n > 9999) {
			return nil, errors.New("write a year")
		}
		return n, nil
	case numberProperty:
		return parseNumber(name, value)
	case dayProperty:
		return ParseDay(value)
	case partialProperty:
		return ParseDate(value)
	}
	return value, checkText(name, value)
}

var numberPattern = regexp.MustCompile(`^-?\d+(\.\d+)?([eE]\d+)?$`)

func parseNumber(name, value string) (float64, error) {
	n, err := strconv.ParseFloat(value, 64)
	if err != nil || !numberPattern.MatchString(value) {
		return 0, errors.New("write a plain number, such as 3000 or 0.5")
	}
	if name == "amount" && n < 0 {
		return 0, errors.New("it cannot be negative")
	}
	return n, nil
}

var currencyPattern = regexp.MustCompile(`^[A-Z]{3}$`)

// checkText checks the texts that have a form of their own.
func checkText(name, value string) error {
	switch name {
	case "homepage", "url":
		if u, err := url.Parse(value); err != nil || !strings.HasPrefix(u.Scheme, "http") || u.Host == "" {
			return errors.New("write a whole address, https://…")
		}
	case "currency":
		if !currencyPattern.MatchString(value) {
			return errors.New("write its ISO 4217 code, such as CNY")
		}
	}
	return nil
}

// readPoint takes a point, such as where a place lies.
func (e *mention) readPoint(f *fields, name string) {
	n, ok := f.take(name)
	if !ok {
		return
	}
	at := f.reader.at(n)
	l, ok := f.fields(n, name+" of "+f.what)
	if !ok {
		f.clean = false
		return
	}
	latitude, okLatitude := l.degrees("latitude", 90)
	longitude, okLongitude := l.degrees("longitude", 180)
	l.rest()
	f.clean = f.clean && l.clean
	if okLatitude && okLongitude {
		e.properties[name] = given{dbtype.Point2D{X: longitude, Y: latitude, SpatialRefId: wgs84}, at}
	}
}

func (f *fields) degrees(key string, limit float64) (float64, bool) {
	t, ok := f.needed(key, "give it in degrees, such as 28.68")
	if !ok {
		return 0, false
	}
	n, err := parseNumber(key, t.Value)
	if err != nil || n < -limit || n > limit {
		f.fault(t.At, "%s in %s is %q; write degrees between -%g and %g", key, f.what, t.Value, limit, limit)
		return 0, false
	}
	return n, true
}
