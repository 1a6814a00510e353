package names

// generic.go knows the words that say of what kind something is, and not which one.

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// generic are the words of names that thousands share, in the languages that names
// of institutions come in most; genericHan the same in Chinese, where a name has no
// spaces.
var (
	generic = strings.Fields(`university universite universitat universidad universidade universita universiteit universitet universitatea
	univerzita uniwersytet egyetem college institute institut instituto istituto instytut school schule escuela ecole academy academie akademie
	academia technology technical polytechnic science sciences research national international state center centre centro hospital foundation
	fondation stiftung association society company corporation group limited department ministry daxue xueyuan`)
	genericHan = regexp.MustCompile(`大学|学院|学校|研究院|研究所|研究中心|中心|医院|有限责任公司|股份有限公司|有限公司|公司|集团|协会|学会|联盟|基金会`)
)

// IsGeneric tells whether the word is one of those, with an error in five letters
// at most, and two in seven.
func IsGeneric(word string) bool {
	errors := 0
	switch n := utf8.RuneCountInString(word); {
	case n >= 7:
		errors = 2
	case n >= 5:
		errors = 1
	}
	return slices.ContainsFunc(generic, func(known string) bool { return levenshtein.ComputeDistance(word, known) <= errors })
}

// IsHan tells whether the word is a Chinese character; Fold makes a word of each.
func IsHan(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.Is(unicode.Han, r)
}

// TellingHan gives those of the words that are Chinese characters, but for what is
// generic; all of them, where nothing else is.
func TellingHan(words []string) []string {
	han := strings.Join(slices.DeleteFunc(slices.Clone(words), func(word string) bool { return !IsHan(word) }), "")
	if own := genericHan.ReplaceAllString(han, ""); own != "" {
		han = own
	}
	return strings.Split(han, "")
}
