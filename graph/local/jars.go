// Getting Neo4j's jars, once for all homes of a user. A download is made in a folder beside, which takes its name
// only when it is whole, so an interrupted one is never used.

package local

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// Version is that of the managed Neo4j. It is said once more in pom.xml.
const Version = "5.26.30"

// jarsMB is what the jars take: 130 in our cache, and 150 in Maven's repository, which mostly is on the same disk.
const jarsMB = 300

//go:embed pom.xml
var pom []byte

// jars returns the folder of the jars, which it downloads if they are not there.
func (c Config) jars(ctx context.Context) (string, error) {
	// The pom is part of the name, so that another set of jars is another folder.
	home := filepath.Join(c.Cache, fmt.Sprintf("neo4j-%s-%x", Version, sha256.Sum256(pom))[:len("neo4j-"+Version)+9])
	lib := filepath.Join(home, "lib")
	there := func() bool { _, err := os.Stat(lib); return err == nil }
	if there() {
		return lib, nil
	}
	mvn, err := exec.LookPath("mvn")
	if err != nil {
		return "", fmt.Errorf("%w in PATH: Neo4j %s is downloaded with it, once; install it (Debian: apt install maven; macOS: brew install maven), or set NEO4J_URI to a Neo4j of your own", ErrNoMaven, Version)
	}
	if err := os.MkdirAll(c.Cache, 0o755); err != nil {
		return "", fmt.Errorf("folder of Neo4j's jars: %w", explain(err))
	}
	unlock, err := c.waitFor(ctx, home+".lock", "Another guanxi is downloading Neo4j: waiting for it.")
	if err != nil {
		return "", err
	}
	defer unlock()
	if there() {
		return lib, nil
	}
	leftovers, _ := filepath.Glob(home + ".part-*") // of downloads that were killed: the lock is ours
	for _, l := range leftovers {
		os.RemoveAll(l)
	}
	if err := room(c.Cache, jarsMB); err != nil {
		return "", err
	}
	part, err := os.MkdirTemp(c.Cache, filepath.Base(home)+".part-")
	if err != nil {
		return "", fmt.Errorf("folder of Neo4j's jars: %w", explain(err))
	}
	defer os.RemoveAll(part)
	if err := c.download(ctx, mvn, part); err != nil {
		return "", err
	}
	if err := os.Rename(part, home); err != nil {
		return "", fmt.Errorf("folder of Neo4j's jars: %w", err)
	}
	return lib, nil
}

// download lets Maven fill dir/lib.
func (c Config) download(ctx context.Context, mvn, dir string) error {
	if err := os.Chmod(dir, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "pom.xml"), pom, 0o644); err != nil {
		return explain(err)
	}
	lib := filepath.Join(dir, "lib")
	cmd := exec.CommandContext(ctx, mvn, "-B", "-f", filepath.Join(dir, "pom.xml"), "dependency:copy-dependencies", "-DoutputDirectory="+lib)
	cmd.Dir = dir // no .mvn folder of the caller's
	cmd.WaitDelay = 5 * time.Second
	read, write := io.Pipe()
	cmd.Stdout, cmd.Stderr = write, write
	said := make(chan string, 1)
	go func() { said <- c.follow(read) }()
	err := cmd.Run()
	write.Close()
	failure := <-said
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		if strings.Contains(failure, "No space left on device") {
			return fmt.Errorf("%w: %s or Maven's own repository takes no more of Neo4j's jars: free some space and try again\n%s", ErrDiskFull, c.Cache, failure)
		}
		return fmt.Errorf("%w: mvn: %w: this needs the network, once (behind a proxy or mirror: ~/.m2/settings.xml)\n%s", ErrDownload, err, failure)
	}
	for _, name := range []string{"neo4j", "neo4j-server", "cypher-shell"} {
		jar := filepath.Join(lib, name+"-"+Version+".jar")
		if _, err := os.Stat(jar); err != nil {
			return fmt.Errorf("%w: mvn ended well, but did not write %s-%s.jar", ErrDownload, name, Version)
		}
	}
	return nil
}
