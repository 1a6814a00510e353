// Package names makes names comparable: it writes them as a search compares
// them, in whatever script they are. Loaders store what [Keys] makes of an
// entity's names beside them, and the search makes the same of what it is asked.
//
// The way of a name: fold.go takes away what people leave out or write in
// several ways (accents, case, punctuation, traditional characters), pinyin.go
// reads Chinese aloud, and initials.go shortens.
package names

import (
	"strings"
	"unicode"
)

// Forms are those of an entity's names, side by side: item i of each belongs
// to name i. A name that has no such form has an empty item.
type Forms struct {
	Keys     []string // folded, in one piece: nanchanguniversity
	Words    []string // folded, word by word: nanchang university
	Pinyin   []string // of Chinese, in one piece: nanchangdaxue
	Initials []string // of its words or syllables; several forms are split by a space: ncdx
}

// Keys makes the forms of names; of those that langs tells the language of,
// only Chinese ones have pinyin.
func Keys(names, langs []string) Forms {
	n := len(names)
	f := Forms{make([]string, n), make([]string, n), make([]string, n), make([]string, n)}
	for i, name := range names {
		f.Words[i] = Fold(name)
		f.Keys[i] = Join(f.Words[i])
		words := strings.Fields(f.Words[i])
		var said []string
		if i >= len(langs) || langs[i] == "" || strings.HasPrefix(langs[i], "zh") {
			said = syllables(words)
		}
		switch {
		case said != nil:
			f.Pinyin[i], f.Initials[i] = strings.Join(said, ""), firsts(said)
		case !containsScript(words, unicode.Han):
			f.Initials[i] = initials(words)
		}
	}
	return f
}

// Join writes folded words in one piece.
func Join(words string) string { return strings.ReplaceAll(words, " ", "") }
