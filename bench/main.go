// Command bench measures guanxi side by side with two others over one Neo4j: a server written by hand for every
// operation (the bare driver with the best Cypher we know), and the peer, @neo4j/graphql. It writes docs/benchmarks.md.
//
//	operation.go   what is measured: operations/*.txtar
//	database.go    the graph: Horizon 2020's grants, or a generated one
//	servers.go     the three servers, each a process of its own; bare.go and shape.go are the hand-written one
//	client.go      asking them
//	alike.go       do all three answer alike?
//	measure.go     times, throughput, memory; hits.go: db hits
//	deep.go        what a page costs at any depth of 200,000 agreements
//	judge.go       the bounds; report.go: the document
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"regexp"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	var o options
	flag.BoolVar(&o.short, "short", false, "measure each operation for a second or two, with smaller deep pages")
	flag.StringVar(&o.only, "only", "", "measure only the operations whose name matches this regular expression")
	flag.StringVar(&o.out, "out", "", "the document to write; by default it is printed")
	flag.StringVar(&o.part, "part", "", "measure only one part: servers (the three side by side) or deep (the deep pages)")
	flag.BoolVar(&o.bare, "bare", false, "be the hand-written server (bench starts itself so)")
	flag.Parse()

	run := run
	if o.bare {
		run = func(ctx context.Context, _ options) error { return serveBare(ctx) }
	}
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// options are what the command line asks for.
type options struct {
	short, bare     bool
	only, part, out string
}

// run measures everything and writes the document. A bound that does not hold is an error, after that.
func run(ctx context.Context, o options) error {
	only, err := regexp.Compile(o.only)
	if err != nil {
		return fmt.Errorf("-only: %w", err)
	}
	operations, err := readOperations(only)
	if err != nil {
		return err
	}
	r := &report{Short: o.short, Machine: machine()}
	if o.part != "deep" {
		if err := compare(ctx, o, operations, r); err != nil {
			return err
		}
	}
	if o.part != "servers" {
		if r.Deep, err = measureDeep(ctx, o.short); err != nil {
			return err
		}
	}
	r.judge()
	if err := r.write(o.out); err != nil {
		return err
	}
	if r.failed() {
		return errors.New("not all bounds hold: see the table of bounds")
	}
	return nil
}

// compare measures the three servers over the graph of Horizon 2020.
func compare(ctx context.Context, o options, operations []*operation, r *report) error {
	db, err := openGraph(ctx)
	if err != nil {
		return err
	}
	defer db.close()
	r.Graph = db.graph
	for _, op := range operations {
		if err := op.readValues(ctx, db); err != nil {
			return err
		}
	}

	servers, stop, err := startServers(ctx, db)
	if err != nil {
		return err
	}
	defer stop()
	var different error // all of them, so that they can be looked into at once
	for _, op := range operations {
		if err := op.place(ctx, servers); err != nil {
			return err
		}
		different = errors.Join(different, alike(ctx, op, servers))
	}
	if different != nil {
		return different
	}
	say("All three answer %d operations alike.", len(operations))

	for _, op := range operations {
		m, err := measure(ctx, op, servers, o.short)
		if err != nil {
			return err
		}
		if err := m.countHits(ctx, db); err != nil {
			return err
		}
		say("%-24s %s", op.name, m)
		r.Operations = append(r.Operations, m)
	}
	r.Memory = memory(servers)
	return nil
}

// say tells how far the work is.
func say(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }
