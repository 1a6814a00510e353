// Package graphtest gives tests a real Neo4j: one of two that the whole machine has, kept by graph/local in the user's
// cache folder (home.go). The first test that needs it starts it, all others adopt it, whatever package they are in,
// and when none has used it for some minutes it stops (idle.go). Where there is no Java or no Maven to get it with,
// tests are skipped; in CI they fail.
//
//	func TestPartners(t *testing.T) {
//		db := graphtest.Open(t) // empty, and this test's alone until it ends
//		db.Load(t, `CREATE (:Country {id: 'AU'}); CREATE (:Country {id: 'CN'});`)
//		rows := db.Run(t, "MATCH (c:Country) RETURN c.id AS id", nil)
//		…
//	}
//
// A process has one of them, so its tests that change it wait for one another. Subtests share the database of their
// test; a package whose tests all read the same data loads it once, with Shared.
package graphtest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/gofrs/flock"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guanxi/graph/local"
)

// DB is a database that is the caller's alone, and how to enter it.
type DB struct {
	Driver                            neo4j.DriverWithContext
	Database, URI, Username, Password string
}

// Driver returns a driver of the tests' Neo4j, whatever it may hold just now. It is closed when the test ends.
func Driver(tb testing.TB) neo4j.DriverWithContext {
	tb.Helper()
	driver := connect(tb)
	tb.Cleanup(func() { driver.Close(context.Background()) })
	return driver
}

// Open waits until no other test has the database, empties it, and keeps it for the caller until its test ends.
func Open(tb testing.TB) *DB {
	tb.Helper()
	db := take(tb)
	db.wipe(tb)
	return db
}

// Prepared is Open with these constraints and indexes, and no others. Where the test before had the same ones they
// stay, and with them the plans that Neo4j has made: the first statements of a test take no second each.
func Prepared(tb testing.TB, statements ...string) *DB {
	tb.Helper()
	db := take(tb)
	db.prepare(tb, statements)
	return db
}

// take waits until no other test has the database, and keeps it for the caller until its test ends.
func take(tb testing.TB) *DB {
	tb.Helper()
	shared.Lock()
	mine := shared.lock != nil
	shared.Unlock()
	if mine {
		tb.Fatal("this package keeps the database with graphtest.Shared: Open would wait for it, and empty it")
	}
	lock := acquire(tb)
	tb.Cleanup(func() { lock.Unlock() })
	return newDB(tb, Driver(tb))
}

// shared is the database of a package that keeps it to its end.
var shared struct {
	sync.Mutex
	lock *flock.Flock
	db   *DB // nil until it is set up
}

// Shared is Open once for all tests of a package: the first call empties the database and sets it up, and the
// process keeps it until it exits. The tests must leave it as it is; they may run in parallel.
func Shared(tb testing.TB, setUp func(testing.TB, *DB)) *DB {
	tb.Helper()
	shared.Lock()
	defer shared.Unlock() // also when a failing setUp ends its test; the next test then tries again
	if shared.lock == nil {
		shared.lock = acquire(tb)
	}
	if shared.db == nil {
		db := newDB(tb, connect(tb)) // open until the process ends
		db.wipe(tb)
		setUp(tb, db)
		shared.db = db
	}
	return shared.db
}

// start starts or adopts the tests' Neo4j, once a process.
var start = sync.OnceValues(func() (*local.Instance, error) {
	home, err := home()
	if err != nil {
		return nil, err
	}
	if err := stayInUse(home); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), 8*time.Minute)
	defer cancel()
	neo, err := local.Start(ctx, local.Config{Home: home, Keep: true, Heap: "768m", PageCache: "256m", Progress: os.Stderr})
	if err != nil {
		return nil, err
	}
	return neo, stopWhenIdle(home, neo)
})

// instance returns the tests' Neo4j, or ends the test.
func instance(tb testing.TB) *local.Instance {
	tb.Helper()
	neo, err := start()
	if err == nil {
		return neo
	}
	missing := errors.Is(err, local.ErrNoJava) || errors.Is(err, local.ErrJavaVersion) || errors.Is(err, local.ErrNoMaven)
	if missing && os.Getenv("CI") == "" {
		tb.Skipf("needs a real Neo4j: %v", err)
	}
	tb.Fatalf("needs a real Neo4j: %v", err)
	return nil
}

func connect(tb testing.TB) neo4j.DriverWithContext {
	tb.Helper()
	login := instance(tb).Login()
	driver, err := neo4j.NewDriverWithContext(login.URI, neo4j.BasicAuth(login.Username, login.Password, ""))
	if err != nil {
		tb.Fatal(err)
	}
	return driver
}

func newDB(tb testing.TB, driver neo4j.DriverWithContext) *DB {
	login := instance(tb).Login()
	return &DB{Driver: driver, Database: login.Database, URI: login.URI, Username: login.Username, Password: login.Password}
}

// acquire waits for the lock of the one who may change the database. It goes with the process, however that ends.
func acquire(tb testing.TB) *flock.Flock {
	tb.Helper()
	instance(tb)
	home, err := home()
	if err != nil {
		tb.Fatal(err)
	}
	lock := flock.New(filepath.Join(home, "exclusive"))
	if _, err := lock.TryLockContext(context.Background(), 20*time.Millisecond); err != nil {
		tb.Fatalf("lock of the tests' Neo4j: %v", err)
	}
	return lock
}
