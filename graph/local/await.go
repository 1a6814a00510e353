// Waiting until a database answers, or is known not to.

package local

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
)

const (
	startLimit  = 5 * time.Minute  // until it listens: recovery after a crash takes its time
	answerLimit = time.Minute      // from then until it answers
	askLimit    = 10 * time.Second // for one answer
)

// await waits until the database answers a query, or is known not to.
func (c Config) await(ctx context.Context, now record, password string) error {
	driver, err := neo4j.NewDriverWithContext("bolt://"+address(now.Port), neo4j.BasicAuth(Username, password, ""), func(s *config.Config) {
		s.SocketConnectTimeout = 2 * time.Second
		s.ConnectionAcquisitionTimeout = 5 * time.Second
		s.TelemetryDisabled = true
	})
	if err != nil {
		return err
	}
	defer driver.Close(context.WithoutCancel(ctx))

	limit := time.Now().Add(startLimit)
	for listens := false; time.Now().Before(limit); {
		// Asked before it has its port, we might ask a stranger, who refuses our password.
		if !listens && c.opened() {
			listens = true
			limit = time.Now().Add(answerLimit)
		}
		if listens {
			if final, err := c.ask(ctx, driver); final {
				return err
			}
		}
		if !runs(now.PID, c.dir()) {
			return c.died()
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
	return fmt.Errorf("%w in time: it runs, but does not answer at %s; its logs are in %s", ErrDied, address(now.Port), c.dir("logs"))
}

// opened tells whether Neo4j has written that it listens.
func (c Config) opened() bool {
	log, err := os.ReadFile(c.dir("logs", "console.log"))
	return err != nil || bytes.Contains(log, []byte("INFO  Started."))
}

// ask runs the smallest query. It is final when asking again would change nothing: an answer, a refused password, a
// database that does not open although its server runs.
func (c Config) ask(ctx context.Context, driver neo4j.DriverWithContext) (final bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, askLimit)
	defer cancel()
	_, err = query(ctx, driver, Database, "RETURN 1")
	if err == nil {
		return true, nil
	}
	var refused *neo4j.Neo4jError
	if !errors.As(err, &refused) {
		return false, err
	}
	if strings.HasPrefix(refused.Code, "Neo.ClientError.Security.") {
		return true, fmt.Errorf("%w: the database does not take the one in %s (%s): put the right one there", ErrPassword, c.dir("password"), refused.Code)
	}
	rows, err := query(ctx, driver, "system", "SHOW DATABASE "+Database+" YIELD statusMessage WHERE statusMessage <> ''")
	if err != nil || len(rows) == 0 { // still opening
		return false, err
	}
	return true, c.unopened(fmt.Sprint(rows[0].Values[0]))
}

// query runs a statement once: the driver's managed functions would try again by themselves, and hide the reason.
func query(ctx context.Context, driver neo4j.DriverWithContext, database, text string) ([]*neo4j.Record, error) {
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: database})
	defer session.Close(ctx)
	result, err := session.Run(ctx, text, nil)
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}
