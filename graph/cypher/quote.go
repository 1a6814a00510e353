package cypher

// quote.go writes names and strings so that the database's parser reads back
// exactly what was meant.

import (
	"strings"
	"unicode"
)

// reserved holds the words that are read as something else than a name where
// a name may stand; quoting one needlessly does no harm.
var reserved = map[string]bool{}

func init() {
	for word := range strings.FieldsSeq(`
		all and any as asc ascending by call case collect contains count create
		delete desc descending detach distinct drop else end ends exists explain
		false fieldterminator foreach from in infinity is limit load match merge
		nan none not null of on optional or order profile reduce remove return
		set shortestpath single skip starts then true typed union unwind use
		using when where with xor yield`) {
		reserved[word] = true
	}
}

// Name quotes a label, relationship type, property, variable or parameter
// name with backticks, unless it is a plain word.
func Name(name string) string {
	if plain(name) && !reserved[strings.ToLower(name)] {
		return name
	}
	// The parser reads \uXXXX everywhere, before it looks at quotes: a
	// backslash is therefore written as one itself.
	name = strings.ReplaceAll(name, `\`, `\u005c`)
	return "`" + strings.ReplaceAll(name, "`", "``") + "`"
}

// plain tells whether name is a word of ASCII letters, digits and underscores
// that does not start with a digit.
func plain(name string) bool {
	for i, c := range name {
		letter := c < unicode.MaxASCII && (unicode.IsLetter(c) || c == '_')
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return name != ""
}
