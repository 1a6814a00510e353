package seed

// countries.go has the countries: every entry of ISO 3166-1, and Kosovo under
// the code that its users agreed on. They are a source like any other and are
// there before any dossier or importer points at them.

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

//go:embed countries.tsv
var countriesTSV string

// countriesSource is the id of the source that states the countries.
const countriesSource = "iso-3166-1"

// A Country is a country or territory.
type Country struct {
	Code    string // ISO 3166-1 alpha-2, and its id: AU
	Code3   string // ISO 3166-1 alpha-3: AUS
	Name    string // in English: Australia
	Chinese string // 澳大利亚
	Aliases []string
}

// Countries returns all countries in the order of their codes.
var Countries = sync.OnceValue(func() []Country {
	var all []Country
	for _, line := range strings.Split(strings.TrimSpace(countriesTSV), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		columns := append(strings.Split(line, "\t"), "")
		c := Country{Code: columns[0], Code3: columns[1], Name: columns[2], Chinese: columns[3]}
		if columns[4] != "" {
			c.Aliases = strings.Split(columns[4], ";")
		}
		all = append(all, c)
	}
	return all
})

func isCountry(code string) bool {
	_, found := slices.BinarySearchFunc(Countries(), code, func(c Country, code string) int {
		return strings.Compare(c.Code, code)
	})
	return found
}

// CountryCode returns the ISO 3166-1 code of a country, given that code or
// one that the European Union writes instead: EL for Greece, UK for the
// United Kingdom.
func CountryCode(code string) (string, bool) {
	switch code {
	case "EL":
		code = "GR"
	case "UK":
		code = "GB"
	}
	return code, isCountry(code)
}

// countryStatements are what the source of the countries states.
func countryStatements() Statements {
	known := dbtype.Date(time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC))
	s := Statements{
		Sources: []string{countriesSource},
		Entities: []Entity{{Type: "Source", ID: countriesSource, Properties: map[string]any{
			"title":       "ISO 3166-1: codes for the representation of names of countries, with English and Chinese names",
			"publisher":   "International Organization for Standardization; names from biter777/countries and i18n-iso-countries",
			"retrievedOn": known,
			"url":         "https://www.iso.org/iso-3166-country-codes.html",
			"licence":     "names: MIT",
			"origin":      "table",
		}}},
	}
	for _, c := range Countries() {
		s.Entities = append(s.Entities, Entity{Type: "Country", ID: c.Code, Properties: map[string]any{
			"code": c.Code, "code3": c.Code3, "name": c.Name,
			"names": []string{c.Chinese}, "nameLangs": []string{"zh"}, "aliases": c.Aliases,
		}})
		locator := "entry " + c.Code
		if c.Code == "XK" {
			locator = "user-assigned code XK"
		}
		s.Mentions = append(s.Mentions, Mention{Source: countriesSource, Entity: c.Code, Known: known, Locator: locator, Basis: stated})
	}
	return s
}
