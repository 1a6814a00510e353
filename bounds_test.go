package main

// bounds_test.go holds the settings of `guanxi serve` to the bounds that they set.

import (
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"

	"guanxi/graph"
	"guanxi/server"
)

// parse reads the settings of `guanxi serve`.
func parse(t *testing.T, args ...string) (serveCommand, error) {
	t.Helper()
	var c commands
	parser, err := kong.New(&c, kong.Exit(func(int) { t.Fatal("exit") }))
	if err != nil {
		t.Fatal(err)
	}
	_, err = parser.Parse(append([]string{"serve"}, args...))
	return c.Serve, err
}

func TestBoundsHaveTheDefaultsOfWhoKeepsThem(t *testing.T) {
	c, err := parse(t)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := c.Bounds.server(), server.DefaultLimits(); got != want {
		t.Errorf("the server's are %+v, want %+v", got, want)
	}
	if got, want := c.Bounds.graph(graph.Options{}), (graph.Options{}).Defaults(); got.MaxPage != want.MaxPage || got.MaxColumns != want.MaxColumns ||
		got.MaxStatement != want.MaxStatement || got.MaxAnswer != want.MaxAnswer || got.StatementTimeout != want.StatementTimeout || got.MaxLevels != want.MaxLevels || got.MaxConditions != want.MaxConditions || got.MaxCost != want.MaxCost {
		t.Errorf("the engine's are %+v, want %+v", got, want)
	}
}

func TestBoundsCanBeSet(t *testing.T) {
	t.Setenv("GUANXI_MAX_DEPTH", "7")
	t.Setenv("GUANXI_MAX_TIME", "90s")
	c, err := parse(t, "--max-list=9", "--max-answer=1000")
	if err != nil {
		t.Fatal(err)
	}
	limits, options := c.Bounds.server(), c.Bounds.graph(graph.Options{})
	if limits.Depth != 7 || limits.List != 9 || options.MaxAnswer != 1000 || options.StatementTimeout != 90*time.Second {
		t.Errorf("got %+v %+v", limits, options)
	}
	for arg, want := range map[string]string{
		"--max-depth=0":   "GUANXI_MAX_DEPTH is 0: set it to more than 0",
		"--max-time=-1s":  "GUANXI_MAX_TIME is -1s",
		"--max-page=many": "max-page",
	} {
		if _, err := parse(t, arg); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v", arg, err)
		}
	}
}
