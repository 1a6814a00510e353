package graph_test

// property_test.go judges the compiler: random operations over a real database,
// held against the oracle's answers over the same graph in memory.
// -rapid.checks says how many; a failure prints the seed that repeats it.

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"guanxi/graph"
	"guanxi/graph/graphtest"
	"guanxi/schema"
)

// A judge holds an engine to the oracle.
type judge struct {
	schema *ast.Schema
	engine *graph.Engine
	world  *world
	sent   *countingDriver
	sorted bool // lists are so short that any may be cut
}

func (j *judge) GoString() string {
	if j.sorted {
		return "narrow"
	}
	return "roomy"
}

func TestProperties(t *testing.T) {
	db := smallGraph(t)
	db.addRandom(t, 1)
	world := readWorld(t, db.DB)
	roomy := newJudge(t, db, world, schema.SDL)
	narrow := newJudge(t, db, world, strings.NewReplacer("(default: 100, max: 5000)", "(default: 3, max: 50)", "(default: 300, max: 5000)", "(default: 2, max: 50)").Replace(schema.SDL))
	narrow.sorted = true
	lawful := newJudge(t, db, world, schema.SDL) // which counts its own statements
	graphtest.Draws(t, 50)
	t.Run("oracle", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			rapid.SampledFrom([]*judge{roomy, narrow}).Draw(t, "limits").answers(t)
		})
	})
	t.Run("laws", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			if rapid.Bool().Draw(t, "pages") {
				lawful.walkPages(t)
			} else {
				lawful.oppose(t)
			}
		})
	})
}

// answers holds two spellings of a question to the oracle and to each other,
// then the second one with other variables.
func (j *judge) answers(t *rapid.T) {
	questions := rapid.Custom(func(t *rapid.T) []question {
		g := j.generator(t)
		op := g.operation()
		j.engine.SetStatistics(j.world.statistics(t)) // whichever way is chosen, the answer is the same
		respelled, varied := g.respell(op)
		return []question{spell(op), respelled, varied}
	}).Draw(t, "questions")
	first, second := j.check(t, questions[0]), j.check(t, questions[1])
	if first != second {
		t.Fatalf("two spellings of one question, two answers (-first +second):\n%s\n%s\n%s", cmp.Diff(first, second), questions[0], questions[1])
	}
	j.check(t, questions[2])
}

// statistics draws those of some database, seldom of this one; but which label all
// relationships of a type end at is told as it is.
func (w *world) statistics(t *rapid.T) *graph.Statistics {
	if rapid.Bool().Draw(t, "no statistics") {
		return nil
	}
	s := &graph.Statistics{Nodes: map[string]int64{}, Relationships: map[string]*graph.Ends{}, Values: map[string]int64{}}
	size := rapid.SampledFrom([]int64{1, 50, 5_000, 500_000})
	labels := []string{"Entity", "Organization", "Institution", "Enterprise", "Country", "Agreement", "Source", "Event", "Alliance"}
	for _, label := range labels {
		s.Nodes[label] = size.Draw(t, label)
	}
	for _, typ := range []string{"IN_COUNTRY", "PARTY_TO", "STATES", "MEMBER_OF", "ATTENDED"} {
		s.Relationships[typ] = &graph.Ends{All: 1_000_000, From: map[string]int64{}, To: map[string]int64{}}
		for _, label := range labels {
			s.Relationships[typ].From[label] = size.Draw(t, typ+" from "+label)
			s.Relationships[typ].To[label] = size.Draw(t, typ+" to "+label)
		}
	}
	for typ, ends := range s.Relationships {
		for _, label := range labels {
			if w.all(typ, func(e *edge) bool { return e.to.labels[label] }) {
				ends.To[label] = ends.All
			}
			if w.all(typ, func(e *edge) bool { return e.from.labels[label] }) {
				ends.From[label] = ends.All
			}
		}
	}
	s.Values["Institution.name"], s.Values["Agreement.title"] = size.Draw(t, "names"), size.Draw(t, "titles")
	return s
}

// all tells whether there are relationships of the type, and all are such.
func (w *world) all(typ string, such func(*edge) bool) bool {
	met := false
	for _, e := range w.edges {
		if e.typ == typ && !such(e) {
			return false
		}
		met = met || e.typ == typ
	}
	return met
}

func newJudge(t testing.TB, db *database, world *world, sdl string) *judge {
	t.Helper()
	full, err := gqlparser.LoadSchema(&ast.Source{Name: "api.graphqls", Input: sdl})
	if err != nil {
		t.Fatal(err)
	}
	sent := &countingDriver{DriverWithContext: db.Driver}
	engine, err := graph.New(full, sent, graph.Options{Database: db.Database, StatementTimeout: graphtest.Patience, Matches: true, MaxCost: math.MaxInt, MaxConditions: math.MaxInt})
	if err != nil {
		t.Fatal(err)
	}
	return &judge{schema: full, engine: engine, world: world, sent: sent}
}

func (j *judge) generator(t *rapid.T) *generator {
	return &generator{T: t, schema: j.schema, world: j.world, sorted: j.sorted, names: map[string]bool{}, budget: 4}
}

// check holds our answer to the oracle's, and gives it.
func (j *judge) check(t *rapid.T, q question) string {
	got, request := j.ask(t, q)
	o := newOracle(j.schema, j.world, request.Operation, q.variables(t))
	want := o.answer()
	f := form{o.unordered, o.cursors}
	ours := f.of(t, got.Data) + "\n" + cuts(got.Truncated)
	if diff := cmp.Diff(f.text(want, "")+"\n"+cuts(o.truncated), ours); diff != "" {
		statement, _ := j.engine.Compile(request)
		t.Fatalf("-oracle +ours:\n%s\n%s\n%s", diff, q, statement.Cypher)
	}
	return ours
}

// ask sends the question, and sees that it takes one statement.
func (j *judge) ask(t *rapid.T, q question) (*graph.Answer, graph.Request) {
	request, errs := j.engine.Parse(q.Query, "", q.variables(t))
	if len(errs) > 0 {
		t.Fatalf("the generator drew what is not valid: %v\n%s", errs, q)
	}
	before := j.sent.statements.Load()
	answer, err := j.engine.Answer(context.Background(), request)
	if err != nil {
		t.Fatalf("%v\n%s", err, q)
	}
	if len(answer.Errors) > 0 {
		t.Fatalf("%v\n%s", answer.Errors, q)
	}
	if n := j.sent.statements.Load() - before; n > 1 {
		t.Fatalf("%d statements for one operation:\n%s", n, q)
	}
	return answer, request
}

// variables are those of the question, fresh, as a server decodes them.
func (q question) variables(t *rapid.T) map[string]any {
	d := json.NewDecoder(strings.NewReader(q.Variables))
	d.UseNumber()
	var vars map[string]any
	if err := d.Decode(&vars); err != nil {
		t.Fatal(err)
	}
	return vars
}

func (f form) of(t *rapid.T, data []byte) string {
	v, err := decode(data)
	if err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	return f.text(v, "")
}

// cuts are the truncations in one order.
func cuts(list []graph.Truncation) string {
	lines := make([]string, len(list))
	for i, cut := range list {
		lines[i] = fmt.Sprintf("cut at %d: %s", cut.Limit, cut.Path)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
