package ror

// survey.go reads the file once before anything is written: it checks every
// record, and keeps what has to be known of all records to write one of them. Of
// a record it keeps the ids, not the record.

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// A survey is what has to be known of the whole file.
type survey struct {
	living  map[string]bool     // the records that are not withdrawn
	parents map[string][]parent // of each organization, by the parent's id
	merged  map[string][]string // the withdrawn records that an organization succeeded
	places  map[string]*place
	claims  map[string]string // who bears an id of another registry; empty if it is disputed
	shared  map[string]string // the entity of another source that is the organization

	withdrawn, outside, disputed int
}

// A parent is an organization that another is part of, and the record that says
// so.
type parent struct{ id, by string }

// A place is a city or a region, as the first record has it that names it.
type place struct {
	city
	kind string
	by   string // the record
}

// takeSurvey reads and checks the file.
func takeSurvey(file string) (*survey, error) {
	s := &survey{living: map[string]bool{}, parents: map[string][]parent{}, merged: map[string][]string{}, places: map[string]*place{},
		claims: map[string]string{}, shared: map[string]string{}}
	gone := map[string]bool{}
	successors := map[string]string{}
	err := eachRecord(file, func(o *organization) error {
		if s.living[o.id] || gone[o.id] {
			return fmt.Errorf("%s stands in an earlier record; leave one out", o.id)
		}
		if o.withdrawn() {
			gone[o.id] = true
			if len(o.successors) == 1 {
				successors[o.id] = o.successors[0]
			}
			return nil
		}
		s.living[o.id] = true
		s.add(o)
		return nil
	})
	s.withdrawn = len(gone)
	s.leaveOutside()
	for old := range successors {
		s.merge(old, successors)
	}
	for _, list := range s.merged {
		slices.Sort(list)
	}
	for _, by := range s.claims {
		if by == "" {
			s.disputed++
		}
	}
	return s, err
}

// add keeps what the record says of others than itself.
func (s *survey) add(o *organization) {
	for _, id := range o.parents {
		s.addParent(o.id, id, o.id)
	}
	for _, id := range o.children {
		s.addParent(id, o.id, o.id)
	}
	for _, id := range slices.Compact(slices.Sorted(slices.Values(o.identifiers))) {
		if by, claimed := s.claims[id]; claimed && by != o.id {
			s.claims[id] = ""
		} else {
			s.claims[id] = o.id
		}
	}
	for _, c := range o.cities {
		if s.places[c.id] != nil {
			continue
		}
		s.places[c.id] = &place{c, "CITY", o.id}
		if c.region == "" {
			continue
		}
		if s.places[c.region] == nil {
			s.places[c.region] = &place{city: city{id: c.region, name: c.regionName, country: c.country}, by: o.id}
		}
		// Some records are located in a region and name it as their city.
		s.places[c.region].kind, s.places[c.region].region = "REGION", ""
	}
}

// addParent adds that the organization is part of another; the two records mostly
// both say so, and the part's own counts.
func (s *survey) addParent(part, whole, by string) {
	for i, p := range s.parents[part] {
		if p.id == whole {
			if by == part {
				s.parents[part][i].by = by
			}
			return
		}
	}
	if part != whole {
		s.parents[part] = append(s.parents[part], parent{whole, by})
	}
}

// leaveOutside takes out the parents and children that are not there.
func (s *survey) leaveOutside() {
	for part, parents := range s.parents {
		there := slices.DeleteFunc(slices.Clone(parents), func(p parent) bool { return !s.living[part] || !s.living[p.id] })
		s.outside += len(parents) - len(there)
		slices.SortFunc(there, func(a, b parent) int { return cmp.Compare(a.id, b.id) })
		s.parents[part] = there
	}
}

// merge follows a withdrawn record to the organization that is there in its
// place now.
func (s *survey) merge(old string, successors map[string]string) {
	seen := map[string]bool{}
	now := old
	for successors[now] != "" && !seen[now] {
		seen[now] = true
		now = successors[now]
	}
	if s.living[now] {
		s.merged[now] = append(s.merged[now], old)
	}
}

// entity is the id under which the organization lies in the graph.
func (s *survey) entity(id string) string {
	return cmp.Or(s.shared[id], id)
}

// share finds the organizations that other sources know already, by what their
// identifiers stand for. Several records that share one entity stay apart, all
// but the first: no source states a thing twice.
func (s *survey) share(file string, others map[string]string) error {
	if len(others) == 0 {
		return nil
	}
	taken := map[string]bool{}
	for _, entity := range slices.Sorted(maps.Values(others)) {
		taken[entity] = s.living[entity]
	}
	return eachRecord(file, func(o *organization) error {
		for _, id := range slices.Concat([]string{o.id}, s.identifiers(o)) {
			if entity := others[id]; entity != "" && !taken[entity] && s.living[o.id] {
				taken[entity], s.shared[o.id] = true, entity
				break
			}
		}
		return nil
	})
}

// identifiers are the ids by which the organization is known beside its own:
// those that no other record claims.
func (s *survey) identifiers(o *organization) []string {
	var ids []string
	for _, id := range o.identifiers {
		if s.claims[id] == o.id {
			ids = append(ids, id)
		}
	}
	ids = append(ids, s.merged[o.id]...)
	slices.Sort(ids)
	return slices.Compact(ids)
}
