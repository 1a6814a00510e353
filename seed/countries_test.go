package seed

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	iso "github.com/biter777/countries"
)

func TestCountries(t *testing.T) {
	all := Countries()
	if len(all) != 250 {
		t.Errorf("%d countries, not the 249 of ISO 3166-1 and Kosovo", len(all))
	}
	if !slices.IsSortedFunc(all, func(a, b Country) int { return strings.Compare(a.Code, b.Code) }) {
		t.Error("the countries are not in the order of their codes")
	}
	names := map[string]string{}
	for _, c := range all {
		if len(c.Code) != 2 || len(c.Code3) != 3 || c.Name == "" || c.Chinese == "" {
			t.Errorf("incomplete: %+v", c)
		}
		for _, name := range append([]string{c.Name, c.Chinese}, c.Aliases...) {
			if other := names[name]; other != "" {
				t.Errorf("%s is the name of %s and of %s", name, other, c.Code)
			}
			names[name] = c.Code
		}
	}
}

// TestCountriesAreThoseOfISO holds our table against another's.
func TestCountriesAreThoseOfISO(t *testing.T) {
	withdrawn := []string{"AN", "YU"}
	for _, c := range iso.All() {
		code, ok := CountryCode(c.Alpha2())
		if slices.Contains(withdrawn, code) {
			continue
		}
		i, found := slices.BinarySearchFunc(Countries(), code, func(c Country, code string) int { return strings.Compare(c.Code, code) })
		if !ok || !found {
			t.Errorf("%s %s is missing", code, c)
		} else if ours := Countries()[i]; ours.Code3 != c.Alpha3() {
			t.Errorf("%s: alpha-3 code %s, not %s", code, ours.Code3, c.Alpha3())
		}
	}
}

// TestChineseNames holds our table against the shared data, where those are.
func TestChineseNames(t *testing.T) {
	data := os.Getenv("GUANXI_DATA")
	if data == "" {
		data = "../../shared/data"
	}
	text, err := os.ReadFile(filepath.Join(data, "countries", "i18n-iso-countries-zh.json"))
	if err != nil {
		t.Skipf("no data to compare with: %v", err)
	}
	var theirs struct{ Countries map[string]string }
	if err := json.Unmarshal(text, &theirs); err != nil {
		t.Fatal(err)
	}
	for _, c := range Countries() {
		if theirs.Countries[c.Code] != c.Chinese {
			t.Errorf("%s: %s, not %s", c.Code, c.Chinese, theirs.Countries[c.Code])
		}
	}
}

func TestCountryCode(t *testing.T) {
	for given, want := range map[string]string{"AU": "AU", "EL": "GR", "UK": "GB", "XK": "XK", "EU": "", "au": "", "": ""} {
		code, ok := CountryCode(given)
		if ok != (want != "") || ok && code != want {
			t.Errorf("%q: %q %v, want %q", given, code, ok, want)
		}
	}
}
