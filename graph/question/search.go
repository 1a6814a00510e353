package question

// search.go prepares what search.cypher asks: the forms of the query that are
// held against those of names, and the question to the full-text index.

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"guanxi/graph/names"
)

// longestQuery is how many characters a query may have; longer ones would keep
// the index busy.
const longestQuery = 250

// mostWords is how many of a query's words the index is asked for: the longest.
const mostWords = 12

// search are the parameters of search.cypher that are made from the query.
var search = map[string]Prepared{
	"key":    {"query", prepareQuery(func(q *query) any { return q.key })},
	"pinyin": {"query", prepareQuery(func(q *query) any { return q.pinyin })},
	"words":  {"query", prepareQuery(func(q *query) any { return q.words })},
	"grams":  {"query", prepareQuery(func(q *query) any { return q.grams() })},
	"marks":  {"query", prepareQuery(func(q *query) any { return q.marks() })},
	"ids":    {"query", prepareQuery(func(q *query) any { return q.ids() })},
	"close":  {"query", prepareQuery(func(q *query) any { return q.close() })},
	"far":    {"query", prepareQuery(func(q *query) any { return q.far() })},
}

// A query is what is searched for, in the forms that names have.
type query struct {
	text   string
	words  []string
	key    string
	pinyin string // empty if it cannot be any
}

func prepareQuery(form func(*query) any) func(any) (any, error) {
	return func(v any) (any, error) {
		text, _ := v.(string)
		if utf8.RuneCountInString(text) > longestQuery {
			return nil, fmt.Errorf("the text has %d characters and at most %d are searched for; give a name, a part of one or an id", utf8.RuneCountInString(text), longestQuery)
		}
		q := newQuery(text)
		if q.key == "" {
			return nil, fmt.Errorf("%q has no letter and no digit to search for; give a name, a part of one or an id", text)
		}
		return form(q), nil
	}
}

func newQuery(text string) *query {
	folded := names.Fold(text)
	q := &query{text: strings.TrimSpace(text), words: strings.Fields(folded), key: names.Join(folded)}
	if latinPattern.MatchString(q.key) {
		q.pinyin = names.PlainPinyin(q.key)
	}
	return q
}

var latinPattern = regexp.MustCompile(`^[a-z]{2,}$`)

// close asks the index for names that hold all of the query: whole, from the
// start, by initials, by pinyin, or word by word, each with one error at most. The
// text is made of the query's folded letters and digits alone, which mean nothing
// to the index's language.
func (q *query) close() string {
	clauses := []string{
		fmt.Sprintf("searchKeys:%[1]s^40 searchKeys:%[1]s*^12 searchInitials:%[1]s^20", q.key),
	}
	if q.pinyin != "" {
		clauses = append(clauses, fmt.Sprintf("searchPinyin:%[1]s^30 searchPinyin:%[1]s*^12", q.pinyin))
		if len(q.pinyin) >= 4 && names.IsPinyin(q.pinyin) {
			clauses = append(clauses, fmt.Sprintf("searchPinyin:*%s*^6", q.pinyin))
		}
	}
	var every []string
	for _, word := range q.telling() {
		every = append(every, "+("+wordClauses(word, min(edits(word), 1))+")")
	}
	return strings.Join(clauses, " ") + " (" + strings.Join(every, " ") + ")"
}

// far asks the index for names that hold some of the query, with two errors at
// most. The database asks it only where it finds nothing close: it takes longer.
func (q *query) far() string {
	var clauses []string
	if n := edits(q.key); n > 0 && utf8.RuneCountInString(q.key) <= longestKey {
		clauses = append(clauses, fmt.Sprintf("searchKeys:%s~%d^20", q.key, n))
		if q.pinyin != "" {
			clauses = append(clauses, fmt.Sprintf("searchPinyin:%s~%d^20", q.pinyin, n))
		}
	}
	for _, word := range q.telling() {
		clauses = append(clauses, wordClauses(word, edits(word)))
	}
	return strings.Join(clauses, " ")
}

