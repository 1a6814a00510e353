package graph

// fulltext.go plans and emits the root fields that @fulltext gives a type: its
// nodes by the words in their names, each edge with its score.
//
// The phrase is somebody's words and not a query in Lucene's language: each word
// becomes a quoted term, so that nothing in it is an operator, and what the
// index makes several terms of (南昌大学, Asia-Pacific) has to stand together. As
// in the Neo4j GraphQL Library, one word of several is enough; more score higher.

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"guanxi/graph/cypher"
)

// maxPhrase is how many characters a phrase may have: Lucene takes 1024 terms, and
// each character of a Chinese name is one in each of the index's properties.
const maxPhrase = 200

// byText are the nodes that the index finds for a phrase, and their scores.
type byText struct {
	index  string
	phrase cypher.Param
	labels []string
	first  int // the first of the operation's parameters that is the source's
}

func (byText) source() {}

// describeFulltext makes the root fields that the types' @fulltext name search
// the index. An edge is a map that tells the score.
func (m *model) describeFulltext() error {
	for name := range m.types {
		d := m.schema.Types[name].Directives.ForName("fulltext")
		if d == nil {
			continue
		}
		for _, index := range d.Arguments.ForName("indexes").Value.Children {
			query := index.Value.Children.ForName("queryName").Raw
			f := m.types[m.schema.Query.Name].fields[query]
			if f == nil || !f.connection() || f.arguments["phrase"] == nil {
				return fmt.Errorf("schema: %s: @fulltext names the query %q, which is no connection with a phrase", name, query)
			}
			f.role, f.index = textField, index.Value.Children.ForName("indexName").Raw
			f.rel.link = f.target.fields["edges"].target
		}
	}
	return nil
}

// text plans the field.
func (s *selector) text(f *fieldModel, c collected, scope scope, at place) (value, error) {
	in := s.argument(c.fields[0], f.arguments["phrase"], at)
	from := byText{index: f.index, labels: scope.names(s.nodeType(f).labels), first: len(s.params)}
	from.phrase = s.add(param{slot: in.slot, place: in.place, read: readPhrase})
	return s.rows(f, c, from, scope, at)
}

// readPhrase writes the words as Lucene's quoted terms.
func readPhrase(v any) (any, error) {
	phrase, ok := v.(string)
	if !ok {
		return nil, fmt.Errorf("%v is not a text; put it in quotes", v)
	}
	if n := utf8.RuneCountInString(phrase); n > maxPhrase {
		return nil, fmt.Errorf("the phrase has %d characters and at most %d are allowed; give the words that tell most", n, maxPhrase)
	}
	words := strings.Fields(phrase)
	if len(words) == 0 {
		return nil, fmt.Errorf("the phrase is empty; give a word of a name")
	}
	for i, word := range words {
		words[i] = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(word) + `"`
	}
	return strings.Join(words, " "), nil
}

// search finds what the index has for the phrase.
func (e *emitter) search(from byText, row rowVars, where cypher.Expr) cypher.Query {
	score := cypher.Map{{Key: "score", Value: cypher.Var("score")}}
	return cypher.Query{
		cypher.Verbatim{
			Lines: []string{"CALL db.index.fulltext.queryNodes($index, $phrase) YIELD node, score"},
			Names: map[string]cypher.Expr{"index": cypher.Verb("'" + from.index + "'"), "phrase": from.phrase},
		},
		cypher.With{
			Items: []cypher.Item{{Expr: cypher.Var("node"), As: row.node}, {Expr: score, As: row.rel}},
			Where: flat(cypher.And{cypher.HasLabel{X: row.node, Any: from.labels}, where}),
		},
	}
}
