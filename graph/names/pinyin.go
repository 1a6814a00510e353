package names

// pinyin.go reads Chinese names aloud.

import (
	"strings"
	"sync"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// readings are those that differ from the first one of the dictionary, as they
// come in the names of places and organizations. The longest that fits is taken.
var readings = map[string]string{
	"重庆": "chong qing", "长": "chang", "校长": "xiao zhang", "院长": "yuan zhang", "会长": "hui zhang", "成长": "cheng zhang", "增长": "zeng zhang",
	"厦门": "xia men", "藏": "zang", "音乐": "yin yue", "乐清": "yue qing", "银行": "yin hang", "行业": "hang ye", "央行": "yang hang",
	"都": "du", "会计": "kuai ji", "六安": "lu an", "蚌埠": "beng bu", "番禺": "pan yu", "东莞": "dong guan", "台州": "tai zhou",
	"曲阜": "qu fu", "秘鲁": "bi lu", "大夫": "dai fu", "柏林": "bo lin", "铅山": "yan shan", "涡阳": "guo yang",
}

// longestReading is the length of the longest of readings.
const longestReading = 2

// syllables gives the pinyin of folded words, one for each Chinese character;
// other words stay. There is none for a name without such characters, or one
// whose kana tell that it is Japanese.
func syllables(words []string) []string {
	if !containsScript(words, unicode.Han) || containsScript(words, unicode.Hiragana) || containsScript(words, unicode.Katakana) {
		return nil
	}
	var read []string
	for i := 0; i < len(words); {
		said, n := reading(words[i:])
		read = append(read, said...)
		i += n
	}
	return read
}

// reading reads the first word, or more of them at once.
func reading(words []string) (said []string, n int) {
	for n := min(longestReading, len(words)); n > 0; n-- {
		if said, ok := readings[strings.Join(words[:n], "")]; ok {
			return strings.Fields(said), n
		}
	}
	if said := pinyin.LazyPinyin(words[0], pinyin.NewArgs()); len(said) == 1 {
		return []string{PlainPinyin(said[0])}, 1
	}
	return words[:1], 1
}

// known are all the syllables that there are.
var known = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for character := range pinyin.PinyinDict {
		for _, said := range pinyin.LazyPinyin(string(rune(character)), pinyin.NewArgs()) {
			set[PlainPinyin(said)] = true
		}
	}
	return set
})

const longestSyllable = 6

// IsPinyin tells whether the text can be read as syllables of pinyin, the last of
// which may be begun only.
func IsPinyin(text string) bool {
	reached := make([]bool, len(text)+1)
	reached[0] = true
	for i := range text {
		for n := 1; reached[i] && n <= longestSyllable && i+n <= len(text); n++ {
			if known()[text[i:i+n]] {
				reached[i+n] = true
			}
		}
	}
	for n := 0; n < longestSyllable && n < len(text); n++ {
		if reached[len(text)-n] {
			return true
		}
	}
	return false
}

// PlainPinyin writes ü, which keyboards have at v, as u: lu for lv.
func PlainPinyin(syllables string) string { return strings.ReplaceAll(syllables, "v", "u") }

func containsScript(words []string, script *unicode.RangeTable) bool {
	for _, word := range words {
		for _, r := range word {
			if unicode.Is(script, r) {
				return true
			}
		}
	}
	return false
}
