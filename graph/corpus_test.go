package graph_test

// corpus_test.go runs the cases of testdata/cases, each on the real engine. A
// case is a txtar file: a query, its variables if it has any, the statistics of a
// database and the file of another schema than ours if it needs them, and what
// every stage makes of it. `go test ./graph -update` writes the stages anew; read the
// difference before you believe it.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"guanxi/graph"
)

var update = flag.Bool("update", false, "write what the stages give into the cases")

// The files of a case, in their order.
var stages = []string{"plan", "reads", "cypher", "params", "result", "error"}

func TestCorpus(t *testing.T) {
	db := smallGraph(t)
	paths, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases found", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			t.Parallel() // Neo4j plans one statement on one processor
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			given := map[string]string{}
			for _, file := range archive.Files {
				given[file.Name] = string(file.Data)
			}
			engine := db.engineOf(t, given["schema"])
			if text := given["statistics"]; text != "" {
				engine.SetStatistics(statisticsOf(t, text))
			}
			got := runCase(t, engine, given)
			if *update {
				writeCase(t, path, archive, given, got)
				return
			}
			for _, stage := range stages {
				if diff := cmp.Diff(given[stage], got[stage]); diff != "" {
					t.Errorf("%s (-want +got):\n%s", stage, diff)
				}
			}
		})
	}
}

// runCase gives what every stage makes of a case.
func runCase(t *testing.T, engine *graph.Engine, given map[string]string) map[string]string {
	t.Helper()
	var vars map[string]any
	if text := given["variables"]; text != "" {
		decoder := json.NewDecoder(strings.NewReader(text))
		decoder.UseNumber()
		if err := decoder.Decode(&vars); err != nil {
			t.Fatal("variables:", err)
		}
	}
	request, errs := engine.Parse(given["query"], "", vars)
	if len(errs) > 0 {
		return map[string]string{"error": pretty(t, errs)}
	}
	statement, err := engine.Compile(request)
	if err != nil {
		return map[string]string{"error": pretty(t, errorOf(err))}
	}
	got := map[string]string{"plan": statement.Plan, "cypher": statement.Cypher + "\n"}
	for _, read := range statement.Reads {
		got["reads"] += fmt.Sprintf("// %s, at most %d\n%s\n", read.File, read.Times, read.Cypher)
	}
	if len(statement.Params) > 0 {
		got["params"] = pretty(t, statement.Params)
	}
	answer, err := engine.Answer(context.Background(), request)
	if e, ok := errors.AsType[*graph.Error](err); ok && e.Code == graph.BadUserInput { // seen by the statement itself
		got["error"] = pretty(t, errorOf(err))
		return got
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, statement.Cypher)
	}
	result := map[string]any{"data": json.RawMessage(answer.Data)}
	if len(answer.Truncated) > 0 {
		result["truncated"] = answer.Truncated
	}
	if len(answer.Errors) > 0 {
		result["errors"] = answer.Errors
	}
	got["result"] = pretty(t, result)
	return got
}

// statisticsOf reads the counts of a database that is larger than the one asked.
func statisticsOf(t *testing.T, text string) *graph.Statistics {
	t.Helper()
	s := &graph.Statistics{}
	if err := json.Unmarshal([]byte(text), s); err != nil {
		t.Fatal("statistics:", err)
	}
	return s
}

func errorOf(err error) gqlerror.List {
	e := err.(*graph.Error)
	return gqlerror.List{{Message: e.Message, Path: slices.Concat(e.Path, e.Argument), Extensions: map[string]any{"code": e.Code}}}
}

func pretty(t *testing.T, v any) string {
	t.Helper()
	var buf bytes.Buffer
	encoder := json.NewEncoder(&buf)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

func writeCase(t *testing.T, path string, archive *txtar.Archive, given, got map[string]string) {
	t.Helper()
	files := archive.Files[:0:0]
	inputs := []string{"schema", "query", "variables", "statistics"}
	for _, name := range append(inputs[:4:4], stages...) {
		text := got[name]
		if slices.Contains(inputs, name) {
			text = given[name]
		}
		if text != "" {
			files = append(files, txtar.File{Name: name, Data: []byte(text)})
		}
	}
	archive.Files = files
	if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}
