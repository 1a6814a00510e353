// The Java process: found, started, ended. It is known by its command line, which names the home, and never by a
// number alone: numbers are given out again.

package local

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

const mainClass = "org.neo4j.server.CommunityEntryPoint"

// marker is the part of a command line that only the Neo4j of one folder has.
func marker(dir string) string {
	return mainClass + " --home-dir=" + dir + " --config-dir="
}

// find returns the process of the Neo4j that runs in a folder, 0 if there is none.
func find(dir string) (int, error) {
	if pids, err := filepath.Glob("/proc/[0-9]*"); err == nil && len(pids) > 0 { // Linux; ps may be missing there
		for _, p := range pids {
			pid, _ := strconv.Atoi(filepath.Base(p))
			if runs(pid, dir) {
				return pid, nil
			}
		}
		return 0, nil
	}
	out, err := exec.Command("ps", "-axww", "-o", "pid=,command=").Output()
	if err != nil {
		return 0, fmt.Errorf("looking for a running Neo4j: ps: %w", err)
	}
	for line := range strings.Lines(string(out)) {
		if strings.Contains(line, marker(dir)) {
			return strconv.Atoi(strings.Fields(line)[0])
		}
	}
	return 0, nil
}

// runs tells whether a process is the Neo4j of a folder. One that has ended, reaped or not, is not.
func runs(pid int, dir string) bool {
	line, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
	if err != nil {
		if _, statErr := os.Stat("/proc/self"); statErr == nil {
			return false
		}
		line, err = exec.Command("ps", "-ww", "-o", "command=", "-p", strconv.Itoa(pid)).Output()
		if err != nil {
			return false
		}
	}
	return strings.Contains(strings.ReplaceAll(string(line), "\x00", " "), marker(dir))
}

// spawn starts Neo4j, detached: a Ctrl-C in our terminal is ours to handle, and our death is not its.
func (c Config) spawn(java, jars string) (int, error) {
	if err := os.MkdirAll(c.dir("logs"), 0o700); err != nil {
		return 0, explain(err)
	}
	log, err := os.OpenFile(c.dir("logs", "console.log"), os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return 0, explain(err)
	}
	defer log.Close()
	cmd := exec.Command(java,
		"--add-opens=java.base/java.nio=ALL-UNNAMED",
		"--add-opens=java.base/java.io=ALL-UNNAMED",
		"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
		"-Dio.netty.tryReflectionSetAccessible=true",
		"-Dlog4j2.disable.jmx=true",
		"-Dfile.encoding=UTF-8",
		"-XX:+UseG1GC", "-XX:-OmitStackTraceInFastThrow",
		"-Xmx"+c.Heap,
		// Out of memory, it would go on half alive. Dead, it is started again (revive.go).
		"-XX:+ExitOnOutOfMemoryError",
		"-cp", filepath.Join(jars, "*"),
		mainClass, "--home-dir="+c.dir(), "--config-dir="+c.dir("conf"), "--console-mode")
	cmd.Dir = c.dir()
	cmd.Stdout, cmd.Stderr = log, log // a file, not a pipe: it must outlive us
	Detach(cmd)
	if err := cmd.Start(); err != nil {
		return 0, fmt.Errorf("start %s: %w", java, explain(err))
	}
	// Nobody waits for it: its end is seen in the list of processes, by us and by those who adopt it alike.
	pid := cmd.Process.Pid
	return pid, cmd.Process.Release()
}

// end stops the database and notes it. The caller holds the lock.
func (c Config) end(ctx context.Context) error {
	pid, err := find(c.dir())
	if err != nil {
		return err
	}
	if pid != 0 {
		c.say("Stopping Neo4j.")
		if err := kill(ctx, pid, c.dir()); err != nil {
			return err
		}
	}
	last, err := c.readRecord()
	if err != nil || last.PID == 0 {
		return err
	}
	last.PID, last.Keep = 0, false
	return c.writeRecord(last)
}

// kill asks Neo4j to end, which takes it a checkpoint, and after half a minute, or when ctx is done, makes it end:
// what was acknowledged is in its transaction log either way.
func kill(ctx context.Context, pid int, dir string) error {
	p, err := os.FindProcess(pid)
	if err != nil || !runs(pid, dir) {
		return nil
	}
	if err := p.Signal(terminate); err != nil && runs(pid, dir) {
		return fmt.Errorf("stop Neo4j (process %d): %w", pid, err)
	}
	if !gone(ctx, 30*time.Second, pid, dir) {
		p.Kill()
		if !gone(context.WithoutCancel(ctx), 10*time.Second, pid, dir) {
			return fmt.Errorf("Neo4j (process %d) does not end, even when killed", pid)
		}
	}
	p.Wait() // takes our own child off the list of processes; of another's it is an error
	return nil
}

// gone waits until a process has ended.
func gone(ctx context.Context, limit time.Duration, pid int, dir string) bool {
	for end := time.Now().Add(limit); time.Now().Before(end); {
		if !runs(pid, dir) {
			return true
		}
		select {
		case <-ctx.Done():
			return !runs(pid, dir)
		case <-time.After(50 * time.Millisecond):
		}
	}
	return !runs(pid, dir)
}
