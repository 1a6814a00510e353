package seed

import "testing"

func TestParseDate(t *testing.T) {
	for _, test := range []struct{ text, earliest, latest, fault string }{
		{"2025-11-17", "2025-11-17", "2025-11-17", ""},
		{"2024-02", "2024-02-01", "2024-02-29", ""},
		{"2025", "2025-01-01", "2025-12-31", ""},
		{"2025-11-17..2025-11", "2025-11-17", "2025-11-30", ""},
		{"2019..2021-03-05", "2019-01-01", "2021-03-05", ""},
		{"2025-11-17..", "", "", `write YYYY-MM-DD, YYYY-MM or YYYY; a date without a year in words, such as "10 June"`},
		{"2025-11..2025-10", "", "", "write the earlier date, two dots and the later one, such as 2025-11-17..2025-11"},
		{"2025..2026..2027", "", "", "write the earlier date, two dots and the later one, such as 2025-11-17..2025-11"},
		{"spring..2025", "", "", "write the earlier date, two dots and the later one, such as 2025-11-17..2025-11"},
		{"10 June", "", "", ""},
		{"spring", "", "", ""},
		{"2025-02-29", "", "", "there is no such day; write YYYY-MM-DD, YYYY-MM or YYYY"},
		{"2025-13", "", "", "there is no such day; write YYYY-MM-DD, YYYY-MM or YYYY"},
		{"0000", "", "", "there is no such day; write YYYY-MM-DD, YYYY-MM or YYYY"},
		{"June 2025", "", "", "a date with a year is written YYYY-MM-DD, YYYY-MM or YYYY"},
		{"06-10", "", "", `write YYYY-MM-DD, YYYY-MM or YYYY; a date without a year in words, such as "10 June"`},
	} {
		d, err := ParseDate(test.text)
		switch {
		case test.fault != "":
			if err == nil || err.Error() != test.fault {
				t.Errorf("%s: got %v, want %s", test.text, err, test.fault)
			}
		case err != nil || d.Text != test.text || d.Dated != (test.earliest != ""):
			t.Errorf("%s: %+v %v", test.text, d, err)
		case d.Dated && (d.Earliest.String() != test.earliest || d.Latest.String() != test.latest):
			t.Errorf("%s: %s to %s, want %s to %s", test.text, d.Earliest, d.Latest, test.earliest, test.latest)
		}
	}
}

func TestValidity(t *testing.T) {
	day := func(text string) PartialDate {
		d, err := ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, test := range []struct{ from, to, wantFrom, wantTo string }{
		{"", "", "0001-01-01", "9999-12-31"},     // what the source does not tell is not made up
		{"2020", "", "2020-01-01", "9999-12-31"}, // it tells since when
		{"", "2030", "0001-01-01", "2030-12-31"}, // and until when
		{"", "2021-05", "0001-01-01", "2021-05-31"},
		{"2020", "2021", "2020-01-01", "2021-12-31"},
	} {
		e := Entry{Known: day("2025-11-20").Earliest}
		if test.from != "" {
			e.ValidFrom = day(test.from).Earliest
		}
		if test.to != "" {
			e.ValidTo = day(test.to).Latest
		}
		if from, to := e.validity(); from.String() != test.wantFrom || to.String() != test.wantTo {
			t.Errorf("%q to %q: %s to %s, want %s to %s", test.from, test.to, from, to, test.wantFrom, test.wantTo)
		}
	}
}
