package main

// database.go finds the database that a command works on: the one that NEO4J_URI names, or else guanxi's own, which is
// started where it does not run.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"guanxi/graph/local"
)

// database holds the settings of the database.
type database struct {
	Home     string `env:"GUANXI_HOME" default:".guanxi" placeholder:"DIR" help:"Where guanxi keeps its data, its own Neo4j among it (${default})."`
	URI      string `name:"neo4j-uri" env:"NEO4J_URI" placeholder:"URI" help:"A Neo4j to use in place of guanxi's own."`
	Username string `name:"neo4j-username" env:"NEO4J_USERNAME" default:"neo4j" placeholder:"NAME" help:"Its user (${default})."`
	Password string `name:"neo4j-password" env:"NEO4J_PASSWORD" placeholder:"TEXT" help:"The user's password; others on this machine can see it unless it is given in the environment."`
	Name     string `name:"neo4j-database" env:"NEO4J_DATABASE" placeholder:"NAME" help:"Its database, if not the default one."`
}

// connection is an opened database.
type connection struct {
	driver neo4j.DriverWithContext
	login  local.Login
	own    *local.Instance // nil for a database that is not ours
}

// local is guanxi's own Neo4j, which tells the terminal of long steps.
func (d *database) local() local.Config {
	return local.Config{Home: d.Home, Progress: os.Stderr}
}

// foreign reports whether the database is not guanxi's own.
func (d *database) foreign() bool { return d.URI != "" }

// open connects to the database, and starts it if it is guanxi's own. Whoever opens must close.
func (d *database) open(ctx context.Context) (*connection, error) {
	c := &connection{login: local.Login{URI: d.URI, Username: d.Username, Password: d.Password, Database: d.Name}}
	if !d.foreign() {
		own, err := local.Start(ctx, d.local())
		if err != nil {
			return nil, err
		}
		c.own, c.login = own, own.Login()
	}
	var err error
	if c.driver, err = connect(ctx, c.login); err != nil {
		return nil, errors.Join(err, c.close(ctx))
	}
	return c, nil
}

// with opens the database for the time of work.
func (d *database) with(ctx context.Context, work func(*connection) error) error {
	db, err := d.open(ctx)
	if err != nil {
		return err
	}
	return errors.Join(work(db), db.close(ctx))
}

// Times of the driver. Its own are 60 s, 30 s and 5 s: a request would hang for a minute before it learns that the
// database is gone, and is to learn it within 5 s. The driver tries again after some 2 s, and then after 4 s more if
// the time for retries has not passed by then: 3 s were measured to be 5.8 s.
const (
	acquisitionTime = 3 * time.Second
	retryTime       = 1500 * time.Millisecond
	connectTime     = 2 * time.Second
)

// connect makes a driver, and sees whether the database answers it.
func connect(ctx context.Context, to local.Login) (neo4j.DriverWithContext, error) {
	driver, err := neo4j.NewDriverWithContext(to.URI, neo4j.BasicAuth(to.Username, to.Password, ""), func(c *config.Config) {
		c.ConnectionAcquisitionTimeout = acquisitionTime
		c.MaxTransactionRetryTime = retryTime
		c.SocketConnectTimeout = connectTime
		c.TelemetryDisabled = true
	})
	if err != nil {
		return nil, fmt.Errorf("NEO4J_URI is %q: %w", to.URI, err)
	}
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: to.Database, AccessMode: neo4j.AccessModeRead})
	defer session.Close(ctx)
	result, err := session.Run(ctx, "RETURN 1", nil)
	if err == nil {
		_, err = result.Consume(ctx)
	}
	if err == nil {
		return driver, nil
	}
	_ = driver.Close(ctx)
	return nil, explain(err, to)
}

// What a Neo4j says that answers, and cannot be used.
var (
	errRefused  = errors.New("does not let")
	errUnusable = errors.New("cannot be used")
)

// explain says why a database cannot be used, and what to do.
func explain(err error, to local.Login) error {
	var answer *neo4j.Neo4jError
	var token *neo4j.TokenExpiredError
	switch {
	case errors.As(err, &token), errors.As(err, &answer) && answer.IsAuthenticationFailed():
		return fmt.Errorf("Neo4j at %s %w %s in: check NEO4J_USERNAME and NEO4J_PASSWORD", to.URI, errRefused, to.Username)
	case errors.As(err, &answer):
		return fmt.Errorf("Neo4j at %s %w: %s", to.URI, errUnusable, answer.Msg)
	}
	return fmt.Errorf("Neo4j at %s does not answer: see that it runs, and that NEO4J_URI is right (%w)", to.URI, err)
}

// revive has guanxi's own Neo4j started again whenever it dies, until ctx ends or the returned function is called, which
// waits for the end of that. Another's database is not ours to start.
func (c *connection) revive(ctx context.Context) (stop func()) {
	if c.own == nil {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		c.own.Revive(ctx)
	}()
	return func() {
		cancel()
		<-done
	}
}

// stopTime is how long guanxi's own Neo4j may take to stop.
const stopTime = 30 * time.Second

// close lets go of the database, and stops it if it was started for this. It does so after ctx has ended, too.
func (c *connection) close(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
	defer cancel()
	var err error
	if c.driver != nil {
		err = c.driver.Close(ctx)
	}
	if c.own != nil {
		err = errors.Join(err, c.own.Stop(ctx))
	}
	return err
}
