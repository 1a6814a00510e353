package main

// judge.go holds what was measured to its bounds.

import (
	"fmt"
	"math"
	"slices"
)

// A bound is one promise, and what was seen of it.
type bound struct {
	What, Bound, Seen string
	Holds             bool
}

// judge makes the table of bounds.
func (r *report) judge() {
	if len(r.Operations) > 0 {
		r.judgeOperations()
	}
	for _, row := range r.Deep {
		if row.steady {
			r.atMost(fmt.Sprintf("db hits of a page of 25 behind %d agreements against the first page, by %s", row.Depths[len(row.Depths)-1], row.Name), 1.1, row.growth())
		}
	}
}

// judgeOperations judges what the three servers did.
func (r *report) judgeOperations() {
	of := func(value func(*measurement) float64) []float64 {
		var all []float64
		for _, m := range r.Operations {
			if v := value(m); !math.IsNaN(v) && !math.IsInf(v, 0) { // as where the peer fails
				all = append(all, v)
			}
		}
		slices.Sort(all)
		return all
	}
	times := of(func(m *measurement) float64 { return m.ratio(ours, bare, 0.5) })
	r.atMost("p50 of guanxi against the bare driver, median of all operations", 1.15, median(times))
	r.atMost("p50 of guanxi against the bare driver, the worst operation", 1.5, times[len(times)-1])
	peers := of(func(m *measurement) float64 { return m.ratio(ours, peer, 0.5) })
	r.atMost("p50 of guanxi against the peer, the worst operation", 1, peers[len(peers)-1])
	throughput := of(func(m *measurement) float64 { return m.throughput[ours] / m.throughput[peer] })
	r.atLeast("throughput of guanxi at 8 clients against the peer's, median of all operations", 4, median(throughput))
	selective := math.Inf(1)
	for _, m := range r.Operations {
		if m.op.selective {
			selective = min(selective, m.ratio(peer, ours, 0.5))
		}
	}
	if !math.IsInf(selective, 1) {
		r.atLeast("p50 of the peer against guanxi, selective nested filters, the worst of these", 100, selective)
	}
	if first, deep := r.operation("page-first"), r.operation("page-deep"); first != nil && deep != nil {
		r.atMost("p50 of the deep page against the first one", 1.15, float64(deep.quantile(ours, 0.5))/float64(first.quantile(ours, 0.5)))
	}
	hits := of((*measurement).hitRatio)
	r.atMost("db hits of guanxi against the hand-written statement, the worst operation", 1.1, hits[len(hits)-1])
}

func (r *report) atMost(what string, limit, seen float64) {
	r.Bounds = append(r.Bounds, bound{what, fmt.Sprintf("≤ %.2f", limit), fmt.Sprintf("%.2f", seen), seen <= limit})
}

func (r *report) atLeast(what string, limit, seen float64) {
	r.Bounds = append(r.Bounds, bound{what, fmt.Sprintf("≥ %.0f", limit), fmt.Sprintf("%.1f", seen), seen >= limit})
}

// growth compares the db hits of the costliest page with the first one's.
func (d deepRow) growth() float64 { return float64(slices.Max(d.Hits)) / float64(max(d.Hits[0], 1)) }

// operation finds a measurement by its operation's name.
func (r *report) operation(name string) *measurement {
	for _, m := range r.Operations {
		if m.op.name == name {
			return m
		}
	}
	return nil
}

// failed tells whether a bound does not hold.
func (r *report) failed() bool {
	return slices.ContainsFunc(r.Bounds, func(b bound) bool { return !b.Holds })
}

// median is that of a sorted list.
func median(sorted []float64) float64 {
	n := len(sorted)
	if n%2 == 1 {
		return sorted[n/2]
	}
	return (sorted[n/2-1] + sorted[n/2]) / 2
}
