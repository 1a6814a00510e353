// Package ror imports the Research Organization Registry (ROR) from a file of
// its records, of schema version 1 or 2.
//
// Each record becomes an organization with the id ror:ID. Of its types,
// education makes an Institution, of kind OTHER since ROR does not tell a
// university from a school, facility an Institution of kind RESEARCH, company an
// Enterprise and government a GovernmentBody; all others are OtherOrganizations.
// Its ids in other registries become Identifiers, its cities and their regions
// Places, and its parents what it is PART_OF. A withdrawn record makes none;
// where it names one successor, its id becomes an Identifier of that.
//
// An organization of another source stays apart, unless one of the record's ids
// is an Identifier of it already: then what ROR states is stated of that one,
// whose name and kind are left alone.
//
// The file is read three times, record by record: survey.go checks all and keeps
// the ids, then new organizations are written, then what they are related to.
// stream.go finds the records, record.go and versions.go read one, and
// statements.go says it in the graph's words.
package ror

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"guanxi/seed"
)

// rowsAtOnce is how many organizations or places are written in one transaction.
const rowsAtOnce = 2000

// A Report is what was imported, and what was left out of it.
type Report struct {
	seed.Report
	Withdrawn int // records that ROR has taken back
	Outside   int // parents and children that are not in the file, or withdrawn
	Disputed  int // ids of other registries that several records claim
}

// Import brings the records of the file, a JSON array or one record a line, packed
// or not (.gz), into the graph. All is read and checked before anything is
// written. Importing the same again changes nothing, and what the file no longer
// says leaves the graph. An import that was interrupted is taken up by running it
// again. Retrieved is the day on which the file was got; if it is zero, the day
// on which the file was written last.
func Import(ctx context.Context, driver neo4j.DriverWithContext, database, file string, retrieved time.Time, progress seed.Progress) (Report, error) {
	if progress == nil {
		progress = func(string, int, int) {}
	}
	if retrieved.IsZero() {
		var err error
		if retrieved, err = written(file); err != nil {
			return Report{}, err
		}
	}
	progress("reading the records", 0, 0)
	s, err := takeSurvey(file)
	if err != nil {
		return Report{}, fmt.Errorf("importing %s: %w\nnothing was imported", file, err)
	}
	if err := seed.Prepare(ctx, driver, database, progress); err != nil {
		return Report{}, err
	}
	if err := seed.LoadCountries(ctx, driver, database); err != nil {
		return Report{}, fmt.Errorf("loading the countries: %w", err)
	}
	i := &importer{ctx: ctx, driver: driver, database: database, progress: progress, survey: s, file: file}
	i.says = says{survey: s, known: dbtype.Date(retrieved)}
	i.total = len(s.places) + len(s.living)
	i.report = Report{Withdrawn: s.withdrawn, Outside: s.outside, Disputed: s.disputed}
	err = i.write()
	seed.Sample(ctx, driver, database)
	return i.report, err
}

// An importer writes in many transactions.
type importer struct {
	ctx      context.Context
	driver   neo4j.DriverWithContext
	database string
	file     string
	progress seed.Progress
	survey   *survey
	says     says
	report   Report
	done     int
	total    int
}

// write writes the source, the places, the organizations, what they are related
// to, and takes out what is there and is in none of these.
func (i *importer) write() error {
	earlier, err := i.earlier()
	if err != nil {
		return err
	}
	if err := i.settle(i.says.source(), 0, true); err != nil {
		return err
	}
	if err := i.places(); err != nil {
		return err
	}
	// A parent must be there before its part, and may come after it in the file.
	fresh := func(o *organization) bool { return !earlier[i.survey.entity(o.id)] }
	if slices.ContainsFunc(slices.Collect(maps.Keys(i.survey.living)), func(id string) bool { return !earlier[i.survey.entity(id)] }) {
		if err := i.organizations(i.says.there, fresh, false); err != nil {
			return err
		}
	}
	if err := i.organizations(i.says.all, func(*organization) bool { return true }, true); err != nil {
		return err
	}
	if err := i.leave(earlier); err != nil {
		return err
	}
	i.progress("importing ROR", i.total, i.total)
	return nil
}

// earlier gives the ids of what the source states already, and finds what the
// identifiers of other sources stand for.
func (i *importer) earlier() (map[string]bool, error) {
	ids, err := seed.Mentioned(i.ctx, i.driver, i.database, sourceID)
	if err != nil {
		return nil, err
	}
	others, err := seed.Identified(i.ctx, i.driver, i.database, sourceID)
	if err != nil {
		return nil, err
	}
	earlier := map[string]bool{}
	for _, id := range ids {
		earlier[id] = true
	}
	return earlier, i.survey.share(i.file, others)
}

// places writes the regions and then the cities, which are part of them.
func (i *importer) places() error {
	for _, kind := range []string{"REGION", "CITY"} {
		ids := slices.Sorted(maps.Keys(i.survey.places))
		ids = slices.DeleteFunc(ids, func(id string) bool { return i.survey.places[id].kind != kind })
		for chunk := range slices.Chunk(ids, rowsAtOnce) {
			if err := i.settle(i.says.places(chunk), len(chunk), true); err != nil {
				return err
			}
		}
	}
	return nil
}

// organizations reads the file and writes what is said of those chosen.
func (i *importer) organizations(say func([]*organization) seed.Statements, chosen func(*organization) bool, last bool) error {
	var some []*organization
	flush := func() error {
		rows := len(some)
		if !last {
			rows = 0
		}
		s := say(some)
		some = some[:0]
		return i.settle(s, rows, last)
	}
	err := eachRecord(i.file, func(o *organization) error {
		if o.withdrawn() || !chosen(o) {
			return nil
		}
		if some = append(some, o); len(some) < rowsAtOnce {
			return nil
		}
		return flush()
	})
	if err == nil && len(some) > 0 {
		err = flush()
	}
	return err
}

// leave takes out what the source stated at an earlier import and states no
// longer.
func (i *importer) leave(earlier map[string]bool) error {
	var gone []string
	for id := range i.survey.living {
		delete(earlier, i.survey.entity(id))
	}
	for id := range earlier {
		if i.survey.places[id] == nil {
			gone = append(gone, id)
		}
	}
	slices.Sort(gone)
	for chunk := range slices.Chunk(gone, rowsAtOnce) {
		if err := i.settle(seed.Statements{Sources: []string{sourceID}, Also: chunk}, 0, true); err != nil {
			return err
		}
	}
	return nil
}

// settle writes some statements; those that a later call makes whole are not
// counted twice.
func (i *importer) settle(s seed.Statements, rows int, last bool) error {
	i.progress("importing ROR", i.done, i.total)
	r, err := seed.Settle(i.ctx, i.driver, i.database, s)
	if err != nil {
		return fmt.Errorf("%w\n%d of %d places and organizations were imported and are kept; run the import again, it takes up from there", err, i.done, i.total)
	}
	if !last {
		r = seed.Report{Created: r.Created, Changed: r.Changed, Removed: r.Removed}
	}
	i.report.Add(r)
	i.done += rows
	return nil
}
