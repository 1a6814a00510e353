//go:build linux || darwin

// The life of one database, with a real Neo4j: shared, killed, orphaned, adopted, kept, stopped, refused. It is one
// test of many steps, because each start takes seconds.

package local

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func TestMain(m *testing.M) {
	if home := os.Getenv("LOCAL_TEST_STARTER"); home != "" {
		starter(home)
		return
	}
	os.Exit(m.Run())
}

// starter is another guanxi: it starts the database once for each line that it is given, and never stops it.
func starter(home string) {
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		i, err := Start(context.Background(), Config{Home: home, Heap: "512m", PageCache: "64m"})
		if err != nil {
			fmt.Println(0, false, err)
			continue
		}
		fmt.Println(i.Info().PID, i.Adopted())
	}
}

// other is our end of a starter.
type other struct {
	cmd *exec.Cmd
	in  io.Writer
	out *bufio.Reader
}

func newOther(t *testing.T, home string) *other {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), "LOCAL_TEST_STARTER="+home)
	in, _ := cmd.StdinPipe()
	out, _ := cmd.StdoutPipe()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	return &other{cmd, in, bufio.NewReader(out)}
}

func (o *other) ask() { fmt.Fprintln(o.in, "start") }

func (o *other) answer(t *testing.T) (pid int, adopted bool) {
	t.Helper()
	line, err := o.out.ReadString('\n')
	if n, _ := fmt.Sscan(line, &pid, &adopted); n != 2 || pid == 0 || err != nil {
		t.Fatalf("the other guanxi: %s %v", line, err)
	}
	return pid, adopted
}

// needNeo4j skips where there is no Java or no Maven, but not in CI.
func needNeo4j(t *testing.T, c Config) {
	t.Helper()
	_, err := findJava(t.Context())
	if err == nil {
		_, err = c.jars(t.Context())
	}
	switch {
	case err == nil:
	case os.Getenv("CI") == "" && (errors.Is(err, ErrNoJava) || errors.Is(err, ErrJavaVersion) || errors.Is(err, ErrNoMaven)):
		t.Skip(err)
	default:
		t.Fatal(err)
	}
}

