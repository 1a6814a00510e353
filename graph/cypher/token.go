package cypher

// token.go splits hand-written Cypher just far enough to tell names from
// strings and comments, so that a statement from a file or a directive can be
// adapted without a chance of touching the wrong text.

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Kind tells what a token is.
type Kind int

// The kinds of token.
const (
	Symbol    Kind = iota // one character of punctuation
	Word                  // a keyword or a name
	Quoted                // a string or a name in backticks
	Parameter             // $name
	Space                 // white space
	Comment
)

// A Token is a piece of a statement; joined, they are the statement.
type Token struct {
	Kind Kind
	Text string
}

// Tokens splits text. Whatever it does not know is a Symbol.
func Tokens(text string) []Token {
	var tokens []Token
	for text != "" {
		kind, n := next(text)
		tokens = append(tokens, Token{kind, text[:n]})
		text = text[n:]
	}
	return tokens
}

func next(text string) (Kind, int) {
	first, size := utf8.DecodeRuneInString(text)
	switch {
	case strings.HasPrefix(text, "//"):
		return Comment, until(text, "\n", 0)
	case strings.HasPrefix(text, "/*"):
		return Comment, until(text, "*/", 2)
	case first == '\'' || first == '"':
		return Quoted, closing(text, byte(first), true)
	case first == '`':
		return Quoted, closing(text, '`', false)
	case unicode.IsSpace(first):
		return Space, run(text, unicode.IsSpace)
	case isWord(first):
		return Word, run(text, isWord)
	case first == '$' && len(text) > 1:
		if n := run(text[1:], isWord); n > 0 {
			return Parameter, 1 + n
		}
	}
	return Symbol, size
}

func isWord(c rune) bool { return c == '_' || unicode.IsLetter(c) || unicode.IsDigit(c) }

func run(text string, in func(rune) bool) int {
	if n := strings.IndexFunc(text, func(c rune) bool { return !in(c) }); n >= 0 {
		return n
	}
	return len(text)
}

func until(text, end string, keep int) int {
	if n := strings.Index(text[keep:], end); n >= 0 {
		return keep + n + keep
	}
	return len(text)
}

// closing finds the end of a quoted piece; a doubled quote reads as two
// pieces, which joined are the same text.
func closing(text string, quote byte, escapes bool) int {
	for i := 1; i < len(text); i++ {
		switch {
		case escapes && text[i] == '\\':
			i++
		case text[i] == quote:
			return i + 1
		}
	}
	return len(text)
}
