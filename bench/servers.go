package main

// servers.go starts the three servers, each in a process of its own, so that its memory can be told.

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// The servers, in the order of every list of three.
const (
	bare = iota
	ours
	peer
)

var serverNames = [...]string{"bare driver", "guanxi", "peer"}

// A server is a process that answers over HTTP.
type server struct {
	name     string
	url      string
	process  *exec.Cmd
	stdin    io.Closer
	client   *http.Client
	resident int // kB, the most that was seen
}

// startServers builds what is to be built, and starts all three.
func startServers(ctx context.Context, db *graphDB) ([]*server, func(), error) {
	var servers []*server
	temporary, err := os.MkdirTemp("", "guanxi-bench-")
	if err != nil {
		return nil, nil, err
	}
	stop := func() {
		for _, s := range servers {
			s.stop()
		}
		_ = os.RemoveAll(temporary)
	}
	program := filepath.Join(temporary, "guanxi")
	self, err := os.Executable()
	if err == nil {
		err = finish(ctx, ".", "go", "build", "-o", program, ".")
	}
	if _, missing := os.Stat("bench/peer/node_modules"); err == nil && missing != nil {
		err = finish(ctx, "bench/peer", "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
	}
	commands := [...][]string{
		bare: {self, "-bare"},
		ours: {program, "serve", "--no-seed", "--listen", "127.0.0.1:0"},
		peer: {"node", "bench/peer/server.mjs", "--until-eof"},
	}
	for i, command := range commands {
		if err != nil {
			break
		}
		var s *server
		if s, err = start(ctx, serverNames[i], command, db, filepath.Join(temporary, fmt.Sprintf("%d.log", i))); err == nil {
			servers = append(servers, s)
		}
	}
	if err != nil {
		stop()
		return nil, nil, err
	}
	return servers, stop, nil
}

// finish runs a command to its end.
func finish(ctx context.Context, dir, name string, args ...string) error {
	command := exec.CommandContext(ctx, name, args...)
	command.Dir = dir
	if output, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, output)
	}
	return nil
}

// address is how a server says where it listens.
var address = regexp.MustCompile(`http://[^/\s]+/(graphql)?`)

// start starts a server, and waits until it says where it listens.
func start(ctx context.Context, name string, command []string, db *graphDB, log string) (*server, error) {
	process := exec.Command(command[0], command[1:]...)
	process.Env = append(os.Environ(), "NEO4J_URI="+db.login.URI, "NEO4J_USERNAME="+db.login.Username,
		"NEO4J_PASSWORD="+db.login.Password, "NEO4J_DATABASE="+db.login.Database, "NODE_ENV=production")
	file, err := os.Create(log)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	process.Stderr = file
	stdin, err := process.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := process.Start(); err != nil {
		return nil, fmt.Errorf("starting the %s: %w", name, err)
	}
	s := &server{name: name, process: process, stdin: stdin, client: &http.Client{
		Transport: &http.Transport{MaxIdleConnsPerHost: clients, DisableCompression: true, IdleConnTimeout: idle},
		Timeout:   2 * time.Minute,
	}}
	found := make(chan string, 1)
	go func() {
		defer close(found)
		lines := bufio.NewScanner(stdout)
		for lines.Scan() {
			url := address.FindString(lines.Text())
			if url != "" && (name != serverNames[ours] || strings.HasSuffix(url, "/graphql")) {
				found <- url
				_, _ = io.Copy(io.Discard, stdout)
				return
			}
		}
	}()
	select {
	case s.url = <-found:
	case <-time.After(time.Minute):
	case <-ctx.Done():
	}
	if s.url == "" {
		s.stop()
		text, _ := os.ReadFile(log)
		return nil, errors.Join(fmt.Errorf("the %s does not say where it listens:\n%s", name, text), ctx.Err())
	}
	return s, nil
}

// stop ends the process.
func (s *server) stop() {
	_ = s.stdin.Close()
	_ = s.process.Process.Signal(os.Interrupt)
	killer := time.AfterFunc(15*time.Second, func() { _ = s.process.Process.Kill() })
	defer killer.Stop()
	_ = s.process.Wait()
}
