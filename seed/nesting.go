package seed

// nesting.go refuses YAML that is nested deeper than any dossier: the parser's
// memory grows with the square of the depth, and 20 kB of brackets took a gigabyte.

import "github.com/goccy/go-yaml/token"

// deepest is how many lists and mappings may lie within each other, of each way
// to write that, and how far in a line may begin.
const (
	deepest  = 50
	furthest = 200
)

// tooDeep gives the token that goes too deep; nil if none does.
func tooDeep(tokens token.Tokens) *token.Token {
	line, dashes, brackets := 0, 0, 0
	for _, tk := range tokens {
		if tk.Position.Line != line {
			line, dashes = tk.Position.Line, 0
			if tk.Position.Column > furthest && brackets == 0 {
				return tk
			}
		}
		switch tk.Type {
		case token.MappingStartType, token.SequenceStartType:
			brackets++
		case token.MappingEndType, token.SequenceEndType:
			brackets--
		case token.SequenceEntryType, token.MappingKeyType:
			dashes++
		}
		if brackets > deepest || dashes > deepest {
			return tk
		}
	}
	return nil
}