func TestLife(t *testing.T) {
	home := t.TempDir()
	c := resolved(t, home)
	c.Heap, c.PageCache = "512m", "64m"
	needNeo4j(t, c)
	ctx := t.Context()
	t.Cleanup(func() { Stop(context.Background(), c) })
	start := func() *Instance {
		t.Helper()
		i, err := Start(ctx, c)
		if err != nil {
			t.Fatal(err)
		}
		return i
	}
	running := func(want bool) int {
		t.Helper()
		info, err := Status(c)
		if err != nil || info.Running != want {
			t.Fatalf("running: %+v, %v", info, err)
		}
		return info.PID
	}

	step(t, "an interrupted start leaves nothing behind")
	short, cancel := context.WithTimeout(ctx, 2*time.Second)
	_, err := Start(short, c)
	cancel()
	if pid, _ := find(c.dir()); pid != 0 || !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("%v, and process %d", err, pid)
	}

	step(t, "two starts at once share one database")
	peer := newOther(t, home)
	peer.ask()
	mine := start()
	pid, adopted := peer.answer(t)
	if mine.Info().PID != pid || mine.Adopted() == adopted {
		t.Fatalf("mine %+v adopted %v, the other's %d adopted %v", mine.Info(), mine.Adopted(), pid, adopted)
	}
	running(true)
	if group, err := syscall.Getpgid(pid); err != nil || group != pid {
		t.Fatalf("a Ctrl-C here would reach it: its group is %d, %v", group, err)
	}
	wantPrivate(t, mine.Info().PasswordFile)
	wantLoopbackOnly(t, mine)
	wantSettings(t, mine)

	step(t, "what was acknowledged survives kill -9 of Neo4j")
	acknowledged := writeUntilKilled(t, mine)

	step(t, "its port is taken meanwhile: it takes another")
	taken := takePort(t, mine.Info().URI)
	peer.ask()
	if pid, adopted = peer.answer(t); adopted {
		t.Fatal("a dead database was adopted")
	}
	taken.Close()
	again := start()
	if !again.Adopted() || again.Info().PID != pid || again.Info().URI == mine.Info().URI {
		t.Fatalf("%+v after %+v", again.Info(), mine.Info())
	}
	if n := count(t, again); n < acknowledged {
		t.Fatalf("%d rows of %d acknowledged ones are left", n, acknowledged)
	}

	step(t, "it goes on while another uses it")
	if err := errors.Join(mine.Stop(ctx), again.Stop(ctx), again.Stop(ctx)); err != nil {
		t.Fatal(err)
	}
	running(true)

	step(t, "the orphan of a killed guanxi is adopted")
	peer.cmd.Process.Kill()
	peer.cmd.Wait()
	if running(true) != pid {
		t.Fatal("it is another process")
	}
	began := time.Now()
	orphan := start()
	t.Logf("adopted in %v", time.Since(began))
	if orphan.Info().PID != pid || !orphan.Adopted() {
		t.Fatalf("%+v", orphan.Info())
	}

	step(t, "one that dies in use comes back where it was, and one that is stopped does not")
	wantRevived(t, orphan)

	step(t, "cypher-shell reads, and writes when asked to")
	wantShell(t, c, orphan)

	step(t, "a running database is not moved, nor entered with a wrong password")
	moved := c
	moved.Port = 1
	if _, err := Start(ctx, moved); err == nil || !strings.Contains(err.Error(), "stop it first") {
		t.Fatalf("%v", err)
	}
	password, _ := os.ReadFile(c.dir("password"))
	os.WriteFile(c.dir("password"), []byte("wrong"), 0o600)
	_, err = Start(ctx, c)
	wantError(t, err, ErrPassword, c.dir("password"))
	os.WriteFile(c.dir("password"), password, 0o600)

	step(t, "a kept database outlives its users, until it is stopped")
	keep := c
	keep.Keep = true
	kept, err := Start(ctx, keep)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(kept.Stop(ctx), orphan.Stop(ctx)); err != nil {
		t.Fatal(err)
	}
	running(true)
	began = time.Now()
	if err := errors.Join(Stop(ctx, c), Stop(ctx, c)); err != nil {
		t.Fatal(err)
	}
	t.Logf("stopped in %v", time.Since(began))
	running(false)

	step(t, "a store that a later Neo4j has written is refused")
	last, _ := c.readRecord()
	last.Version = "2025.01.0"
	if err := c.writeRecord(last); err != nil {
		t.Fatal(err)
	}
	_, err = Start(ctx, c)
	wantError(t, err, ErrStoreVersion, "2025.01.0", "GUANXI_HOME")
	os.Remove(c.dir("instance.json")) // and now Neo4j itself must tell
	log, err := os.OpenFile(c.dir("data", "transactions", "neo4j", "neostore.transaction.db.0"), os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	log.WriteAt([]byte{99}, 0) // the format's version
	log.Close()
	_, err = Start(ctx, c)
	wantError(t, err, ErrStoreVersion, "Unrecognized transaction log format version")
	running(false)
}

var stepBegan = time.Now()

func step(t *testing.T, name string) {
	t.Helper()
	t.Logf("%5.1f s  %s", time.Since(stepBegan).Seconds(), name)
}

func open(t *testing.T, i *Instance) neo4j.DriverWithContext {
	t.Helper()
	driver, err := neo4j.NewDriverWithContext(i.Info().URI, neo4j.BasicAuth(Username, i.Password(), ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { driver.Close(context.Background()) })
	return driver
}

func count(t *testing.T, i *Instance) int64 {
	t.Helper()
	rows, err := query(t.Context(), open(t, i), Database, "MATCH (r:Row) RETURN count(r)")
	if err != nil {
		t.Fatal(err)
	}
	return rows[0].Values[0].(int64)
}

// writeUntilKilled writes row after row, kills Neo4j in the midst of it, and returns how many were acknowledged.
func writeUntilKilled(t *testing.T, i *Instance) int64 {
	t.Helper()
	var rows atomic.Int64
	done := make(chan struct{})
	driver := open(t, i)
	go func() {
		defer close(done)
		for {
			if _, err := query(context.Background(), driver, Database, "CREATE (:Row)"); err != nil {
				return
			}
			rows.Add(1)
		}
	}()
	for rows.Load() < 100 {
		select {
		case <-done:
			t.Fatal("no rows can be written")
		case <-time.After(10 * time.Millisecond):
		}
	}
	if err := syscall.Kill(i.Info().PID, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	<-done
	if !gone(t.Context(), 10*time.Second, i.Info().PID, i.config.dir()) {
		t.Fatal("it does not die")
	}
	t.Logf("%d rows acknowledged", rows.Load())
	return rows.Load()
}

// wantRevived kills Neo4j and waits for the next.
func wantRevived(t *testing.T, i *Instance) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); i.Revive(ctx) }()
	rows, driver := count(t, i), open(t, i)
	if err := syscall.Kill(i.Info().PID, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	gone(t.Context(), 10*time.Second, i.Info().PID, i.config.dir())
	back := func() bool {
		_, err := query(t.Context(), driver, Database, "RETURN 1")
		return err == nil
	}
	for try := 0; !back(); try++ {
		if try == 3000 {
			t.Fatal("it does not come back")
		}
		time.Sleep(100 * time.Millisecond)
	}
	if n := count(t, i); n != rows {
		t.Errorf("%d rows of %d are left", n, rows)
	}
	cancel()
	<-done
	if died, err := i.died(); died || err != nil {
		t.Errorf("died: %v, %v", died, err)
	}
	last, _ := i.config.readRecord()
	stopped := last
	stopped.PID = 0
	if err := i.config.writeRecord(stopped); err != nil {
		t.Fatal(err)
	}
	if died, err := i.died(); died || err != nil {
		t.Errorf("stopped, and died: %v, %v", died, err)
	}
	if err := i.config.writeRecord(last); err != nil {
		t.Fatal(err)
	}
}

