package names

// initials.go shortens names to the first letters of their words.

import (
	"strings"
	"unicode/utf8"
)

// small are the words that initials often leave out, in the languages that
// names of institutions come in most.
var small = func() map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(`of and the for in at on to a an de la le les du des d l et en del della dello delle di da do dos das e y el los las
		der die das den dem und fur von zu im am i w na v pri van voor het och`) {
		set[word] = true
	}
	return set
}()

// IsSmall tells whether the word is one that people leave out: of, de, und.
func IsSmall(word string) bool { return small[word] }

// initials gives the first letters of the words: without the small ones, and
// with them where that differs.
func initials(words []string) string {
	var great []string
	for _, word := range words {
		if !small[word] {
			great = append(great, word)
		}
	}
	if len(great) == len(words) {
		return firsts(words)
	}
	return strings.TrimSpace(firsts(great) + " " + firsts(words))
}

// firsts gives the first letters of two words or more; one alone has no
// initials.
func firsts(words []string) string {
	var b strings.Builder
	for _, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		b.WriteRune(first)
	}
	if len(words) < 2 {
		return ""
	}
	return b.String()
}
