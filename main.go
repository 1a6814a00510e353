// Command guanxi explores international cooperation in education and industry: it serves the API, loads what goes into
// the graph, and keeps a Neo4j for those who have none.
//
// This file is the grammar of the command; each command has a file of its own.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// commands are what can be asked for. The database's settings apply to all of them.
type commands struct {
	Database database `embed:""`

	Serve    serveCommand    `cmd:"" help:"Load the dossiers and serve the API."`
	Seed     seedCommand     `cmd:"" help:"Load the dossiers."`
	Check    checkCommand    `cmd:"" help:"Name file, line and reason of every fault in dossiers."`
	Query    queryCommand    `cmd:"" help:"Run a GraphQL query from a file and print the answer."`
	Neo4j    neo4jCommand    `cmd:"" name:"neo4j" help:"Start, stop and enter guanxi's own Neo4j."`
	Import   importCommand   `cmd:"" help:"Load a data set."`
	Reindex  reindexCommand  `cmd:"" help:"Write the search keys of names anew, after names were changed by Cypher."`
	Generate generateCommand `cmd:"" help:"Make a graph of any size, to measure with."`
	Version  versionCommand  `cmd:"" help:"Print the version."`
}

// The ways to end, beside 0.
const (
	exitFault       = 1   // what was asked for did not work
	exitUsage       = 2   // it could not be understood
	exitInterrupted = 130 // as shells have it
)

func main() {
	// The first signal asks to stop in order, the second one stops at once.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)

	var c commands
	parser := kong.Must(&c,
		kong.Name("guanxi"),
		kong.Description("A relationship explorer for international cooperation in education and industry."),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(&c.Database),
	)
	command, err := parser.Parse(os.Args[1:])
	if err != nil {
		fmt.Fprintf(os.Stderr, "guanxi: %v\nSee guanxi --help, or guanxi COMMAND --help.\n", err)
		os.Exit(exitUsage)
	}
	if err := command.Run(); err != nil {
		if errors.Is(err, context.Canceled) && ctx.Err() != nil {
			fmt.Fprintln(os.Stderr, "guanxi: interrupted")
			os.Exit(exitInterrupted)
		}
		if !errors.Is(err, errReported) {
			fmt.Fprintln(os.Stderr, "guanxi:", err)
		}
		os.Exit(exitFault)
	}
}

// errReported ends a command that has already said what was wrong.
var errReported = errors.New("reported")
