// What can be wrong with a managed Neo4j, and the reading of its log for the reason why it died.

package local

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"
	"syscall"
)

// Causes, for errors.Is. The error around one says what to do.
var (
	ErrNoJava       = errors.New("no Java")
	ErrJavaVersion  = errors.New("a Java that Neo4j does not take")
	ErrNoMaven      = errors.New("no Maven")
	ErrDownload     = errors.New("Neo4j's jars could not be downloaded")
	ErrPortTaken    = errors.New("port taken")
	ErrDiskFull     = errors.New("disk full")
	ErrStoreVersion = errors.New("a store of another Neo4j")
	ErrStoreInUse   = errors.New("the store is in use")
	ErrPassword     = errors.New("password refused")
	ErrDied         = errors.New("Neo4j did not start")
)

// explain names a full disk, which else hides behind a path and "no space left".
func explain(err error) error {
	if errors.Is(err, syscall.ENOSPC) && !errors.Is(err, ErrDiskFull) {
		return fmt.Errorf("%w: free some space and try again: %w", ErrDiskFull, err)
	}
	return err
}

// room refuses a folder whose disk has fewer than so many MB left. On a full one Neo4j neither starts nor ends.
func room(dir string, mb uint64) error {
	left, err := available(dir)
	if err == nil && left/1e6 < mb {
		return fmt.Errorf("%w: %d MB are left for %s, %d are needed: free some space and try again", ErrDiskFull, left/1e6, dir, mb)
	}
	return nil // a system that does not tell is believed to have room
}

// died tells why Neo4j ended while it started, from what it printed.
func (c Config) died() error {
	path := c.dir("logs", "console.log")
	text, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("%w, and left no log: %w", ErrDied, err)
	}
	return reason(string(text), c.dir(), path)
}

// unopened tells why a server that runs does not open its database. What it says to clients is no reason; that is
// in its debug log.
func (c Config) unopened(said string) error {
	path := c.dir("logs", "debug.log")
	text, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("%w its database: %s", ErrDied, said)
	}
	failure := string(text)
	if at := strings.LastIndex(failure, "Failed to start DatabaseId"); at >= 0 {
		failure = failure[at:]
	}
	if next := regexp.MustCompile(`\n\d{4}-\d\d-\d\d `).FindStringIndex(failure); next != nil {
		failure = failure[:next[0]]
	}
	return reason(failure, c.dir(), path)
}

// reason looks in Neo4j's output for the known causes; of an unknown one it shows the last lines.
func reason(log, dir, path string) error {
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(log, w) {
				return true
			}
		}
		return false
	}
	var cause error
	var advice string
	switch {
	case has("No space left on device"):
		cause, advice = ErrDiskFull, "free some space for "+dir+" and start again"
	case has("PortBindException", "Address already in use"):
		cause, advice = ErrPortTaken, "stop what listens there, or choose another port"
	case has("FileLockException", "Lock file has been locked by another process"):
		cause, advice = ErrStoreInUse, "another Neo4j, not started by guanxi, has opened "+dir+": stop it"
	case has("Unknown store version", "is of a newer version", "store version is not supported", "Unrecognized transaction log format version"):
		cause, advice = ErrStoreVersion, storeAdvice(dir)
	case has("OutOfMemoryError", "Could not reserve enough space", "Invalid maximum heap size", "Not enough memory"):
		cause, advice = ErrDied, "it did not get the memory it was given: choose less heap or page cache"
	default:
		cause, advice = ErrDied, "its whole log is "+path
	}
	return fmt.Errorf("%w: %s\nNeo4j's last words:\n%s", cause, advice, lastWords(log))
}

func storeAdvice(dir string) string {
	return "this guanxi runs Neo4j " + Version + ", which cannot open it: use the guanxi that wrote " + dir + ", or another GUANXI_HOME"
}

// lastWords is the end of a log without Java's stack frames.
func lastWords(log string) string {
	const most = 12
	var words []string
	for line := range strings.Lines(log) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && !strings.HasPrefix(line, "\t") {
			words = append(words, "  "+line)
		}
	}
	if len(words) == 0 {
		return "  (none)"
	}
	return strings.Join(words[max(0, len(words)-most):], "\n")
}
