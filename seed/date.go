package seed

// date.go reads the dates of dossiers. What a source dates only in part is
// kept as the earliest and the latest day that it can mean, and as it is
// written; a date without a year is kept as it is written, and no more.

import (
	"errors"
	"regexp"
	"strings"
	"time"
	"unicode"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// noFrom and noTo stand in a relationship's lists for a first and a last day that
// are not known, because a list in Neo4j holds no null.
var (
	noFrom = dbtype.Date(time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC))
	noTo   = dbtype.Date(time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC))
)

// A PartialDate is a date of which the day, or the day and the month, may be
// missing.
type PartialDate struct {
	Text             string // as it is written
	Earliest, Latest dbtype.Date
	Dated            bool // whether there is a year, and so an earliest and a latest day
}

var (
	datePattern = regexp.MustCompile(`^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$`)
	yearPattern = regexp.MustCompile(`\d{4}`)
)

// ParseDate reads 2025-11-17, 2025-11 or 2025, and a day between two of those,
// 2025-11-17..2025-11, as the Extended Date/Time Format writes it (ISO 8601-2).
// Other text is taken as a date without a year, such as "10 June", as long as no
// year can be seen in it.
func ParseDate(text string) (PartialDate, error) {
	if from, to, between := strings.Cut(text, ".."); between {
		return parseBetween(text, from, to)
	}
	d := PartialDate{Text: text}
	parts := datePattern.FindStringSubmatch(text)
	if parts == nil {
		return d, checkYearless(text)
	}
	layout := [...]string{"2006", "2006-01", "2006-01-02"}[strings.Count(text, "-")]
	day, err := time.Parse(layout, text)
	if err != nil || day.Year() == 0 {
		return d, errors.New("there is no such day; write YYYY-MM-DD, YYYY-MM or YYYY")
	}
	last := day
	switch layout {
	case "2006":
		last = day.AddDate(1, 0, -1)
	case "2006-01":
		last = day.AddDate(0, 1, -1)
	}
	d.Earliest, d.Latest, d.Dated = dbtype.Date(day), dbtype.Date(last), true
	return d, nil
}

// parseBetween reads a day that is not before one date and not after another.
func parseBetween(text, from, to string) (PartialDate, error) {
	first, err := ParseDate(from)
	if err != nil {
		return first, err
	}
	last, err := ParseDate(to)
	if err != nil {
		return last, err
	}
	if !first.Dated || !last.Dated || strings.Contains(to, "..") || !earlier(first.Earliest, last.Latest) {
		return PartialDate{Text: text}, errors.New("write the earlier date, two dots and the later one, such as 2025-11-17..2025-11")
	}
	return PartialDate{Text: text, Earliest: first.Earliest, Latest: last.Latest, Dated: true}, nil
}

// checkYearless refuses text that has a year, which must be written so that
// it can be compared, and text that names no month or season.
func checkYearless(text string) error {
	if yearPattern.MatchString(text) {
		return errors.New("a date with a year is written YYYY-MM-DD, YYYY-MM or YYYY")
	}
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return errors.New(`write YYYY-MM-DD, YYYY-MM or YYYY; a date without a year in words, such as "10 June"`)
	}
	return nil
}

// ParseDay reads a whole date, YYYY-MM-DD.
func ParseDay(text string) (dbtype.Date, error) {
	d, err := ParseDate(text)
	if err != nil || !d.Dated || d.Earliest != d.Latest {
		return dbtype.Date{}, errors.New("a whole date is needed here; write YYYY-MM-DD")
	}
	return d.Earliest, nil
}

func earlier(a, b dbtype.Date) bool { return a.Time().Before(b.Time()) }
