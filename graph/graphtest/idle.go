// Stopping the tests' Neo4j when no test uses it any more. Test processes come and go, and none knows that it is the
// last; so each touches a file while it lives, and a few lines of shell, left behind by the first, ask Neo4j to end when
// the file has not been touched for some minutes.

package graphtest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"guanxi/graph/local"
)

const (
	idleMinutes = 3
	touchEvery  = 30 * time.Second
)

// watch is given the process, the file, the minutes, and the seconds between two looks. Of the watches over one
// process, all but the first end at once. It makes sure that the process is still a Neo4j, since numbers are given
// out again.
const watch = `mkdir "$2.$1" 2>/dev/null || exit 0
trap 'rmdir "$2.$1"' EXIT
while { cat "/proc/$1/cmdline" || ps -o command= -p "$1"; } 2>/dev/null | grep -q CommunityEntryPoint; do
	sleep "$4"
	[ -n "$(find "$2" -mmin "-$3")" ] || kill "$1" 2>/dev/null || :
done`

func usedFile(home string) string { return filepath.Join(home, "used") }

// stayInUse touches the file now and as long as this process lives. (A timer, not a goroutine, which tests that look
// for leaks would find.)
func stayInUse(home string) error {
	if err := os.MkdirAll(home, 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(usedFile(home), []byte("touched by tests that use this Neo4j\n"), 0o600); err != nil {
		return err
	}
	time.AfterFunc(touchEvery, func() { stayInUse(home) })
	return nil
}

// stopWhenIdle leaves a watch behind. Every test process does: the one that started Neo4j may have been killed before
// it came to this.
func stopWhenIdle(home string, neo *local.Instance) error {
	cmd := exec.Command("sh", "-c", watch, "sh", strconv.Itoa(neo.Info().PID), usedFile(home), strconv.Itoa(idleMinutes), "10")
	local.Detach(cmd) // what ends the tests must not end the watch
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("watch over the tests' Neo4j: %w", err)
	}
	return cmd.Process.Release()
}
