package main

// neo4j.go is `guanxi neo4j`: guanxi's own Neo4j, by itself.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"

	"guanxi/graph/local"
)

type neo4jCommand struct {
	Start  neo4jStart  `cmd:"" help:"Start it, and leave it running."`
	Stop   neo4jStop   `cmd:"" help:"Stop it."`
	Status neo4jStatus `cmd:"" help:"Print where it is and whether it runs."`
	Shell  neo4jShell  `cmd:"" help:"Open a Cypher shell, for reading unless told otherwise."`
}

// errForeign refuses to start or stop what is not ours.
var errForeign = errors.New("NEO4J_URI is set, so that guanxi keeps no Neo4j of its own: unset it, or start and stop yours by its own means")

type neo4jStart struct{}

// Run starts the database so that it outlives this command.
func (*neo4jStart) Run(ctx context.Context, d *database) error {
	if d.foreign() {
		return errForeign
	}
	c := d.local()
	c.Keep = true
	instance, err := local.Start(ctx, c)
	if err != nil {
		return err
	}
	printInfo(instance.Info())
	return instance.Stop(ctx) // ends our use of it, not the database
}

type neo4jStop struct{}

// Run stops the database, whoever uses it.
func (*neo4jStop) Run(ctx context.Context, d *database) error {
	if d.foreign() {
		return errForeign
	}
	return local.Stop(ctx, d.local())
}

type neo4jStatus struct {
	JSON bool `help:"Print JSON: uri, username, passwordFile, database, version, running."`
}

// Run prints the state of the database, of whomever it is.
func (c *neo4jStatus) Run(ctx context.Context, d *database) error {
	info, err := d.status(ctx)
	if err != nil {
		return err
	}
	if c.JSON {
		return printJSON(info)
	}
	printInfo(info)
	return nil
}

// status describes the database without starting it.
func (d *database) status(ctx context.Context) (local.Info, error) {
	if !d.foreign() {
		return local.Status(d.local())
	}
	info := local.Info{URI: d.URI, Username: d.Username, Database: d.Name}
	driver, err := connect(ctx, local.Login{URI: d.URI, Username: d.Username, Password: d.Password, Database: d.Name})
	if err != nil {
		fmt.Fprintln(os.Stderr, "guanxi:", err)
		info.Running = errors.Is(err, errRefused) || errors.Is(err, errUnusable) // it answered
		return info, nil
	}
	defer driver.Close(ctx)
	info.Running = true
	if server, err := driver.GetServerInfo(ctx); err == nil {
		info.Version = server.Agent()
	}
	return info, nil
}

// printInfo describes the database to a person.
func printInfo(info local.Info) {
	state := "does not run"
	if info.Running {
		state = "runs"
	}
	line := func(what, value string) {
		if value != "" {
			fmt.Printf("%-9s %s\n", what, value)
		}
	}
	line("Neo4j", info.Version+" "+state)
	line("Bolt", info.URI)
	line("user", info.Username)
	if info.PasswordFile != "" {
		line("password", "in "+info.PasswordFile)
	}
	line("database", info.Database)
}

type neo4jShell struct {
	Write bool     `help:"Allow writing."`
	Args  []string `arg:"" optional:"" passthrough:"" help:"More arguments for cypher-shell, such as a statement."`
}

// Run gives the terminal to cypher-shell.
func (c *neo4jShell) Run(ctx context.Context, d *database) error {
	return d.with(ctx, func(db *connection) error {
		// Ctrl-C is for the shell, which ends a statement by it and not the session.
		interrupts := make(chan os.Signal, 1)
		signal.Notify(interrupts, os.Interrupt)
		defer signal.Stop(interrupts)

		shell, err := local.Shell(context.WithoutCancel(ctx), d.local(), db.login, c.Write, c.Args...)
		if err != nil {
			return err
		}
		shell.Stdin, shell.Stdout, shell.Stderr = os.Stdin, os.Stdout, os.Stderr
		err = shell.Run()
		if _, ok := errors.AsType[*exec.ExitError](err); ok {
			return errReported // by the shell
		}
		return err
	})
}
