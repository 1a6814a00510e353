package graphtest

import (
	"flag"
	"strconv"
	"testing"
)

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
