package main

// operation_test.go sees that what is measured, and what is written of it, is in order.

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"guanxi/schema"
)

// TestOperations sees that each operation can be read and asked, and has a shape.
func TestOperations(t *testing.T) {
	operations, err := readOperations(regexp.MustCompile(""))
	if err != nil {
		t.Fatal(err)
	}
	api, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	if len(operations) < 16 {
		t.Errorf("there are %d operations, and 16 at least are promised", len(operations))
	}
	for _, op := range operations {
		if _, err := parseShape(op.shape); err != nil {
			t.Errorf("%s: %v", op.name, err)
		}
		if _, errs := gqlparser.LoadQueryWithRules(api, op.query, rules.NewDefaultRules()); errs != nil {
			t.Errorf("%s: %v", op.name, errs)
		}
	}
}

// TestReportNamesNobody sees that the document that is checked in tells no time, and nothing of the machine's.
func TestReportNamesNobody(t *testing.T) {
	text, err := os.ReadFile("../docs/benchmarks.md")
	if err != nil {
		t.Fatal(err)
	}
	host, _ := os.Hostname()
	if host != "" && strings.Contains(string(text), host) {
		t.Errorf("docs/benchmarks.md names the host %s", host)
	}
	if found := regexp.MustCompile(`\d (ms|µs|s)\b`).FindString(string(text)); found != "" {
		t.Errorf("docs/benchmarks.md tells a time: %q", found)
	}
}
