// Bringing a database up: one that does not run is launched, one that runs is adopted.

package local

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"text/template"
	"time"
)

// storeMB is what a new database and its first transaction log take, and some breath.
const storeMB = 100

//go:embed neo4j.conf
var confText string

var confTemplate = template.Must(template.New("neo4j.conf").Parse(confText))

// launch starts a database that does not run.
func (c Config) launch(ctx context.Context, last record) (record, error) {
	if err := c.checkVersion(last); err != nil {
		return last, err
	}
	if err := room(c.dir(), storeMB); err != nil {
		return last, err
	}
	java, err := findJava(ctx)
	if err != nil {
		return last, err
	}
	jars, err := c.jars(ctx)
	if err != nil {
		return last, err
	}
	password, err := c.password()
	if err != nil {
		return last, err
	}
	if err := c.writeAuth(password); err != nil {
		return last, err
	}
	for try := 1; ; try++ {
		now, err := c.launchAt(ctx, java, jars, password, last.Port)
		// Between our look at a free port and Neo4j's use of it, ten seconds pass in which another may take it.
		if errors.Is(err, ErrPortTaken) && c.Port == 0 && try < 3 {
			continue
		}
		return now, err
	}
}

// launchAt makes one attempt, at a port that is free now.
func (c Config) launchAt(ctx context.Context, java, jars, password string, lastPort int) (record, error) {
	began := time.Now()
	now := record{Version: Version, Started: began.UTC().Truncate(time.Second), Keep: c.Keep}
	var err error
	if now.Port, err = c.choosePort(lastPort); err != nil {
		return now, err
	}
	if err := c.writeConf(now.Port); err != nil {
		return now, err
	}
	// Written before there is a process, so that one whose starter is killed can be asked at its port.
	if err := c.writeRecord(now); err != nil {
		return now, err
	}
	c.say("Starting Neo4j %s at bolt://%s", Version, address(now.Port))
	if now.PID, err = c.spawn(java, jars); err != nil {
		return now, err
	}
	err = c.writeRecord(now)
	if err == nil {
		err = c.await(ctx, now, password)
	}
	if err != nil {
		return now, errors.Join(err, c.end(context.WithoutCancel(ctx)))
	}
	c.say("Neo4j is ready after %.1f s.", time.Since(began).Seconds())
	return now, nil
}

// adopt takes over a database that runs, started by another process which may have gone since.
func (c Config) adopt(ctx context.Context, pid int, last record) (record, error) {
	if last.Port == 0 {
		// Its record was deleted: nobody knows where it listens.
		if err := c.end(ctx); err != nil {
			return last, err
		}
		return c.launch(ctx, last)
	}
	if c.Port != 0 && c.Port != last.Port {
		return last, fmt.Errorf("the database of %s runs at port %d already, not at %d: stop it first, or leave the port out", c.Home, last.Port, c.Port)
	}
	password, err := c.password()
	if err != nil {
		return last, err
	}
	now := last
	now.PID, now.Keep = pid, last.Keep || c.Keep
	if err := c.await(ctx, now, password); err != nil {
		if ctx.Err() != nil || errors.Is(err, ErrPassword) {
			return last, err
		}
		if err := c.end(ctx); err != nil { // it runs and does not answer
			return last, err
		}
		return c.launch(ctx, last)
	}
	if now != last {
		return now, c.writeRecord(now)
	}
	return now, nil
}

func (c Config) writeConf(port int) error {
	var text bytes.Buffer
	if err := confTemplate.Execute(&text, map[string]any{"Port": port, "PageCache": c.PageCache}); err != nil {
		return err
	}
	if err := os.MkdirAll(c.dir("conf"), 0o700); err != nil {
		return explain(err)
	}
	return replaceFile(c.dir("conf", "neo4j.conf"), text.Bytes())
}

// checkVersion refuses the store of a later Neo4j. One of an earlier 5.x is brought up to date by Neo4j itself.
func (c Config) checkVersion(last record) error {
	if last.Version == "" || !c.hasStore() || !later(last.Version, Version) {
		return nil
	}
	return fmt.Errorf("%w: %s was written by Neo4j %s; %s", ErrStoreVersion, c.dir("data"), last.Version, storeAdvice(c.dir()))
}

// later compares major and minor; patches share their store.
func later(a, b string) bool {
	var major, minor [2]int
	for i, v := range []string{a, b} {
		fmt.Sscanf(v, "%d.%d", &major[i], &minor[i])
	}
	return major[0] > major[1] || major[0] == major[1] && minor[0] > minor[1]
}