// longestKey is how long a whole name may be to be searched with errors: the time
// that takes grows with it, and longer names have words to be found by.
const longestKey = 12

// wordClauses asks for one word, its beginning, or it with some errors.
func wordClauses(word string, errors int) string {
	clauses := "searchWords:" + word + "^2"
	if utf8.RuneCountInString(word) > 1 {
		clauses += " searchWords:" + word + "*"
	}
	if errors > 0 {
		clauses += fmt.Sprintf(" searchWords:%s~%d", word, errors)
	}
	return clauses
}

// edits is how many typing errors a text of this length may have.
func edits(text string) int {
	switch n := utf8.RuneCountInString(text); {
	case n < 4:
		return 0
	case n < 7:
		return 1
	}
	return 2
}

// telling are the words that tell something: without the small ones, such as of,
// unless there are no others; of many, the longest.
func (q *query) telling() []string {
	words := slices.DeleteFunc(slices.Clone(q.words), names.IsSmall)
	if len(words) == 0 {
		words = slices.Clone(q.words)
	}
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	words = words[:min(len(words), mostWords)]
	slices.Sort(words)
	return slices.Compact(words)
}

// marks are the pieces of each word that tells which one is meant, and not only of
// what kind: a name that has none of these words is another's. Chinese characters,
// each of which is a word to the index, are one.
func (q *query) marks() [][]string {
	marks := [][]string{}
	for _, word := range q.telling() {
		if !names.IsHan(word) && !names.IsGeneric(word) {
			marks = append(marks, q.gramsOf(word))
		}
	}
	if han := names.TellingHan(q.words); len(han) == 1 {
		marks = append(marks, []string{" " + han[0] + " "})
	} else if len(han) > 1 {
		var pairs []string
		for i := range len(han) - 1 {
			pairs = append(pairs, han[i]+" "+han[i+1])
		}
		marks = append(marks, pairs)
	}
	return marks
}

// grams are the pieces of the words that a misspelt name shares with the right
// one.
func (q *query) grams() []string { return q.gramsOf(strings.Join(q.words, " ")) }

// gramsOf gives the pieces of a text: three characters each, or two in short
// queries, with the spaces around.
func (q *query) gramsOf(words string) []string {
	n := 3
	if utf8.RuneCountInString(q.key) < 8 {
		n = 2
	}
	var grams []string
	text := []rune(" " + words + " ")
	for i := 0; i+n <= len(text); i++ {
		grams = append(grams, string(text[i:i+n]))
	}
	slices.Sort(grams)
	return slices.Compact(grams)
}

// registries are the ids that tell by their form which registry they are of.
var registries = []struct {
	form *regexp.Regexp
	ids  []string
}{
	{regexp.MustCompile(`^(?:https?://)?(?:ror\.org/)?(0[a-z0-9]{6}[0-9]{2})$`), []string{"ror:$1"}},
	{regexp.MustCompile(`^(?:https?://)?(?:www\.wikidata\.org/(?:wiki|entity)/)?[Qq]([1-9][0-9]*)$`), []string{"wikidata:Q$1"}},
	{regexp.MustCompile(`^([0-9]{9})$`), []string{"pic:$1"}},
	{regexp.MustCompile(`^grid\.([0-9a-f.]+)$`), []string{"grid:$1"}},
	{regexp.MustCompile(`^([0-9]{4}) ?([0-9]{4}) ?([0-9]{4}) ?([0-9]{3}[0-9X])$`), []string{"isni:$1$2$3$4"}},
}

// ids are those that the query may be: as it is given, and of the registries
// whose ids have its form.
func (q *query) ids() []string {
	ids := []string{q.text}
	for _, r := range registries {
		if m := r.form.FindStringSubmatchIndex(q.text); m != nil {
			for _, id := range r.ids {
				ids = append(ids, string(r.form.ExpandString(nil, id, q.text, m)))
			}
		}
	}
	return ids
}
