// Package question holds the root questions that are a Cypher statement of
// their own, one file each.
//
// A file is what an analyst would run: it returns one row an answer. A row of a
// page also has a column `key` that no other row has, and those by which the
// question's sort argument sorts. A line that ends in `//? a b !c` stands only
// where the arguments a and b are given (not null) and c is not; `.a` is given
// where the answer's column a is read, be it for the order. In `$any($a)`, Cypher's
// way to write labels and types that a list of an enum gives, they are spelled out.
// `$limit` is how many rows are wanted of a list whose only page is `first`.
//
// A condition with `//: r s` behind it says of relationships that they have to
// count, of nodes that they have to be known: what @statements asks of them stands
// in its place, and where it asks nothing, the line goes. What an analyst runs is
// the condition as it is written, mostly `true`. `r[i]` is the entry i of r's
// evidence; its condition is that of the usual scope and stands there. `r[]` is the
// number of the entries that count, and stands there as the usual scope has it, too.
// `scoped` is given where @statements asks anything of relationships of a plain type.
package question

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed *.cypher
var files embed.FS

// Lines are the lines of a question's file, without its comments.
func Lines(name string) ([]Line, error) {
	text, err := files.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("question: there is no file %s in graph/question", name)
	}
	return Parse(string(text)), nil
}

// Parse splits hand-written Cypher into lines, without its comments.
func Parse(text string) []Line {
	var lines []Line
	for line := range strings.SplitSeq(text, "\n") {
		line, condition, _ := strings.Cut(line, "//?")
		line, counting, _ := strings.Cut(line, "//:")
		line, _, _ = strings.Cut(line, "//")
		if line = strings.TrimRight(line, " "); line != "" {
			lines = append(lines, Line{line, strings.Fields(counting), strings.Fields(condition)})
		}
	}
	return lines
}

// A Line is a line of a question, what has to count where it stands, and the words
// under which it does.
type Line struct {
	Text   string
	Counts []string
	Words  []string
}

// Stands tells whether the line belongs to a statement of which given tells
// what is given.
func (l Line) Stands(given func(string) bool) bool {
	for _, word := range l.Words {
		if name, negated := strings.CutPrefix(word, "!"); given(name) == negated {
			return false
		}
	}
	return true
}

// A Prepared parameter of a question is made in Go from the value of one of its
// arguments, for what Cypher cannot do well. Make gets the value as the database
// would; its error is told at the argument.
type Prepared struct {
	Argument string
	Make     func(any) (any, error)
}

// prepared are the parameters of questions that are made in Go, by their names.
var prepared = map[string]map[string]Prepared{
	"search.cypher": search,
}

// PreparedFor are the parameters of a question that are made in Go, by their
// names.
func PreparedFor(name string) map[string]Prepared { return prepared[name] }
