package main

// measure.go measures one operation: the three servers in turn, in an order drawn anew each round, so that whatever else
// the machine does meets all of them alike; then eight clients at once, again in turn.

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"time"
)

// A measurement is what was seen of one operation; in lists of three, see [bare].
type measurement struct {
	op         *operation
	times      [3][]time.Duration
	throughput [3]float64 // answers a second, with 8 clients
	hits       [2]int64   // db hits of the hand-written statement and of ours
}

// An effort is how long is measured.
type effort struct {
	rounds   int
	time     time.Duration // of all rounds of an operation
	warm     int           // rounds before that
	warmTime time.Duration
	burst    time.Duration // of 8 clients, of one server
	bursts   int
	fewest   int           // answers of a server that takes more than its share of the time
	slow     time.Duration // a server that takes so long gets one burst
}

var (
	whole = effort{rounds: 150, time: 6 * time.Second, warm: 30, warmTime: 2500 * time.Millisecond, burst: 500 * time.Millisecond, bursts: 4, fewest: 5, slow: time.Second}
	short = effort{rounds: 40, time: 2 * time.Second, warm: 10, warmTime: time.Second, burst: 300 * time.Millisecond, bursts: 2, fewest: 2, slow: time.Second}
)

// measure measures the operation.
func measure(ctx context.Context, op *operation, servers []*server, briefly bool) (*measurement, error) {
	e := whole
	if briefly {
		e = short
	}
	m := &measurement{op: op}
	var warm [3]time.Duration
	for _, s := range []int{peer, ours, bare} { // the peer first: what it leaves behind shall not be charged to the others
		if !op.asked(s) {
			continue
		}
		var err error
		if warm[s], err = m.warmUp(ctx, servers, s, e); err != nil {
			return nil, err
		}
	}
	for _, group := range groups(op, warm) {
		if err := m.inTurn(ctx, servers, group, e); err != nil {
			return nil, err
		}
		if err := m.atOnce(ctx, servers, group, e); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// groups are the servers that are measured in turn. A peer that is much slower comes by itself, after the others: whoever
// was asked in turn with it was seen to take many times as long.
func groups(op *operation, warm [3]time.Duration) [][]int {
	switch {
	case !op.asked(peer):
		return [][]int{{bare, ours}}
	case warm[peer] > 5*max(warm[bare], warm[ours]):
		return [][]int{{bare, ours}, {peer}}
	}
	return [][]int{{bare, ours, peer}}
}

// warmUp asks until plans are cached and compiled, or the time is over, and gives the shortest time that was seen.
func (m *measurement) warmUp(ctx context.Context, servers []*server, s int, e effort) (shortest time.Duration, err error) {
	end := time.Now().Add(e.warmTime)
	for i := 0; i < 2 || i < e.warm && time.Now().Before(end); i++ {
		took, err := m.ask(ctx, servers, s, i)
		if err != nil {
			return 0, err
		}
		if i == 0 || took < shortest {
			shortest = took
		}
	}
	return shortest, nil
}

// ask asks with the i-th values.
func (m *measurement) ask(ctx context.Context, servers []*server, s, i int) (time.Duration, error) {
	bodies := m.op.bodies[s]
	start := time.Now()
	_, err := servers[s].ask(ctx, m.op.name, bodies[i%len(bodies)])
	return time.Since(start), err
}

// inTurn measures times. Whoever has taken half of the time sits out, once it has answered often enough.
func (m *measurement) inTurn(ctx context.Context, servers []*server, group []int, e effort) error {
	var spent [3]time.Duration
	end := time.Now().Add(e.time)
	for round := 0; round < e.rounds && (round < e.fewest || time.Now().Before(end)); round++ {
		for _, i := range rand.Perm(len(group)) {
			s := group[i]
			if spent[s] > e.time/2 && len(m.times[s]) >= e.fewest {
				continue
			}
			took, err := m.ask(ctx, servers, s, round)
			if err != nil {
				return err
			}
			spent[s] += took
			m.times[s] = append(m.times[s], took)
		}
	}
	for _, s := range group {
		slices.Sort(m.times[s])
	}
	return nil
}

// atOnce measures throughput, the median of several bursts.
func (m *measurement) atOnce(ctx context.Context, servers []*server, group []int, e effort) error {
	var rates [3][]float64
	for burst := range e.bursts {
		for _, i := range rand.Perm(len(group)) {
			s := group[i]
			if burst > 0 && m.quantile(s, 0.5) > e.slow {
				continue
			}
			n, d, err := m.burst(ctx, servers, s, e.burst)
			if err != nil {
				return err
			}
			rates[s] = append(rates[s], float64(n)/d.Seconds())
			servers[s].weigh()
		}
	}
	for _, s := range group {
		slices.Sort(rates[s])
		m.throughput[s] = median(rates[s])
	}
	return nil
}

// burst has all clients ask until the time is over, and counts the answers until the last one is there.
func (m *measurement) burst(ctx context.Context, servers []*server, s int, length time.Duration) (answers int, took time.Duration, err error) {
	var all sync.WaitGroup
	var mu sync.Mutex
	start := time.Now()
	for client := range clients {
		all.Go(func() {
			for i := client; i < clients || time.Since(start) < length; i++ {
				_, fault := m.ask(ctx, servers, s, i)
				mu.Lock()
				answers++
				if fault != nil {
					err = fault
				}
				failed := err != nil
				mu.Unlock()
				if failed || time.Since(start) > length {
					return
				}
			}
		})
	}
	all.Wait()
	return answers, time.Since(start), err
}

// quantile is the time within which this share of the answers came; 0 of a server that is not measured.
func (m *measurement) quantile(s int, share float64) time.Duration {
	times := m.times[s]
	if len(times) == 0 {
		return 0
	}
	return times[min(int(share*float64(len(times))), len(times)-1)]
}

// ratio compares the times of two servers at this quantile.
func (m *measurement) ratio(s, to int, share float64) float64 {
	return float64(m.quantile(s, share)) / float64(m.quantile(to, share))
}

// hitRatio compares our db hits with the hand-written statement's.
func (m *measurement) hitRatio() float64 { return float64(m.hits[1]) / float64(max(m.hits[0], 1)) }

// String is for whoever watches; times go into no document.
func (m *measurement) String() string {
	var p50 [3]float64
	for s := range p50 {
		p50[s] = float64(m.quantile(s, 0.5).Microseconds()) / 1000
	}
	return fmt.Sprintf("p50 %7.2f %7.2f %8.2f ms  ours/bare %.2f  peer/ours %6.1f  throughput x%.1f of the peer's, %.2f of bare  hits %d / %d",
		p50[bare], p50[ours], p50[peer], m.ratio(ours, bare, 0.5), m.ratio(peer, ours, 0.5),
		m.throughput[ours]/m.throughput[peer], m.throughput[ours]/m.throughput[bare], m.hits[1], m.hits[0])
}
