// The record of what runs, or ran last, at a home (instance.json), and the two locks around it. The record is a
// memory, not the truth: whether a database runs is asked of the system (process.go).

package local

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// record is what instance.json holds. It outlives the process: the next start takes the same port, so that an
// analyst's bookmark and a waiting server find it again.
type record struct {
	Version string    `json:"version"` // of Neo4j, which wrote the store last
	Port    int       `json:"port"`    // Bolt's
	PID     int       `json:"pid"`     // 0: was stopped
	Started time.Time `json:"started"`
	Keep    bool      `json:"keep"` // runs on when its last user has gone
}

// readRecord reads instance.json; with none, the record is empty.
func (c Config) readRecord() (record, error) {
	var r record
	path := c.dir("instance.json")
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return r, nil
	}
	if err != nil {
		return r, fmt.Errorf("record of the database: %w", err)
	}
	if err := json.Unmarshal(text, &r); err != nil {
		return r, fmt.Errorf("record of the database, %s: %w: delete this file and start again", path, err)
	}
	return r, nil
}

// writeRecord replaces instance.json in one step.
func (c Config) writeRecord(r record) error {
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return replaceFile(c.dir("instance.json"), append(text, '\n'))
}

// replaceFile writes a private file whole or not at all.
func replaceFile(path string, text []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*") // 0600
	if err != nil {
		return explain(err)
	}
	_, err = f.Write(text)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
		return explain(err)
	}
	return nil
}

// lock makes the database's folder and takes the lock of those who start and stop it.
func (c Config) lock(ctx context.Context) (unlock func(), err error) {
	if err := os.MkdirAll(c.dir(), 0o700); err != nil {
		return nil, fmt.Errorf("folder of the database: %w", explain(err))
	}
	return c.waitFor(ctx, c.dir("lock"), "Another guanxi is starting or stopping this database: waiting for it.")
}

// waitFor takes the exclusive lock of a file and says why, if it must wait.
func (c Config) waitFor(ctx context.Context, path, why string) (unlock func(), err error) {
	l := flock.New(path, flock.SetPermissions(0o600))
	ok, err := l.TryLock()
	if err == nil && !ok {
		c.say("%s", why)
		_, err = l.TryLockContext(ctx, 100*time.Millisecond)
	}
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", path, explain(err))
	}
	return func() { l.Unlock() }, nil
}