// takePort listens where a Neo4j did, which lets go of its port a moment after it has gone.
func takePort(t *testing.T, uri string) net.Listener {
	t.Helper()
	for try := 0; ; try++ {
		l, err := net.Listen("tcp", strings.TrimPrefix(uri, "bolt://"))
		if err == nil {
			return l
		}
		if try == 100 {
			t.Fatal(err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// wantLoopbackOnly calls the database at this machine's other addresses.
func wantLoopbackOnly(t *testing.T, i *Instance) {
	t.Helper()
	port := i.Info().URI[strings.LastIndex(i.Info().URI, ":")+1:]
	all, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range all {
		ip := a.(*net.IPNet).IP
		if ip.IsLoopback() || ip.IsLinkLocalUnicast() {
			continue
		}
		if conn, err := net.DialTimeout("tcp", net.JoinHostPort(ip.String(), port), time.Second); err == nil {
			conn.Close()
			t.Errorf("it answers at %s", ip)
		}
	}
}

// wantSettings holds what keeps others out against what the database says of itself, and tries it.
func wantSettings(t *testing.T, i *Instance) {
	t.Helper()
	driver := open(t, i)
	for name, want := range map[string]string{
		"server.http.enabled":                           "false",
		"server.https.enabled":                          "false",
		"dbms.usage_report.enabled":                     "false",
		"dbms.security.auth_enabled":                    "true",
		"dbms.security.allow_csv_import_from_file_urls": "false",
		"server.config.strict_validation.enabled":       "true",
		"db.memory.transaction.max":                     "256.00MiB",
	} {
		rows, err := query(t.Context(), driver, Database, "SHOW SETTINGS '"+name+"' YIELD value")
		if err != nil || len(rows) != 1 || rows[0].Values[0] != want {
			t.Errorf("%s is not %s: %v, %v", name, want, rows, err)
		}
	}
	inside, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer inside.Close()
	for _, from := range []string{"file:///etc/hosts", "http://" + inside.Addr().String() + "/x.csv"} {
		if _, err := query(t.Context(), driver, Database, "LOAD CSV FROM '"+from+"' AS row RETURN row"); err == nil || !strings.Contains(err.Error(), "Neo.ClientError") {
			t.Errorf("%s was read: %v", from, err)
		} else {
			t.Log(err)
		}
	}
}

func wantShell(t *testing.T, c Config, i *Instance) {
	t.Helper()
	run := func(write bool, text string) (string, error) {
		cmd, err := Shell(t.Context(), c, i.Login(), write, "--format", "plain")
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(strings.Join(cmd.Args, " "), i.Password()) {
			t.Fatal("the password is an argument")
		}
		cmd.Stdin = strings.NewReader(text)
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	if out, err := run(false, "RETURN 40 + 2 AS x;"); err != nil || !strings.Contains(out, "42") {
		t.Errorf("reading: %v %s", err, out)
	}
	if out, err := run(false, "CREATE (:Row);"); err == nil || !strings.Contains(strings.ToLower(out), "read access mode") {
		t.Errorf("writing in read mode: %v %s", err, out)
	}
	if out, err := run(true, "CREATE (:Row);"); err != nil {
		t.Errorf("writing: %v %s", err, out)
	}
}
