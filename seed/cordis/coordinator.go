package cordis

// coordinator.go finds which of a project's parties coordinates it. The table
// of projects tells the coordinator's name only, as it was on that day, and
// the names of organisations have been through other hands since.

import (
	"strings"
	"unicode"

	"guanxi/seed"
)

// role is the part that a party of the project plays. It is not told ("")
// where the coordinator cannot be told from the others for certain: calling
// everybody a participant would deny that one of them coordinates.
func (p *project) role(o *organisation) string {
	switch p.coordinating {
	case nil:
		return ""
	case o:
		return "coordinator"
	}
	return "participant"
}

// findCoordinator finds the one party that has the coordinator's country and
// name; a party that is the only one needs no more than the country.
func (p *project) findCoordinator() {
	country, _ := seed.CountryCode(p.coordinatorCountry)
	var found []*organisation
	for _, o := range p.parties {
		if o.country == country && (len(p.parties) == 1 || sameName(o.name, p.coordinator)) {
			found = append(found, o)
		}
	}
	if len(found) == 1 {
		p.coordinating = found[0]
	}
}

// sameName compares the letters and digits of two names, whatever their case
// and whatever stands between them. A letter that was lost on the way (U+FFFD)
// may be any one letter.
func sameName(a, b string) bool {
	x, y := letters(a), letters(b)
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i] != y[i] && x[i] != unicode.ReplacementChar && y[i] != unicode.ReplacementChar {
			return false
		}
	}
	return len(x) > 0
}

func letters(name string) []rune {
	var kept []rune
	for _, c := range strings.ToUpper(name) {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || c == unicode.ReplacementChar {
			kept = append(kept, c)
		}
	}
	return kept
}
