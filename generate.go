package main

// generate.go is `guanxi generate`: a graph of any size that is spread like that of Horizon 2020, to measure with.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"guanxi/seed/generate"
)

type generateCommand struct {
	Organizations int    `default:"12326" placeholder:"N" help:"How many organizations to make (${default})."`
	Agreements    int    `default:"7574" placeholder:"N" help:"How many agreements to make (${default}); each has some four parties, as Horizon 2020's have."`
	Seed          uint64 `default:"1" placeholder:"N" help:"The same seed gives the same graph (${default})."`
	Into          bool   `help:"Add to a database that holds something already."`
}

// Validate refuses sizes of which there is no graph.
func (c *generateCommand) Validate() error {
	switch {
	case c.Organizations < 1:
		return fmt.Errorf("--organizations is %d: there must be one at least", c.Organizations)
	case c.Agreements < 0:
		return fmt.Errorf("--agreements is %d: it cannot be negative", c.Agreements)
	}
	return nil
}

// Run generates the graph.
func (c *generateCommand) Run(ctx context.Context, d *database) error {
	return d.with(ctx, func(db *connection) error {
		if !c.Into {
			empty, err := generate.Empty(ctx, db.driver, db.login.Database)
			if err != nil {
				return err
			}
			if !empty {
				return errors.New("the database is not empty: name an empty one with GUANXI_HOME or NEO4J_URI, or add to this one with --into; nothing was generated")
			}
		}
		start := time.Now()
		progress := newProgress(os.Stderr)
		size := generate.Size{Organizations: c.Organizations, Agreements: c.Agreements, Seed: c.Seed}
		err := generate.Load(ctx, db.driver, db.login.Database, size, progress.tell)
		progress.done()
		if err != nil {
			return err
		}
		fmt.Fprintf(os.Stderr, "Generated %d organizations and %d agreements in %.0f s.\n", c.Organizations, c.Agreements, time.Since(start).Seconds())
		return nil
	})
}
