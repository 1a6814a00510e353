package main

// database.go brings up the graphs, each in a Neo4j of its own below the user's cache folder, where they stay loaded for
// the next time.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"guanxi/graph/local"
	"guanxi/seed/cordis"
	"guanxi/seed/generate"
)

// graphDB is a Neo4j that holds one graph.
type graphDB struct {
	graph  string // in words
	driver neo4j.DriverWithContext
	login  local.Login
	own    *local.Instance
}

// A loader fills an empty database.
type loader func(context.Context, neo4j.DriverWithContext, string) error

// cordisFolder is where the tables of Horizon 2020 lie below GUANXI_DATA.
const cordisFolder = "cordis-h2020-2016"

// openGraph opens the graph of Horizon 2020's grants, or one that is generated in its likeness.
func openGraph(ctx context.Context) (*graphDB, error) {
	data := os.Getenv("GUANXI_DATA")
	if data == "" {
		data = filepath.Join("..", "shared", "data")
	}
	folder := filepath.Join(data, cordisFolder)
	if _, err := os.Stat(folder); err == nil {
		return open(ctx, cordisFolder, "the grants of Horizon 2020 to 2016", func(ctx context.Context, driver neo4j.DriverWithContext, database string) error {
			_, err := cordis.Import(ctx, driver, database, folder, nil)
			return err
		})
	}
	return open(ctx, "generated", "a generated graph of the size and spread of Horizon 2020", generated(generate.H2020))
}

func generated(size generate.Size) loader {
	return func(ctx context.Context, driver neo4j.DriverWithContext, database string) error {
		return generate.Load(ctx, driver, database, size, nil)
	}
}

// open starts the Neo4j that keeps the graph of this name, and loads the graph if it is not there yet.
func open(ctx context.Context, name, words string, load loader) (*graphDB, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return nil, err
	}
	own, err := local.Start(ctx, local.Config{Home: filepath.Join(cache, "guanxi", "bench", name), Progress: os.Stderr})
	if err != nil {
		return nil, err
	}
	db := &graphDB{graph: words, own: own, login: own.Login()}
	if db.driver, err = connect(db.login); err == nil {
		err = db.loadOnce(ctx, name, load)
	}
	if err != nil {
		return nil, errors.Join(err, db.close())
	}
	return db, nil
}

// connect makes a driver with the settings of `guanxi serve`.
func connect(login local.Login) (neo4j.DriverWithContext, error) {
	return neo4j.NewDriverWithContext(login.URI, neo4j.BasicAuth(login.Username, login.Password, ""), func(c *config.Config) {
		c.ConnectionAcquisitionTimeout = 3 * time.Second
		c.MaxTransactionRetryTime = 1500 * time.Millisecond
		c.SocketConnectTimeout = 2 * time.Second
		c.TelemetryDisabled = true
	})
}

// loadOnce loads the graph, and leaves a mark that it is whole.
func (db *graphDB) loadOnce(ctx context.Context, name string, load loader) error {
	rows, err := db.read(ctx, "MATCH (m:Meta {id: 'bench'}) RETURN m.graph AS graph", nil)
	if err != nil || len(rows) > 0 {
		return err
	}
	empty, err := generate.Empty(ctx, db.driver, db.login.Database)
	if err != nil {
		return err
	}
	if !empty && name != cordisFolder { // an import takes up from where it was interrupted, a generated graph does not
		return fmt.Errorf("the loading of %s was interrupted: remove the folder of %s", db.graph, db.own.Info().PasswordFile)
	}
	say("Loading %s.", db.graph)
	start := time.Now()
	if err := load(ctx, db.driver, db.login.Database); err != nil {
		return err
	}
	_, err = neo4j.ExecuteQuery(ctx, db.driver, "CREATE (:Meta {id: 'bench', graph: $name})", map[string]any{"name": name},
		neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase(db.login.Database))
	say("Loaded in %.0f s.", time.Since(start).Seconds())
	return err
}

// read runs a statement and gives its rows.
func (db *graphDB) read(ctx context.Context, statement string, params map[string]any) ([]map[string]any, error) {
	result, err := neo4j.ExecuteQuery(ctx, db.driver, statement, params, neo4j.EagerResultTransformer,
		neo4j.ExecuteQueryWithDatabase(db.login.Database), neo4j.ExecuteQueryWithReadersRouting())
	if err != nil {
		return nil, err
	}
	rows := make([]map[string]any, len(result.Records))
	for i, record := range result.Records {
		rows[i] = record.AsMap()
	}
	return rows, nil
}

// close lets go of the database, which stops.
func (db *graphDB) close() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	var err error
	if db.driver != nil {
		err = db.driver.Close(ctx)
	}
	return errors.Join(err, db.own.Stop(ctx))
}
