package main

// import.go is `guanxi import`: whole data sets into the graph, beside the dossiers.

import (
	"context"
	"fmt"
	"os"

	"guanxi/seed"
	"guanxi/seed/cordis"
)

type importCommand struct {
	Cordis importCordis `cmd:"" help:"Load the grants of Horizon 2020, and those who took part in them."`
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
