// Package local keeps a Neo4j Community of guanxi's own, for those who have none: it gets the jars, writes the
// configuration, starts Java, waits until Bolt answers, and stops it again.
//
// Everything that belongs to one database lies in <Home>/neo4j:
//
//	password       the generated password of user neo4j (0600)
//	instance.json  what runs, or ran last: version, port, process (record.go)
//	lock           held while a database is being started or stopped
//	users          share-locked by every process that uses the database
//	conf data logs run …   Neo4j's own
//
// The rule of who stops it: the last user out does, unless it was started to be kept. A process that is killed
// loses its lock with its life, so a database it leaves behind is found by the next Start, by its command line,
// and adopted like any other.
//
// This file is the way in: Start, Status and Stop.
package local

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"time"
)

// Username and Database are those of every managed Neo4j: Community has one user database, and no roles.
const (
	Username = "neo4j"
	Database = "neo4j"
)

// Config says where a managed Neo4j lives and how it is run.
type Config struct {
	Home      string    // folder of guanxi's data; the database lies in its neo4j folder
	Cache     string    // folder of the downloaded jars, shared by all homes; default: guanxi in the user's cache folder
	Port      int       // Bolt's port; 0 means the last one used here, else 7687, else any free one
	Heap      string    // most memory for Java's heap, as -Xmx takes it; default 1g
	PageCache string    // memory for the cached store; default 512m
	Keep      bool      // goes on running when its last user has gone, until Stop
	Progress  io.Writer // told about long steps; nil: silent
}

// Info describes a managed Neo4j to people and to scripts.
type Info struct {
	URI          string `json:"uri"`
	Username     string `json:"username"`
	PasswordFile string `json:"passwordFile"`
	Database     string `json:"database"`
	Version      string `json:"version"`
	Running      bool   `json:"running"`
	PID          int    `json:"-"`
}

// Start makes the database of c.Home answer and returns a use of it: one that runs is adopted, else it is started,
// after getting its jars if they are not there yet. Whoever starts must Stop the instance.
func Start(ctx context.Context, c Config) (*Instance, error) {
	c, err := c.resolve()
	if err != nil {
		return nil, err
	}
	unlock, err := c.lock(ctx)
	if err != nil {
		return nil, err
	}
	defer unlock()

	last, err := c.readRecord()
	if err != nil {
		return nil, err
	}
	pid, err := find(c.dir())
	if err != nil {
		return nil, err
	}
	var now record
	if pid != 0 {
		now, err = c.adopt(ctx, pid, last)
	} else {
		now, err = c.launch(ctx, last)
	}
	if err != nil {
		return nil, err
	}
	return c.use(now, now.PID == pid)
}

// Status tells what runs at c.Home without starting or changing anything. Running means that Bolt's port answers.
func Status(c Config) (Info, error) {
	c, err := c.resolve()
	if err != nil {
		return Info{}, err
	}
	last, err := c.readRecord()
	if err != nil {
		return Info{}, err
	}
	info := c.info(last)
	if info.PID, err = find(c.dir()); err != nil || info.PID == 0 {
		return info, err
	}
	conn, err := net.DialTimeout("tcp", address(last.Port), time.Second)
	if err == nil {
		info.Running = true
		conn.Close()
	}
	return info, nil
}

// Stop ends the database of c.Home, whoever uses it; with none running it does nothing.
func Stop(ctx context.Context, c Config) error {
	c, err := c.resolve()
	if err != nil {
		return err
	}
	if _, err := os.Stat(c.dir()); err != nil {
		return nil // never started here: nothing to stop, and no folder to make
	}
	unlock, err := c.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	return c.end(ctx)
}

// resolve fills in the defaults and makes paths absolute, so that one home has one name.
func (c Config) resolve() (Config, error) {
	if c.Home == "" {
		return c, fmt.Errorf("no home for the database: set GUANXI_HOME")
	}
	home, err := filepath.Abs(c.Home)
	if err != nil {
		return c, fmt.Errorf("home %s: %w", c.Home, err)
	}
	c.Home = realPath(home)
	if c.Cache == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			return c, fmt.Errorf("no folder to keep Neo4j's jars in: %w", err)
		}
		c.Cache = filepath.Join(cache, "guanxi")
	}
	if c.Port < 0 || c.Port > 65535 {
		return c, fmt.Errorf("port %d of the database is not between 0 and 65535", c.Port)
	}
	if c.Heap == "" {
		c.Heap = "1g"
	}
	if c.PageCache == "" {
		c.PageCache = "512m"
	}
	if c.Progress == nil {
		c.Progress = io.Discard
	}
	return c, nil
}

// realPath follows the symbolic links of a path, the end of which need not exist yet.
func realPath(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	if parent := filepath.Dir(path); parent != path {
		return filepath.Join(realPath(parent), filepath.Base(path))
	}
	return path
}

// dir is a path in the database's folder.
func (c Config) dir(parts ...string) string {
	return filepath.Join(append([]string{c.Home, "neo4j"}, parts...)...)
}

// say tells a person what is being done.
func (c Config) say(format string, args ...any) {
	fmt.Fprintf(c.Progress, format+"\n", args...)
}

// info describes the database that a record is about.
func (c Config) info(r record) Info {
	i := Info{Username: Username, PasswordFile: c.dir("password"), Database: Database, Version: Version, PID: r.PID}
	if r.PID != 0 && r.Version != "" {
		i.Version = r.Version // another guanxi may have started it
	}
	if r.Port != 0 {
		i.URI = "bolt://" + address(r.Port)
	}
	return i
}
