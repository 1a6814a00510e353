// Package cordis imports the grants of Horizon 2020 to April 2016 with all
// that took part in them, from the tables of the European Union's CORDIS.
//
// Each project becomes an Agreement of kind GRANT with the id grant:RCN, its
// record number; its reference, which two grants bear twice, is an alias. Each
// organisation has the id pic:CODE, its participant code, or cordis:HASH where
// the tables give a hash instead. What sort of organisation it is follows from
// its activity type: HES and REC are Institutions of kind UNIVERSITY and
// RESEARCH, PRC Enterprises, PUB GovernmentBodies, all others
// OtherOrganizations. Names are kept as they are, broken letters too.
//
// The way of a row can be followed by file names: table reads it, read checks
// and joins it, coordinator tells who leads a project, and statements says it
// in the graph's words.
package cordis

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guanxi/seed"
)

// rowsAtOnce is how many projects or organisations are written in one
// transaction.
const rowsAtOnce = 2000

// Import brings the tables in the folder into the graph. Everything is read
// and checked before anything is written. Importing the same again changes
// nothing, and what the tables no longer say leaves the graph. An import that
// was interrupted is taken up by running it again.
func Import(ctx context.Context, driver neo4j.DriverWithContext, database, folder string, progress seed.Progress) (seed.Report, error) {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return seed.Report{}, fmt.Errorf("%s is no folder; name the folder of the H2020 tables, projects.tsv.gz and the others", folder)
	}
	report, err := ImportFS(ctx, driver, database, os.DirFS(folder), progress)
	if err != nil {
		return report, fmt.Errorf("importing %s: %w", folder, err)
	}
	return report, nil
}

// ImportFS is Import from a file system.
func ImportFS(ctx context.Context, driver neo4j.DriverWithContext, database string, fsys fs.FS, progress seed.Progress) (seed.Report, error) {
	if progress == nil {
		progress = func(string, int, int) {}
	}
	progress("reading the tables", 0, 0)
	d, err := readAll(fsys)
	if err != nil {
		return seed.Report{}, fmt.Errorf("%w\nnothing was imported", err)
	}
	if err := seed.Prepare(ctx, driver, database, progress); err != nil {
		return seed.Report{}, err
	}
	if err := seed.LoadCountries(ctx, driver, database); err != nil {
		return seed.Report{}, fmt.Errorf("loading the countries: %w", err)
	}
	i := &importer{ctx: ctx, driver: driver, database: database, progress: progress}
	err = i.write(d)
	seed.Sample(ctx, driver, database)
	return i.report, err
}

// An importer writes in many transactions.
type importer struct {
	ctx      context.Context
	driver   neo4j.DriverWithContext
	database string
	progress seed.Progress
	report   seed.Report
}

// write writes the source, the projects, the organisations with their part in
// the projects, and takes out what is there and is in none of these.
func (i *importer) write(d *dataset) error {
	total := len(d.projects) + len(d.organisations)
	done := 0
	settle := func(s seed.Statements, rows int) error {
		i.progress("importing CORDIS", done, total)
		r, err := seed.Settle(i.ctx, i.driver, i.database, s)
		if err != nil {
			return fmt.Errorf("%w\n%d of %d projects and organisations were imported and are kept; run the import again, it takes up from there", err, done, total)
		}
		i.report.Add(r)
		done += rows
		return nil
	}
	if err := settle(source(), 0); err != nil {
		return err
	}
	for chunk := range slices.Chunk(d.projects, rowsAtOnce) {
		if err := settle(projectStatements(chunk), len(chunk)); err != nil {
			return err
		}
	}
	for chunk := range slices.Chunk(d.organisations, rowsAtOnce) {
		if err := settle(organisationStatements(chunk), len(chunk)); err != nil {
			return err
		}
	}
	gone, err := i.gone(d)
	if err != nil {
		return err
	}
	for chunk := range slices.Chunk(gone, rowsAtOnce) {
		if err := settle(seed.Statements{Sources: []string{sourceID}, Also: chunk}, 0); err != nil {
			return err
		}
	}
	i.progress("importing CORDIS", total, total)
	return nil
}

// gone are the ids of what the source stated at an earlier import and states
// no longer.
func (i *importer) gone(d *dataset) ([]string, error) {
	kept := map[string]bool{}
	for _, p := range d.projects {
		kept[p.id] = true
	}
	for _, o := range d.organisations {
		kept[o.id] = true
	}
	ids, err := seed.Mentioned(i.ctx, i.driver, i.database, sourceID)
	return slices.DeleteFunc(ids, func(id string) bool { return kept[id] }), err
}
