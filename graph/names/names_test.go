package names

// names_test.go compares the forms of names in many scripts.

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"Dubéczi":                  "dubeczi",
		"Xi'an Jiaotong-Liverpool": "xian jiaotong liverpool",
		"Xi’an":                    "xian",
		"STRAẞE, Straße & Ørsted":  "strasse strasse and orsted",
		"Łódź Đà Nẵng İstanbul Kırıkkale": "lodz da nang istanbul kirikkale",
		"江西財經大學":                          "江 西 财 经 大 学",
		"ＩＢＭ中国（北京）":                       "ibm 中 国 北 京",
		"Московский":                      "московскии",
		"でんし ガ":                           "でんし ガ",
		"한국":                              "한국",
		"अखिल भारतीय":                     "अखिल भारतीय",
		" -- ":                            "",
	} {
		if got := Fold(name); got != want {
			t.Errorf("%q folds to %q, want %q", name, got, want)
		}
		if got := Fold(Fold(name)); got != want {
			t.Errorf("%q folded twice is %q", name, got)
		}
	}
}

func TestKeys(t *testing.T) {
	names := []string{"Jiangxi University of Finance and Economics", "江西師範大學", "重庆旅游学院", "東京大学", "電気ガス", "IBM中国", "Xi'an", "CSIC"}
	got := Keys(names, []string{"", "zh-Hant", "zh", "ja", "", "", "", ""})
	want := Forms{
		Keys:     []string{"jiangxiuniversityoffinanceandeconomics", "江西师范大学", "重庆旅游学院", "东京大学", "电気ガス", "ibm中国", "xian", "csic"},
		Words:    []string{"jiangxi university of finance and economics", "江 西 师 范 大 学", "重 庆 旅 游 学 院", "东 京 大 学", "电 気 ガス", "ibm 中 国", "xian", "csic"},
		Pinyin:   []string{"", "jiangxishifandaxue", "chongqingluyouxueyuan", "", "", "ibmzhongguo", "", ""},
		Initials: []string{"jufe juofae", "jxsfdx", "cqlyxy", "", "", "izg", "", ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// FuzzFold holds that a folded name is only letters, digits, marks and single
// spaces, so that it means nothing to the language of the index.
func FuzzFold(f *testing.F) {
	f.Add(`a" OR searchKeys:* ~2 +-!(){}[]^\:/ AND`)
	f.Fuzz(func(t *testing.T, name string) {
		folded := Fold(name)
		if strings.ContainsAny(folded, "+-&|!(){}[]^\"~*?:\\/<>='") || strings.Contains(folded, "  ") || strings.TrimSpace(folded) != folded {
			t.Errorf("%q folds to %q", name, folded)
		}
		Keys([]string{name}, nil)
	})
}

func TestGeneric(t *testing.T) {
	for word, want := range map[string]bool{
		"university": true, "univercity": true, "univresity": true, "universita": true, "tecnology": true, "daxue": true,
		"peking": false, "sydney": false, "unicef": false, "shanghai": false,
	} {
		if IsGeneric(word) != want {
			t.Errorf("%s: want %v", word, want)
		}
	}
	for text, want := range map[string]string{
		"北京大学": "北京", "江西财经大学": "江西财经", "大学": "大学", "南昌大學": "南昌", "Huawei 华为技术有限公司": "华为技术", "Sydney": "",
	} {
		if got := strings.Join(TellingHan(strings.Fields(Fold(text))), ""); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
