package ror

// speed_test.go measures how long search takes for what people type, beside a
// statement that does nothing: `make recall`. Both are asked in turn, so that what
// else the machine does shows in both.

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"guanxi/graph"
)

// rounds is how often each query is timed, of which the best counts; timedOf is how
// many queries of a kind are.
const (
	rounds  = 3
	timedOf = 20
)

// measureSpeed prints, for each kind of query, how long the half of them takes at
// most, and all but the slowest twentieth: as times, and as multiples of what the
// statement that does nothing takes just then.
func measureSpeed(t *testing.T, engine *graph.Engine, trivial func(), probes []probe) {
	kinds := append([]string{"1 letter", "2 letters", "3 letters", "as typed", "nobody"}, sorts...)
	queries := map[string][]string{"nobody": {"qqqzzz xxyyw", "zzyzx wqwqwq", "qwxz"}}
	for _, p := range probes {
		queries[p.sort] = append(queries[p.sort], p.query)
		if letters := []rune(p.query); p.sort == "name" {
			for n, kind := range []string{"1 letter", "2 letters", "3 letters"} {
				queries[kind] = append(queries[kind], string(letters[:min(n+1, len(letters))]))
			}
			for n := 4; n < min(len(letters), 40); n += 5 {
				queries["as typed"] = append(queries["as typed"], string(letters[:n]))
			}
		}
	}
	fmt.Printf("\n%-16s %5s %9s %9s %8s %8s %9s %9s\n", "query", "asked", "p50", "p95", "p50 of 1", "p95 of 1", "hits p50", "hits most")
	for _, kind := range kinds {
		asked := slices.Compact(slices.Sorted(slices.Values(queries[kind])))
		var times []time.Duration
		var ratios []float64
		var work []int64
		for i := range min(timedOf, len(asked)) {
			query := asked[i*len(asked)/min(timedOf, len(asked))]
			work = append(work, dbHits(t, engine, query)) // it is planned then, too
			took, nothing := time.Hour, time.Hour
			for range rounds {
				nothing = min(nothing, timed(trivial))
				took = min(took, timed(func() { answered(t, engine, query) }))
			}
			times, ratios = append(times, took), append(ratios, float64(took)/float64(nothing))
		}
		slices.Sort(times)
		slices.Sort(ratios)
		slices.Sort(work)
		fmt.Printf("%-16s %5d %9s %9s %8.1f %8.1f %9d %9d\n", kind, len(work), share(times, 50).Round(100*time.Microsecond), share(times, 95).Round(100*time.Microsecond),
			share(ratios, 50), share(ratios, 95), share(work, 50), work[len(work)-1])
	}
}

// share is where so many of a hundred values end; they are sorted.
func share[V any](values []V, percent int) V { return values[(len(values)-1)*percent/100] }

func timed(do func()) time.Duration {
	start := time.Now()
	do()
	return time.Since(start)
}

// typed is what a search box asks, while somebody types.
const typed = `query ($q: String!) { search(query: $q, first: 8) { score matched { name how } entity { id label } } }`

// answered asks what a search box asks.
func answered(t *testing.T, engine *graph.Engine, query string) {
	t.Helper()
	request, errs := engine.Parse(typed, "", map[string]any{"q": query})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	if _, err := engine.Answer(context.Background(), request); err != nil {
		t.Fatalf("%q: %v", query, err)
	}
}

// dbHits are those of the same.
func dbHits(t *testing.T, engine *graph.Engine, query string) int64 {
	t.Helper()
	request, errs := engine.Parse(typed, "", map[string]any{"q": query})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	_, n, err := engine.Profile(context.Background(), request)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
