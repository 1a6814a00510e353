package main

// seed.go is `guanxi seed` and `guanxi check`: dossiers into the graph, and what is wrong with them.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"guanxi/seed"
)

type seedCommand struct {
	Paths []string `arg:"" optional:"" name:"files" help:"Dossiers of your own, or folders of them, to load beside the curated ones that come with guanxi."`
	Prune bool     `help:"Take out of the graph what was loaded before from dossiers that are not among these."`
}

// Run loads the dossiers.
func (c *seedCommand) Run(ctx context.Context, d *database) error {
	return d.with(ctx, func(db *connection) error {
		err := load(ctx, db, c.Paths, c.Prune)
		if gone, ok := errors.AsType[goneError](err); ok {
			return fmt.Errorf("%w: name their folder, too, or give --prune to take them out of the graph; nothing was loaded", gone)
		}
		return err
	})
}

// A goneError names sources in the graph whose dossiers are not among those to be loaded: they would be lost.
type goneError []string

func (e goneError) Error() string {
	return fmt.Sprintf("the graph holds dossiers that are not among these (%s)", strings.Join(e, ", "))
}

// load loads the curated dossiers and those at the paths. It refuses to lose others, unless it is told to prune.
func load(ctx context.Context, db *connection, paths []string, prune bool) error {
	dossiers, err := check(paths)
	if err != nil {
		return err
	}
	if !prune {
		gone, err := seed.Gone(ctx, db.driver, db.login.Database, dossiers)
		if err != nil {
			return err
		}
		if len(gone) > 0 {
			return goneError(gone)
		}
	}
	progress := newProgress(os.Stderr)
	report, err := seed.Load(ctx, db.driver, db.login.Database, dossiers, progress.tell)
	progress.done()
	if err != nil {
		return err
	}
	printReport("The dossiers", report)
	return nil
}

type checkCommand struct {
	Paths []string `arg:"" optional:"" name:"files" help:"Dossiers, or folders of them; without any, seed/dossiers here, or else the curated ones that come with guanxi."`
}

// curatedFolder is where the dossiers lie in a clone.
const curatedFolder = "seed/dossiers"

// Run checks, and prints a line for each fault.
func (c *checkCommand) Run() error {
	paths := c.Paths
	if _, err := os.Stat(curatedFolder); err == nil && len(paths) == 0 {
		paths = []string{curatedFolder}
	}
	_, faults, err := findFaults(paths)
	if err != nil {
		return err
	}
	if err := tell(faults, "in the dossiers"); err != nil {
		return err
	}
	fmt.Println("No faults.")
	return nil
}

// tell prints faults, a line each.
func tell(faults seed.Faults, where string) error {
	if len(faults) == 0 {
		return nil
	}
	fmt.Fprintf(os.Stderr, "%v\nguanxi: %d faults %s\n", faults, len(faults), where)
	return errReported
}

// check reads the dossiers that shall be loaded: there must be no fault in any.
func check(paths []string) (*seed.Dossiers, error) {
	dossiers, faults, err := findFaults(paths)
	if err != nil {
		return nil, err
	}
	if err := tell(faults, "in the dossiers; nothing was loaded"); err != nil {
		return nil, err
	}
	if dossiers == nil {
		return nil, fmt.Errorf("other dossiers in the same folder have faults: see guanxi check %s", filepath.Dir(paths[0]))
	}
	return dossiers, nil
}

func findFaults(paths []string) (*seed.Dossiers, seed.Faults, error) {
	curated, err := seed.Curated()
	if err != nil {
		return nil, nil, err
	}
	if len(paths) > 0 {
		return seed.CheckPaths(curated, paths...)
	}
	return seed.Check(curated)
}
