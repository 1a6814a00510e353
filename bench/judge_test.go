package main

// judge_test.go sees that every bound can fail.

import (
	"strings"
	"testing"
	"time"
)

// seen is a measurement in which each server took so many milliseconds, and ours so many hits where by hand it is 100.
func seen(name string, ms [3]int, hits int64) *measurement {
	m := &measurement{op: &operation{name: name}, hits: [2]int64{100, hits}}
	for s, n := range ms {
		if n > 0 {
			m.times[s] = []time.Duration{time.Duration(n) * time.Millisecond}
			m.throughput[s] = 1000 / float64(n)
		}
	}
	return m
}

func TestJudge(t *testing.T) {
	deep := func(hits ...int64) []deepRow {
		return []deepRow{{Name: "a key", Depths: []int{0, 1000}, Hits: hits, steady: true}}
	}
	selective := func(m *measurement) *measurement { m.op.selective = true; return m }
	failing := func(m *measurement) *measurement { m.op.peerFails = true; return m }
	for name, c := range map[string]struct {
		report report
		fails  []string // the beginnings of the bounds that do not hold
	}{
		"all hold": {report{Operations: []*measurement{
			seen("a", [3]int{100, 110, 500}, 105), selective(seen("b", [3]int{10, 10, 1001}, 100)), failing(seen("c", [3]int{10, 10, 0}, 100))}, Deep: deep(55, 57)}, nil},
		"median":      {report{Operations: []*measurement{seen("a", [3]int{100, 120, 500}, 100)}}, []string{"p50 of guanxi against the bare driver, median"}},
		"worst":       {report{Operations: []*measurement{seen("a", [3]int{100, 100, 500}, 100), seen("b", [3]int{100, 90, 500}, 100), seen("c", [3]int{100, 160, 700}, 100)}}, []string{"p50 of guanxi against the bare driver, the worst"}},
		"peer faster": {report{Operations: []*measurement{seen("a", [3]int{100, 100, 90}, 100)}}, []string{"p50 of guanxi against the peer", "throughput"}},
		"selective":   {report{Operations: []*measurement{selective(seen("a", [3]int{100, 100, 5000}, 100))}}, []string{"p50 of the peer against guanxi, selective"}},
		"deep page":   {report{Operations: []*measurement{seen("page-first", [3]int{10, 10, 80}, 100), failing(seen("page-deep", [3]int{12, 12, 0}, 100))}}, []string{"p50 of the deep page"}},
		"hits":        {report{Operations: []*measurement{seen("a", [3]int{100, 100, 500}, 111)}}, []string{"db hits of guanxi"}},
		"depth":       {report{Deep: deep(55, 80)}, []string{"db hits of a page"}},
	} {
		c.report.judge()
		var fails []string
		for _, b := range c.report.Bounds {
			if !b.Holds {
				fails = append(fails, b.What)
			}
		}
		if len(fails) != len(c.fails) {
			t.Errorf("%s: these fail: %q, and these should: %q", name, fails, c.fails)
			continue
		}
		for i, want := range c.fails {
			if !strings.HasPrefix(fails[i], want) {
				t.Errorf("%s: %q fails, and %q should", name, fails[i], want)
			}
		}
		if c.report.failed() != (len(c.fails) > 0) {
			t.Errorf("%s: failed is %v", name, c.report.failed())
		}
	}
}

func TestGroups(t *testing.T) {
	ms := func(n int) time.Duration { return time.Duration(n) * time.Millisecond }
	if got := groups(&operation{}, [3]time.Duration{ms(10), ms(10), ms(40)}); len(got) != 1 {
		t.Errorf("a peer that is not much slower is measured in turn with the others: %v", got)
	}
	if got := groups(&operation{}, [3]time.Duration{ms(10), ms(10), ms(60)}); len(got) != 2 {
		t.Errorf("a much slower peer is measured by itself: %v", got)
	}
	if got := groups(&operation{peerFails: true}, [3]time.Duration{ms(10), ms(10), 0}); len(got) != 1 || len(got[0]) != 2 {
		t.Errorf("a peer that fails is not measured: %v", got)
	}
}
