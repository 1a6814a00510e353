package names

// fold.go folds names: what people leave out, or write in several ways, goes.

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

//go:embed simplified.txt
var simplifiedTable string

// simplified maps traditional characters to simplified ones.
var simplified = sync.OnceValue(func() map[rune]rune {
	table := map[rune]rune{}
	for line := range strings.Lines(simplifiedTable) {
		runes := []rune(strings.TrimSpace(line))
		if len(runes) == 0 || runes[0] == '#' {
			continue
		}
		for _, traditional := range runes[1:] {
			table[traditional] = runes[0]
		}
	}
	return table
})

// letters are those that do not come apart into a plain letter and an accent.
var letters = map[rune]string{
	'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'æ': "ae", 'œ': "oe", 'ı': "i", 'ŋ': "n", 'ħ': "h", 'ŧ': "t", 'ə': "e",
	'&': " and ",
}

// Fold writes the name in small letters without accents, its words split by
// single spaces. Each Chinese character is a word and is written as simplified;
// an apostrophe is left out (xian for Xi'an), and all else that is no letter and
// no digit splits words.
func Fold(name string) string {
	var b strings.Builder
	for _, r := range norm.NFKC.String(strip(norm.NFKD.String(cases.Fold().String(name)))) {
		if plain, ok := simplified()[r]; ok {
			r = plain
		}
		switch spelled, ok := letters[r]; {
		case ok:
			b.WriteString(spelled)
		case isApostrophe(r):
		case unicode.Is(unicode.Han, r):
			b.WriteString(" " + string(r) + " ")
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// strip takes the accents away. In other scripts marks are vowels: those stay,
// but for Arabic and Hebrew, where they are left out as a rule.
func strip(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x0300 && r <= 0x036F, r >= 0x0591 && r <= 0x05C7, r >= 0x064B && r <= 0x0652:
			return -1
		}
		return r
	}, text)
}

// isApostrophe tells whether the character stands inside words: a letter that was
// lost on the way (U+FFFD) does, too, and costs one error.
func isApostrophe(r rune) bool {
	switch r {
	case unicode.ReplacementChar, '\'', '’', '‘', 'ʼ', 'ʻ', '`', '´', '′':
		return true
	}
	return false
}
