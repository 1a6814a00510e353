package graphtest

import (
	"flag"
	"strconv"
	"testing"
	"time"
)

// Patience is what a statement of a test may take, where what is tested is not its end: no test counts upon a fast
// machine, and most have Neo4j plan what it never saw.
const Patience = 10 * time.Minute

// Draws has rapid check the laws of a test so many times, in place of its hundred, if nobody asked for a number by
// -rapid.checks: each draw costs a database seconds. `make fuzz` asks for more.
func Draws(tb testing.TB, n int) {
	tb.Helper()
	f := flag.Lookup("rapid.checks")
	if f == nil {
		tb.Fatal("graphtest.Draws: this test does not use rapid")
	}
	if f.Value.String() == f.DefValue {
		if err := f.Value.Set(strconv.Itoa(n)); err != nil {
			tb.Fatal(err)
		}
	}
}
