// Bringing a database back that died while it was in use: killed by the system, or out of memory.

package local

import (
	"context"
	"errors"
	"time"
)

// How often the process is looked for, and how long to wait after a start that failed, at first and at most.
const (
	lookEvery = 2 * time.Second
	firstWait = time.Second
	mostWait  = time.Minute
)

// Revive starts the database again whenever its process has died, until ctx ends. It comes back at its port, so that
// drivers find it. One that was stopped by Stop stays so. Failed starts are told, and tried again less and less often.
func (i *Instance) Revive(ctx context.Context) {
	wait := firstWait
	for pause(ctx, lookEvery) {
		died, err := i.died()
		if err == nil && !died {
			wait = firstWait
			continue
		}
		if err == nil {
			err = i.restart(ctx)
		}
		if err != nil && ctx.Err() == nil {
			i.config.say("%v\nTrying again in %s.", err, wait)
			pause(ctx, wait)
			wait = min(2*wait, mostWait)
		}
	}
}

// died tells whether the process is gone that should run.
func (i *Instance) died() (bool, error) {
	now, err := i.config.readRecord()
	return err == nil && now.PID != 0 && !runs(now.PID, i.config.dir()), err
}

// restart launches the database, unless another process that uses it has done so meanwhile.
func (i *Instance) restart(ctx context.Context) error {
	unlock, err := i.config.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	last, err := i.config.readRecord()
	if err != nil || last.PID == 0 { // stopped
		return err
	}
	if pid, err := find(i.config.dir()); err != nil || pid != 0 {
		return err
	}
	i.config.say("Neo4j has died: starting it again.")
	c := i.config
	c.Port, c.Keep = last.Port, last.Keep
	if _, err := c.launch(ctx, last); err != nil {
		// The record of a failed start says that it was stopped: this is still a database that should run.
		return errors.Join(err, c.writeRecord(last))
	}
	return nil
}

// pause waits; it is false when ctx has ended.
func pause(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}
