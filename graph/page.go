package graph

// page.go plans how many rows are read: what the caller asks for, within the
// list's bounds, or the bound itself where the caller says nothing. Only in
// the second case is a cut news to the caller: one row more is read to see it.

import (
	"guanxi/graph/cypher"
)

// A page is the number of rows of one list, known when the plan is bound.
type page struct {
	asked    *slot // nil: nothing was asked, the bound holds
	bound    int   // where nothing is asked
	max      int   // the most that may be asked
	probe    bool  // read one row more, to tell whether there are more
	announce bool  // a cut is told in extensions.truncated
	further  bool  // the next rows can be asked for
	place
}

// page plans limit and offset, or first or last.
func (s *selector) page(r *rows, f *fieldModel, c collected, at place) error {
	if r.one {
		r.limit = cypher.Verb("1")
		return nil
	}
	p := page{probe: true, announce: true, further: f.connection() || f.arguments["offset"] != nil, bound: s.options.DefaultLimit, max: s.options.MaxLimit, place: at}
	if f.target != nil {
		p.bound, p.max = s.bounds(f)
	}
	p.bound, p.max = min(p.bound, s.options.MaxPage), min(p.max, s.options.MaxPage)
	for _, name := range []string{"limit", "first", "last"} {
		if in, given := s.argumentGiven(f, c, name, at); given {
			if p.asked != nil {
				return in.wrong("first and last are both given; ask for the first ones or for the last ones")
			}
			p.asked, p.announce, p.place = &in.slot, false, in.place
			p.probe = f.connection() // hasNextPage
		}
	}
	if def := f.arguments["offset"]; def != nil {
		if in := s.argument(c.fields[0], def, at); in.kind == leafInput {
			r.skip = s.add(param{slot: in.slot, place: in.place, read: readOffset})
		}
	}
	r.page = len(s.pages)
	if !r.unread {
		r.limit = s.add(param{page: len(s.pages) + 1})
	}
	s.pages = append(s.pages, p)
	return nil
}

// bounds are those of the field, or of the type that it leads to.
func (s *selector) bounds(f *fieldModel) (bound, max int) {
	if d := f.def.Directives.ForName("limit"); d != nil {
		return intArg(d, "default"), intArg(d, "max")
	}
	t := s.nodeType(f)
	return t.defaultLimit, t.maxLimit
}

// rows tells how many rows the caller gets at most.
func (p page) rows(vars map[string]any) (int, error) {
	if p.asked == nil {
		return p.bound, nil
	}
	v, _ := p.asked.value(vars)
	if v == nil {
		return p.bound, nil
	}
	n, err := readInt(v)
	switch {
	case err != nil:
		return 0, p.wrong("%v", err)
	case n < 0:
		return 0, p.wrong("%d is negative; ask for 0 rows or more", n)
	case n > int64(p.max) && p.further:
		return 0, p.wrong("%d rows are asked for and at most %d are allowed at once; ask for fewer and page through them", n, p.max)
	case n > int64(p.max):
		return 0, p.wrong("%d rows are asked for and at most %d are given; ask for fewer, or more narrowly", n, p.max)
	}
	return int(n), nil
}
