package seed

// fault.go tells what is wrong with a dossier and where. Faults are gathered,
// not thrown: whoever writes a dossier wants to see all of them at once.

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Place is a position in a file, counted from 1.
type Place struct {
	File   string
	Line   int
	Column int
}

func (p Place) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// before orders places by file, line and column.
func (p Place) before(q Place) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
}

// A Fault is one thing that is wrong: where, what, and what to do about it.
type Fault struct {
	Place
	Reason string
}

func (f Fault) String() string { return f.Place.String() + ": " + f.Reason }

// Faults are all faults of a set of dossiers, in the order of their places.
// They are an error whose text has a line for each.
type Faults []Fault

func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.String()
	}
	return strings.Join(lines, "\n")
}

// add notes a fault.
func (f *Faults) add(at Place, format string, args ...any) {
	*f = append(*f, Fault{at, fmt.Sprintf(format, args...)})
}

// sort puts the faults in the order of their places and drops repetitions.
func (f *Faults) sort() {
	slices.SortFunc(*f, func(a, b Fault) int {
		return cmp.Or(a.Place.before(b.Place), cmp.Compare(a.Reason, b.Reason))
	})
	*f = slices.Compact(*f)
}

// oneOf lists the choices as a sentence does: "A, B or C".
func oneOf(choices []string) string {
	if len(choices) < 2 {
		return strings.Join(choices, "")
	}
	last := len(choices) - 1
	return strings.Join(choices[:last], ", ") + " or " + choices[last]
}
