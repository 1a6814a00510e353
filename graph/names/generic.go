package names

// generic.go knows the words that say of what kind something is, and not which one.

import (
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// generic are the words of names that thousands share, in the languages that names
// of institutions come in most.
var generic = strings.Fields(`university universite universitat universidad universidade universita universiteit universitet universitatea
	univerzita uniwersytet egyetem college institute institut instituto istituto instytut school schule escuela ecole academy academie akademie
	academia technology technical polytechnic science sciences research national international state center centre centro hospital foundation
	fondation stiftung association society company corporation group limited department ministry daxue xueyuan`)

// IsGeneric tells whether the word is one of those, with the typing errors that
// search forgives.
func IsGeneric(word string) bool {
	errors := 0
	switch n := utf8.RuneCountInString(word); {
	case n >= 7:
		errors = 2
	case n >= 5:
		errors = 1
	}
	for _, known := range generic {
		if levenshtein.ComputeDistance(word, known) <= errors {
			return true
		}
	}
	return false
}
