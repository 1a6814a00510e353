package graph

// counting.go puts what @statements asks into hand-written Cypher, where a line
// says that a relationship has to count, or a node to be known.

import (
	"fmt"
	"regexp"
	"strings"

	"guanxi/graph/cypher"
	"guanxi/graph/question"
)

// patterns are the labels or types of each variable of a statement, as far as it
// was read.
type patterns map[string]pattern

type pattern struct {
	relationship, several bool // several on the way from one node to the other
	names                 []string
}

var patternOf = regexp.MustCompile(`(\[?)(\w+):([A-Za-z_|]+|` + regexp.QuoteMeta(never) + `)(\*?)`)

func (p patterns) read(line string) {
	for _, found := range patternOf.FindAllStringSubmatch(line, -1) {
		p[found[2]] = pattern{found[1] != "", found[4] != "", strings.Split(found[3], "|")}
	}
}

// dynamic is what an argument's enum values are spelled out in place of.
var dynamic = regexp.MustCompile(`\$any\(\$\w+\)`)

// checkMarks refuses a mark of hand-written Cypher that would be lost in silence: of
// a variable that no pattern before it has, or under a word that is no argument.
func (f *fieldModel) checkMarks(file string, lines []question.Line) error {
	met := patterns{}
	for _, line := range lines {
		met.read(dynamic.ReplaceAllString(line.Text, never))
		for _, name := range line.Counts {
			of, _, _ := strings.Cut(name, "[")
			if _, ok := met[of]; !ok {
				return fmt.Errorf("%s: //: names %s, of which no pattern up to %q tells what it is", file, of, strings.TrimSpace(line.Text))
			}
		}
		for _, word := range line.Words {
			word = strings.TrimPrefix(word, "!")
			if f.arguments[word] == nil && word != "scoped" && !strings.HasPrefix(word, ".") {
				return fmt.Errorf("%s: //? names %s, which is no argument, at %q", file, word, strings.TrimSpace(line.Text))
			}
		}
	}
	return nil
}

// checkWritten checks the marks of all hand-written Cypher that the field has.
func (f *fieldModel) checkWritten() error {
	if f.cypher.text != "" {
		return f.checkMarks("its statement", question.Parse(f.cypher.text))
	}
	files := []string{f.question}
	for _, read := range question.Computations[f.question].Reads {
		files = append(files, read.File)
	}
	for _, file := range files {
		lines, err := question.Lines(file)
		if err != nil {
			return err
		}
		if err := f.checkMarks(file, lines); err != nil {
			return err
		}
	}
	return nil
}

// conditionOf parts a line that is a condition from its word.
var conditionOf = regexp.MustCompile(`^ *(?:WHERE|AND) `)

// counting gives the line as the scope has it: with what it asks of the line's
// variables in the place of the condition, or of `true`; no line where a condition
// asks nothing.
func (s *selector) counting(line question.Line, met patterns, scope scope) []string {
	text := s.model.widen(line.Text, scope)
	if len(line.Counts) == 0 {
		return []string{text}
	}
	var all cypher.And
	for _, name := range line.Counts {
		of, nth, entry := strings.Cut(strings.TrimSuffix(name, "]"), "[")
		switch at := met[of]; {
		case entry && scope == everyday:
			return []string{text}
		case entry && nth == "":
			usual, asked := cypher.Text(everyday.entries(cypher.Var(of))), cypher.Text(scope.entries(cypher.Var(of)))
			return []string{strings.Replace(text, usual, asked, 1)}
		case entry:
			all = append(all, scope.entry(cypher.Var(of), cypher.Var(nth)))
		case at.several:
			if each := scope.passingAny("step", s.model, at.names); each != nil {
				all = append(all, cypher.Template{Text: "all(step IN $steps WHERE $each)", Names: map[string]cypher.Expr{"steps": cypher.Var(of), "each": each}})
			}
		case at.relationship:
			all = append(all, scope.passingAny(cypher.Var(of), s.model, at.names))
		default:
			all = append(all, s.knownOne(cypher.Var(of), at.names, scope))
		}
	}
	var parts []string
	for _, condition := range conjuncts(all) {
		part := cypher.Text(condition)
		if _, either := condition.(cypher.Or); either {
			part = "(" + part + ")"
		}
		parts = append(parts, part)
	}
	asked, word := strings.Join(parts, " AND "), conditionOf.FindString(text)
	switch {
	case asked == "" && (word != "" || !scope.scoped()):
		return nil
	case asked == "":
		return []string{text}
	case word == "":
		return strings.Split(strings.Replace(text, "true", asked, 1), "\n")
	}
	return strings.Split(word+asked, "\n")
}

// knownOne is the condition that a node which a statement calls so is known; nil
// if that is not asked.
func (s *selector) knownOne(node cypher.Var, labels []string, scope scope) cypher.Expr {
	t := &typeModel{}
	for _, label := range labels {
		if of := s.model.types[label]; of != nil {
			t.concrete = append(t.concrete, of.concrete...)
		}
	}
	e := newEmitter(s.model)
	e.apart = "known_"
	return e.predicate(s.known(t, scope), rowVars{node: node})
}
