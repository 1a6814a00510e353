package main

// serve.go is `guanxi serve`: it brings up all that an answer needs, prints where to ask, and takes it down again.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"syscall"
	"time"

	"guanxi/graph"
	"guanxi/schema"
	"guanxi/server"
	"guanxi/web"
)

type serveCommand struct {
	Listen   string   `env:"GUANXI_LISTEN" default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where to listen (${default})."`
	Origins  []string `name:"cors" env:"GUANXI_CORS" placeholder:"ORIGIN" help:"Origins whose pages may call, such as https://example.org, or *."`
	Frames   []string `env:"GUANXI_FRAMES" placeholder:"ORIGIN" help:"Whose pages may show the explorer in a frame, * for any, none for none. By default any, but on this machine only those of this machine."`
	Hosts    []string `env:"GUANXI_HOSTS" placeholder:"NAME" help:"Names to answer to beside localhost, while listening on this machine only."`
	Dossiers []string `env:"GUANXI_DOSSIERS" placeholder:"DIR" help:"Folders of dossiers to load beside those that come with guanxi."`
	Matches  bool     `help:"Let filters use regular expressions (matches), whose cost cannot be bounded."`
	Seed     bool     `negatable:"" default:"true" help:"Load the dossiers first (on by default)."`
	Trusted  string   `env:"GUANXI_TRUSTED" placeholder:"PATH" help:"Run only the documents of this .graphql file, .json manifest of hash and document, or folder of such."`
	Debug    bool     `env:"GUANXI_DEBUG" help:"Tell plan and Cypher to all who ask for them, not only on this machine."`
	Bounds   bounds   `embed:"" prefix:"max-" envprefix:"GUANXI_MAX_" group:"What one request may ask:"`
}

// Run serves until ctx ends.
func (c *serveCommand) Run(ctx context.Context, d *database) error {
	// The port first: that it is taken should not be told after a minute's work.
	listener, err := c.listen(ctx)
	if err != nil {
		return err
	}
	defer listener.Close()

	return d.with(ctx, func(db *connection) error {
		if c.Seed {
			err := load(ctx, db, c.Dossiers, false)
			if gone, ok := errors.AsType[goneError](err); ok {
				fmt.Fprintf(os.Stderr, "guanxi: %v: the dossiers stay as they were loaded; name their folder with --dossiers, or see guanxi seed --prune\n", gone)
			} else if err != nil {
				return err
			}
		}
		s, err := c.server(ctx, db)
		if err != nil {
			return err
		}
		defer db.revive(ctx)()
		announce(os.Stdout, listener.Addr(), db)
		defer fmt.Println("Stopping.")
		return s.Serve(ctx, listener)
	})
}

// listen takes the port.
func (c *serveCommand) listen(ctx context.Context) (net.Listener, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", c.Listen)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("%s is taken by another program, or another guanxi: end that, or choose another with --listen or GUANXI_LISTEN", c.Listen)
	case err != nil:
		return nil, fmt.Errorf("cannot listen on %s, set by --listen or GUANXI_LISTEN: %w", c.Listen, err)
	}
	return listener, nil
}

// server puts the engine behind HTTP.
func (c *serveCommand) server(ctx context.Context, db *connection) (*server.Server, error) {
	api, err := schema.Load()
	if err != nil {
		return nil, err
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	engine, err := graph.New(api, db.driver, c.Bounds.graph(graph.Options{Database: db.login.Database, Matches: c.Matches}))
	if err != nil {
		return nil, err
	}
	go engine.Watch(ctx, time.Minute, func(err error) { log.Warn(err.Error()) })
	o := server.Options{
		Schema: api, SDL: schema.SDL, Engine: engine,
		Origins: c.Origins, Frames: c.Frames, Hosts: c.Hosts,
		Debug: c.Debug, Limits: c.Bounds.server(), Timeout: c.Bounds.Time, Logger: log,
	}
	if c.Trusted != "" {
		if o.Trusted, err = server.LoadTrusted(c.Trusted, api); err != nil {
			return nil, err
		}
	}
	if pages, built := web.Files(); built {
		o.Pages = pages
	}
	return server.New(o)
}

// announce prints where to ask, and how to log in.
func announce(w io.Writer, listening net.Addr, db *connection) {
	address := "http://" + reachable(listening)
	fmt.Fprintf(w, "\nGuanxi is ready.\n\n")
	line := func(what, where string) { fmt.Fprintf(w, "  %-10s %s\n", what, where) }
	line("Explorer", address+"/")
	line("GraphiQL", address+"/graphiql")
	line("GraphQL", address+"/graphql")
	line("Schema", address+"/schema.graphql")
	if db.own != nil {
		info := db.own.Info()
		line("Bolt", info.URI)
		line("", fmt.Sprintf("user %s, password in %s", info.Username, info.PasswordFile))
		line("", os.Args[0]+" neo4j shell opens a Cypher shell in read mode")
	} else {
		line("Neo4j", db.login.URI)
	}
	fmt.Fprintf(w, "\nCtrl-C stops it.\n\n")
}

// reachable is the address that this machine can call: one that listens everywhere is called as localhost.
func reachable(a net.Addr) string {
	tcp, ok := a.(*net.TCPAddr)
	if !ok || !tcp.IP.IsUnspecified() {
		return a.String()
	}
	return fmt.Sprintf("localhost:%d", tcp.Port)
}
