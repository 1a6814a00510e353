package seed_test

// questionsdoc_test.go writes docs/questions.md: the root questions of the API
// with their statements and costs (questionscost_test.go), and the acceptance
// questions. Without UPDATE it proves that the file is fresh but for the costs.

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

const (
	document      = "../docs/questions.md"
	rootQuestions = "../schema/questions.graphqls"
)

// TestQuestionsDocument compares docs/questions.md with what its sources say.
func TestQuestionsDocument(t *testing.T) {
	old, err := os.ReadFile(document)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	hits := readCosts(string(old))
	if os.Getenv("UPDATE") != "" {
		measureAll(t, hits)
	}
	var b strings.Builder
	b.WriteString(`# Questions

What can be asked, and what has been asked. The first part is the reference of the root questions: what each answers, its arguments, its statement, and what it costs. The second part lists the acceptance questions, which people ask in words, with what the five first documents say to each.

This file is written by ` + "`make questions`" + ` from the schema, from graph/question and from seed/testdata/questions; a test fails where it is not fresh.

## Root questions

A statement stands here as its file has it. A line that ends in ` + "`//? with !kinds`" + ` is part of it only where ` + "`with`" + ` is given and ` + "`kinds`" + ` is not; ` + "`$any($kinds)`" + ` is spelled out as the labels or types that the list names. What an operation selects below a question is compiled around it into one and the same statement.

A cost is the database hits of the whole operation, counted by PROFILE: on the curated dossiers, and on the Horizon 2020 grants alone (12,326 organizations, 7,574 agreements, 31,868 participations). It differs from run to run with the plan that Neo4j finds, on the few nodes of the dossiers above all.

`)
	writeRootQuestions(t, &b, hits)
	writeAcceptance(t, &b)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(document, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(old), b.String()); diff != "" {
		t.Errorf("%s is not fresh; run `make questions`:\n%s", document, diff)
	}
}

// writeRootQuestions writes a section for each field of Query that is declared by
// hand.
func writeRootQuestions(t *testing.T, b *strings.Builder, hits costs) {
	t.Helper()
	text, err := os.ReadFile(rootQuestions)
	if err != nil {
		t.Fatal(err)
	}
	schema, err := parser.ParseSchema(&ast.Source{Name: rootQuestions, Input: string(text)})
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range schema.Definitions.ForName("Query").Fields {
		fmt.Fprintf(b, "### %s\n\n%s It answers `%s`.\n\n", field.Name, field.Description, field.Type)
		b.WriteString("| argument | type | if not given | meaning |\n|---|---|---|---|\n")
		for _, a := range field.Arguments {
			preset := "null"
			switch {
			case a.DefaultValue != nil:
				preset = "`" + a.DefaultValue.String() + "`"
			case a.Type.NonNull:
				preset = "required"
			}
			fmt.Fprintf(b, "| %s | `%s` | %s | %s |\n", a.Name, a.Type, preset, a.Description)
		}
		b.WriteString("\n")
		writeStatement(t, b, field)
		if len(examples[field.Name]) == 0 {
			t.Errorf("%s has no example of what it costs: add one to examples in questionscost_test.go", field.Name)
		}
		b.WriteString("| on | operation | db hits |\n|---|---|---|\n")
		for _, e := range examples[field.Name] {
			fmt.Fprintln(b, hits.row(e))
		}
		b.WriteString("\n")
	}
}

// writeStatement writes the Cypher of a question; one that Go computes has none
// of its own.
func writeStatement(t *testing.T, b *strings.Builder, field *ast.FieldDefinition) {
	t.Helper()
	directive := field.Directives.ForName("question")
	if directive == nil || directive.Arguments.ForName("file") == nil {
		b.WriteString("It is computed from what it reads in the same transaction.\n\n")
		return
	}
	name := directive.Arguments.ForName("file").Value.Raw
	text, err := os.ReadFile("../graph/question/" + name)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(b, "[graph/question/%s](../graph/question/%s):\n\n```cypher\n%s\n```\n\n", name, name, strings.TrimSpace(string(text)))
}

// topics are the acceptance questions' topics, by how their names begin, in the
// order of the document; the last one takes what no other does.
var topics = []struct{ prefix, title string }{
	{"lookup-", "Looking things up"},
	{"list-", "Lists"},
	{"partners-", "Partners"},
	{"provenance-", "Who says so, where, and how firmly"},
	{"event-", "Events"},
	{"people-", "People"},
	{"figure-", "Numbers"},
	{"timeline-", "When"},
	{"common-", "In common"},
	{"docking-", "Whom to approach"},
	{"coverage-", "What was read"},
	{"day-", "On a day"},
	{"none-", "Nothing is stated"},
	{"", "All together"},
}

// writeAcceptance writes a table of questions for each topic.
func writeAcceptance(t *testing.T, b *strings.Builder) {
	t.Helper()
	all := questions(t, "testdata/questions")
	fmt.Fprintf(b, "## Acceptance questions\n\n%d questions and what the documents say to them, each with the operation that asks it and the whole answer that must come. A test asks them all of the curated dossiers. A locator `¶7` is the document's seventh paragraph.\n", len(all))
	done := map[string]bool{}
	for _, topic := range topics {
		fmt.Fprintf(b, "\n### %s\n\n| question | answer | stands in | asked and answered |\n|---|---|---|---|\n", topic.title)
		for _, q := range all {
			if done[q.name] || !strings.HasPrefix(q.name, topic.prefix) {
				continue
			}
			done[q.name] = true
			fmt.Fprintf(b, "| %s | %s | %s | [%s](../seed/%s) |\n", q.text, q.answer, strings.Join(q.places, "; "), q.name, q.path)
		}
	}
}
