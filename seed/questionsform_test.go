package seed_test

// questionsform_test.go holds the acceptance questions to their form, without a
// database: that their places exist, that they ask about what is there, and that
// where nothing is stated nothing comes back.

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"guanxi/seed"
)

// TestQuestionsForm holds every question to its form, and expects 60 or more, of
// which 20 have nothing stated. An empty answer proves something only where what
// was asked about exists: so every text of a query stands in a dossier.
func TestQuestionsForm(t *testing.T) {
	files, err := seed.Curated()
	if err != nil {
		t.Fatal(err)
	}
	all := questions(t, "testdata/questions")
	none := 0
	for _, q := range all {
		if !strings.HasSuffix(q.text, "?") {
			t.Errorf("%s: the first line is the question, and ends in a question mark", q.path)
		}
		for _, place := range q.places {
			if reason := stands(files, place); reason != "" {
				t.Errorf("%s: %s: %s", q.path, place, reason)
			}
		}
		for _, text := range texts(t, q) {
			if !known(files, text) {
				t.Errorf("%s: the query asks for %q, which no dossier holds", q.path, text)
			}
		}
		if strings.HasPrefix(q.name, "none-") {
			none++
			expectNone(t, q)
		}
	}
	if len(all) < 60 || none < 20 {
		t.Errorf("%d questions, of which %d with nothing stated; want 60 and 20", len(all), none)
	}
}

var paragraphs = regexp.MustCompile(`^([a-z0-9-]+) (¶\d+(?:; ¶\d+)*)$`)

// stands tells what is wrong with a place, such as "report ¶7; ¶15": the source's
// dossier has to take something from each paragraph.
func stands(files []seed.File, place string) string {
	match := paragraphs.FindStringSubmatch(place)
	if match == nil {
		return "write a source's id and its paragraphs, as in jiangxi-conference-2025-report ¶7; ¶15"
	}
	for _, file := range files {
		if !strings.Contains(string(file.Text), "\n  id: "+match[1]+"\n") {
			continue
		}
		for _, paragraph := range strings.Split(match[2], "; ") {
			if !regexp.MustCompile(paragraph + `\b`).Match(file.Text) {
				return "its dossier takes nothing from " + paragraph
			}
		}
		return ""
	}
	return "no dossier is of this source"
}

// texts are the strings that a query is about.
func texts(t *testing.T, q question) []string {
	t.Helper()
	doc, err := parser.ParseQuery(&ast.Source{Name: q.path, Input: q.query})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	var value func(*ast.Value)
	value = func(v *ast.Value) {
		if v.Kind == ast.StringValue {
			found = append(found, v.Raw)
		}
		for _, child := range v.Children {
			value(child.Value)
		}
	}
	var selections func(ast.SelectionSet)
	selections = func(set ast.SelectionSet) {
		for _, s := range set {
			switch s := s.(type) {
			case *ast.Field:
				for _, a := range s.Arguments {
					value(a.Value)
				}
				selections(s.SelectionSet)
			case *ast.InlineFragment:
				selections(s.SelectionSet)
			}
		}
	}
	for _, operation := range doc.Operations {
		selections(operation.SelectionSet)
	}
	for _, fragment := range doc.Fragments {
		selections(fragment.SelectionSet)
	}
	return found
}

var dayOrCountry = regexp.MustCompile(`^(\d{4}-\d\d-\d\d|[A-Z]{2})$`)

func known(files []seed.File, text string) bool {
	for _, file := range files {
		if strings.Contains(string(file.Text), text) {
			return true
		}
	}
	return dayOrCountry.MatchString(text)
}

// expectNone fails where something that a query calls none… came back with
// anything in it.
func expectNone(t *testing.T, q question) {
	t.Helper()
	var data map[string]any
	if err := json.Unmarshal([]byte(q.result), &data); err != nil {
		t.Fatalf("%s: %v", q.path, err)
	}
	asked := 0
	for alias, value := range data {
		if strings.HasPrefix(alias, "none") {
			asked++
			if !empty(value) {
				t.Errorf("%s: %s is to be empty, and is %v", q.path, alias, value)
			}
		}
	}
	if asked == 0 {
		t.Errorf("%s: the query calls nothing none…", q.path)
	}
}

// empty tells whether there is nothing in a value: no item, no count, no text.
func empty(value any) bool {
	switch v := value.(type) {
	case nil:
		return true
	case float64:
		return v == 0
	case []any:
		return len(v) == 0
	case map[string]any:
		for _, child := range v {
			if !empty(child) {
				return false
			}
		}
		return true
	}
	return false
}
