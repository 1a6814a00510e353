// A use of a running database: where it answers, how to log in, and letting go of it.

package local

import (
	"context"
	"fmt"
	"sync"

	"github.com/gofrs/flock"
)

// Login is what a client needs to enter a database, a managed one or the user's own.
type Login struct {
	URI, Username, Password, Database string
}

// Instance is one use of a running database.
type Instance struct {
	config   Config
	info     Info
	password string
	adopted  bool
	users    *flock.Flock // shared; nil once stopped
	mu       sync.Mutex
}

// use registers this process as a user of the database that now runs. The caller holds the lock.
func (c Config) use(now record, adopted bool) (*Instance, error) {
	password, err := c.password()
	if err != nil {
		return nil, err
	}
	users := flock.New(c.dir("users"), flock.SetPermissions(0o600))
	// Nobody holds it exclusively but under the lock, which is ours.
	if _, err := users.TryRLock(); err != nil {
		return nil, fmt.Errorf("lock %s: %w", users.Path(), explain(err))
	}
	i := &Instance{config: c, info: c.info(now), password: password, adopted: adopted, users: users}
	i.info.Running = true
	return i, nil
}

// Adopted tells whether the database ran before this process used it.
func (i *Instance) Adopted() bool { return i.adopted }

// Info describes the database.
func (i *Instance) Info() Info { return i.info }

// Password is that of user neo4j.
func (i *Instance) Password() string { return i.password }

// Login is what a driver or a shell enters with.
func (i *Instance) Login() Login {
	return Login{URI: i.info.URI, Username: i.info.Username, Password: i.password, Database: i.info.Database}
}

// Stop ends this use. When it was the last one, and the database was not started to be kept, the database stops
// too. A second call does nothing.
func (i *Instance) Stop(ctx context.Context) error {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.users == nil {
		return nil
	}
	// An interrupted wait must not leave the database without a user who would stop it: closing, we wait on.
	unlock, err := i.config.lock(context.WithoutCancel(ctx))
	if err != nil {
		return err
	}
	defer unlock()
	i.users.Unlock()
	i.users = nil

	now, err := i.config.readRecord()
	if err != nil {
		return err
	}
	if now.Keep {
		return nil
	}
	last := flock.New(i.config.dir("users"), flock.SetPermissions(0o600))
	ok, err := last.TryLock()
	if err != nil || !ok { // others use it
		return err
	}
	defer last.Unlock()
	return i.config.end(ctx)
}
