package ror

// versions.go has the two versions of ROR's schema.

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// common is what both versions write alike.
type common struct {
	Status        string
	Types         []string
	Established   *int
	Relationships []struct{ Type, ID string }
}

func (o *organization) putCommon(c common) error {
	o.status = c.Status
	for _, t := range c.Types {
		o.types = append(o.types, strings.ToLower(t))
	}
	if c.Established != nil && *c.Established > 0 && *c.Established <= 9999 {
		o.established = *c.Established
	}
	for _, r := range c.Relationships {
		if err := o.putRelation(r.Type, r.ID); err != nil {
			return err
		}
	}
	return nil
}

type recordV2 struct {
	common
	Names []struct {
		Lang, Value string
		Types       []string
	}
	Links       []struct{ Type, Value string }
	ExternalIDs []struct {
		Type string
		All  []string
	} `json:"external_ids"`
	Locations []struct {
		ID      int64 `json:"geonames_id"`
		Details struct {
			Name       string
			Country    string `json:"country_code"`
			Region     string `json:"country_subdivision_code"`
			RegionName string `json:"country_subdivision_name"`
			Lat, Lng   *float64
		} `json:"geonames_details"`
	}
}

// readV2 reads a record of version 2, and gives its names.
func (o *organization) readV2(raw json.RawMessage) ([]spelling, error) {
	var r recordV2
	if err := json.Unmarshal(raw, &r); err != nil {
		return nil, unlike(2, err)
	}
	var said []spelling
	for _, n := range r.Names {
		said = append(said, spelling{n.Lang, n.Value, slices.Contains(n.Types, "label"), slices.Contains(n.Types, "ror_display")})
	}
	for _, l := range r.Links {
		if l.Type == "website" {
			o.putHomepage(l.Value)
		}
	}
	for _, e := range r.ExternalIDs {
		for _, id := range e.All {
			o.putIdentifier(e.Type, id)
		}
	}
	for _, l := range r.Locations {
		d := l.Details
		country, err := o.putCountry(d.Country)
		if err == nil {
			err = checkPoint(d.Lat, d.Lng)
		}
		if err != nil {
			return nil, err
		}
		c := city{id: fmt.Sprintf("geonames:%d", l.ID), name: d.Name, latitude: d.Lat, longitude: d.Lng, country: country}
		if d.Region != "" && d.RegionName != "" {
			c.region, c.regionName = "iso-3166-2:"+d.Country+"-"+d.Region, d.RegionName
		}
		if l.ID > 0 && d.Name != "" {
			o.cities = append(o.cities, c)
		}
	}
	return said, o.putCommon(r.common)
}

type recordV1 struct {
	common
	Name     string
	Aliases  []string
	Acronyms []string
	Labels   []struct{ Label, Iso639 string }
	Links    []string
	Country  struct {
		Code string `json:"country_code"`
	}
	// One id is a text, several are a list.
	ExternalIDs map[string]struct{ All json.RawMessage } `json:"external_ids"`
	Addresses   []struct {
		Lat, Lng *float64
		City     struct {
			ID     int64
			City   string
			Region struct {
				ID   int64
				Name string
			} `json:"geonames_admin1"`
		} `json:"geonames_city"`
	}
}

// readV1 reads a record of version 1, and gives its names.
func (o *organization) readV1(raw json.RawMessage) ([]spelling, error) {
	var r recordV1
	if err := json.Unmarshal(raw, &r); err != nil {
		return nil, unlike(1, err)
	}
	said := []spelling{{value: r.Name, label: true, display: true}}
	for _, l := range r.Labels {
		said = append(said, spelling{lang: l.Iso639, value: l.Label, label: true})
	}
	for _, alias := range slices.Concat(r.Aliases, r.Acronyms) {
		said = append(said, spelling{value: alias})
	}
	for _, link := range r.Links {
		o.putHomepage(link)
	}
	for registry, ids := range r.ExternalIDs {
		var several []string
		if json.Unmarshal(ids.All, &several) != nil {
			several = make([]string, 1)
			if err := json.Unmarshal(ids.All, &several[0]); err != nil {
				return nil, unlike(1, err)
			}
		}
		for _, id := range several {
			o.putIdentifier(registry, id)
		}
	}
	slices.Sort(o.identifiers)
	country, err := o.putCountry(r.Country.Code)
	if err != nil {
		return nil, err
	}
	for _, a := range r.Addresses {
		if err := checkPoint(a.Lat, a.Lng); err != nil {
			return nil, err
		}
		g := a.City
		c := city{id: fmt.Sprintf("geonames:%d", g.ID), name: g.City, latitude: a.Lat, longitude: a.Lng, country: country}
		if g.Region.ID > 0 && g.Region.Name != "" && g.Region.ID != g.ID {
			c.region, c.regionName = fmt.Sprintf("geonames:%d", g.Region.ID), g.Region.Name
		}
		if g.ID > 0 && g.City != "" {
			o.cities = append(o.cities, c)
		}
	}
	return said, o.putCommon(r.common)
}

// unlike says that a record is not as its version of the schema has it.
func unlike(version int, err error) error {
	return fmt.Errorf("it is not as version %d of ROR's schema has it: %w", version, err)
}
