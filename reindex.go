package main

// reindex.go is `guanxi reindex`: the keys by which search finds names, anew.

import (
	"context"
	"fmt"
	"os"

	"guanxi/seed"
)

type reindexCommand struct{}

// Run writes the search keys of names that came into the database in another way.
func (c *reindexCommand) Run(ctx context.Context, d *database) error {
	return d.with(ctx, func(db *connection) error {
		progress := newProgress(os.Stderr)
		changed, err := seed.Reindex(ctx, db.driver, db.login.Database, progress.tell)
		progress.done()
		if err != nil {
			return err
		}
		fmt.Fprintf(os.Stderr, "Search keys: %d entities changed.\n", changed)
		return nil
	})
}
