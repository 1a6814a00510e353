// cypher-shell, for analysts. It comes with the jars of the managed Neo4j and enters any other one as well.

package local

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
)

// Shell returns the command that opens cypher-shell, for the caller to give a terminal and run; more arguments go
// to it as they are. It asks the database for reading only, unless write is set. The password goes by the
// environment, since every user of the machine can read arguments.
func Shell(ctx context.Context, c Config, to Login, write bool, args ...string) (*exec.Cmd, error) {
	c, err := c.resolve()
	if err != nil {
		return nil, err
	}
	java, err := findJava(ctx)
	if err != nil {
		return nil, err
	}
	jars, err := c.jars(ctx)
	if err != nil {
		return nil, err
	}
	mode := "read"
	if write {
		mode = "write"
	}
	all := []string{"-cp", filepath.Join(jars, "*"), "org.neo4j.shell.Main",
		"--address", to.URI, "--username", to.Username, "--access-mode", mode}
	if to.Database != "" {
		all = append(all, "--database", to.Database)
	}
	cmd := exec.CommandContext(ctx, java, append(all, args...)...)
	cmd.Env = append(os.Environ(), "NEO4J_PASSWORD="+to.Password)
	return cmd, nil
}
