package main

// import.go is `guanxi import`: whole data sets into the graph, beside the dossiers.

import (
	"context"
	"fmt"
	"os"
	"time"

	"guanxi/seed"
	"guanxi/seed/cordis"
	"guanxi/seed/ror"
)

type importCommand struct {
	Cordis importCordis `cmd:"" help:"Load the grants of Horizon 2020, and those who took part in them."`
	Ror    importRor    `cmd:"" name:"ror" help:"Load the Research Organization Registry."`
}

type importCordis struct {
	Dir string `arg:"" help:"The folder of CORDIS's tables: projects.tsv.gz and the others."`
}

// Run imports the tables.
func (c *importCordis) Run(ctx context.Context, d *database) error {
	return d.with(ctx, func(db *connection) error {
		progress := newProgress(os.Stderr)
		report, err := cordis.Import(ctx, db.driver, db.login.Database, c.Dir, progress.tell)
		progress.done()
		if err != nil {
			return err
		}
		printReport("The grants", report)
		return nil
	})
}

// printReport says what a load found and changed.
func printReport(what string, r seed.Report) {
	fmt.Fprintf(os.Stderr, "%s: %d sources, %d entities, %d relationships (%d created, %d changed, %d removed).\n",
		what, r.Sources, r.Entities, r.Relationships, r.Created, r.Changed, r.Removed)
}

type importRor struct {
	File      string    `arg:"" help:"A file of ROR's records, of schema version 1 or 2: a JSON array or a record a line, packed (.gz) or not."`
	Retrieved time.Time `format:"2006-01-02" placeholder:"DAY" help:"The day on which the file was got, YYYY-MM-DD; the day on which it was written last, if this is not given."`
}

// Run imports the records.
func (c *importRor) Run(ctx context.Context, d *database) error {
	return d.with(ctx, func(db *connection) error {
		progress := newProgress(os.Stderr)
		report, err := ror.Import(ctx, db.driver, db.login.Database, c.File, c.Retrieved, progress.tell)
		progress.done()
		if err != nil {
			return err
		}
		printReport("The organizations", report.Report)
		fmt.Fprintf(os.Stderr, "Left out: %d withdrawn records, %d parents and children that are not in the file, %d ids that several records claim.\n",
			report.Withdrawn, report.Outside, report.Disputed)
		return nil
	})
}
