package graph_test

// question_test.go holds the laws of the questions: what has to be true of their
// answers whatever the graph, asked of the small one.

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph"
)

// answerTo asks the engine and reads the data of the answer into an A.
func answerTo[A any](t *testing.T, e *graph.Engine, query string, vars map[string]any) A {
	t.Helper()
	r, errs := e.Parse(query, "", vars)
	if errs != nil {
		t.Fatal(errs)
	}
	answer, err := e.Answer(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	var a A
	if err := json.Unmarshal(answer.Data, &a); err != nil || len(answer.Errors) > 0 {
		t.Fatal(err, answer.Errors)
	}
	return a
}

// TestOneMoreSeedKeepsWhatWasThere asks a neighbourhood, and again with one more
// seed at the end, at every depth and at limits that cut.
func TestOneMoreSeedKeepsWhatWasThere(t *testing.T) {
	e := smallGraph(t).engine(t)
	type answer struct {
		Neighbourhood struct {
			Nodes         []struct{ ID string }
			Relationships []struct{ ID string }
		}
	}
	ask := func(of []any, depth, perNode, limit int) (ids []string) {
		a := answerTo[answer](t, e, `query Q($of: [ID!]!, $depth: Int, $perNode: Int, $limit: Int) {
			neighbourhood(of: $of, depth: $depth, perNode: $perNode, limit: $limit) { nodes { id } relationships { id } }
		}`, map[string]any{"of": of, "depth": depth, "perNode": perNode, "limit": limit})
		for _, n := range a.Neighbourhood.Nodes {
			ids = append(ids, n.ID)
		}
		for _, r := range a.Neighbourhood.Relationships {
			ids = append(ids, r.ID)
		}
		return ids
	}
	for _, seeds := range [][]any{{"alpha", "delta"}, {"ann", "zeta", "beta"}, {"ag-2", "alpha"}, {"meeting", "ag-3"}, {"epsilon", "AU", "gamma"}} {
		for depth := 1; depth <= 3; depth++ {
			for _, limit := range []int{1, 4, 300} {
				for _, perNode := range []int{1, 25} {
					before := ask(seeds[:len(seeds)-1], depth, perNode, limit)
					after := ask(seeds, depth, perNode, limit)
					for _, id := range before {
						if !slices.Contains(after, id) {
							t.Errorf("of %v, depth %d, perNode %d, limit %d: %s went when %v came", seeds, depth, perNode, limit, id, seeds[len(seeds)-1])
						}
					}
				}
			}
		}
	}
}

// TestQuestionsAgree compares what different questions, and different ways to
// ask one, tell of the same partnerships.
func TestQuestionsAgree(t *testing.T) {
	e := smallGraph(t).engine(t)
	type page struct {
		TotalCount int
		Edges      []struct{ Node struct{ Shared int } }
		Facets     struct{ Kind []struct{ Count int } }
	}
	type answer struct {
		Pairs    page // by a statement that counts, pages and groups at once
		Paged    page // by one that only pages
		Counted  page // by one that only counts
		Coverage struct{ Partnered bool }
	}
	for _, country := range []string{"CN", "AU", "GB"} {
		for _, with := range []any{nil, "CN", "AU", "GB"} {
			a := answerTo[answer](t, e, `query Q($c: String!, $w: String) {
				pairs: partnerships(country: $c, with: $w, kinds: null) { totalCount edges { node { shared } } facets { kind { count } } }
				paged: partnerships(country: $c, with: $w, kinds: null) { edges { node { shared } } }
				counted: partnerships(country: $c, with: $w, kinds: null) { totalCount }
				coverage(country: $c, with: $w) { partnered }
			}`, map[string]any{"c": country, "w": with})
			grouped := 0
			for _, kind := range a.Pairs.Facets.Kind {
				grouped += kind.Count
			}
			if n := a.Counted.TotalCount; a.Pairs.TotalCount != n || len(a.Pairs.Edges) != n || grouped != n || !slices.Equal(a.Pairs.Edges, a.Paged.Edges) || a.Coverage.Partnered != (n > 0) {
				t.Errorf("%s with %v: the ways to ask disagree: %+v", country, with, a)
			}
		}
	}
}

// TestNewRefusesArgumentsThatNameNothing breaks the schema's directives on
// arguments, one at a time.
func TestNewRefusesArgumentsThatNameNothing(t *testing.T) {
	for _, c := range []struct{ field, argument, directive, of, want string }{
		{"coverage", "country", "refers", "to", "schema: Query.coverage: @refers on the argument country names nothing.code, which is no field"},
		{"coverage", "country", "refers", "by", "schema: Query.coverage: @refers on the argument country names Country.nothing, which is no field"},
		{"timeline", "to", "notBefore", "argument", "schema: Query.timeline: @notBefore on the argument to names nothing, which is no argument of the field"},
	} {
		full := fullSchema(t)
		argument := full.Query.Fields.ForName(c.field).Arguments.ForName(c.argument)
		argument.Directives.ForName(c.directive).Arguments.ForName(c.of).Value.Raw = "nothing"
		if _, err := graph.New(full, nil, graph.Options{}); err == nil || err.Error() != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}

// TestNewRefusesMarksThatNameNothing marks a line of hand-written Cypher by what no
// line has.
func TestNewRefusesMarksThatNameNothing(t *testing.T) {
	for mark, want := range map[string]string{
		"//: nobody":    `schema: Institution.inferred: its statement: //: names nobody, of which no pattern up to "RETURN this:Entity_INFERRED AS inferred" tells what it is`,
		"//: nobody[i]": `schema: Institution.inferred: its statement: //: names nobody, of which no pattern up to "RETURN this:Entity_INFERRED AS inferred" tells what it is`,
		"//? !nothing":  `schema: Institution.inferred: its statement: //? names nothing, which is no argument, at "RETURN this:Entity_INFERRED AS inferred"`,
	} {
		full := fullSchema(t)
		statement := full.Types["Institution"].Fields.ForName("inferred").Directives.ForName("cypher").Arguments.ForName("statement")
		statement.Value.Raw += " " + mark
		if _, err := graph.New(full, nil, graph.Options{}); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// free are the arguments of questions that are texts and name nothing in the
// database: what is searched for, an id that may be unknown, places in a list.
var free = []string{"search.query", "node.id", "partnerships.after", "partnerships.before"}

// TestWhatAnArgumentNamesIsLookedFor gives every argument that is a text, or a list
// of such, alone and with all others, and looks into the statement for the columns
// that tell what of it is not there.
func TestWhatAnArgumentNamesIsLookedFor(t *testing.T) {
	full := fullSchema(t)
	e, err := graph.New(full, nil, graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := func(arg *ast.ArgumentDefinition) bool { return arg.Type.Name() == "ID" || arg.Type.Name() == "String" }
	for _, f := range full.Query.Fields {
		if f.Directives.ForName("question") == nil {
			continue
		}
		var all []string
		for _, arg := range f.Arguments {
			if name := f.Name + "." + arg.Name; text(arg) && !slices.Contains(free, name) {
				all = append(all, arg.Name)
				if arg.Directives.ForName("refers") == nil {
					t.Errorf("%s may name what is not there: give it @refers", name)
				}
			}
		}
		for _, given := range append(slices.Collect(slices.Chunk(all, 1)), all) {
			var args []string
			named := 0
			for _, arg := range f.Arguments {
				if !slices.Contains(given, arg.Name) && (!arg.Type.NonNull || arg.DefaultValue != nil) {
					continue
				}
				value := `"x"`
				if arg.Type.Elem != nil {
					value = `["x", "y"]`
				}
				args = append(args, arg.Name+": "+value)
				if arg.Directives.ForName("refers") != nil {
					named++
				}
			}
			if args == nil { // it has no such argument
				continue
			}
			query := "{ " + f.Name + "(" + strings.Join(args, ", ") + ") { __typename } }"
			request, errs := e.Parse(query, "", nil)
			if errs != nil {
				t.Fatalf("%s: %v", query, errs)
			}
			statement, err := e.Compile(request)
			if err != nil {
				t.Fatalf("%s: %v", query, err)
			}
			if n := strings.Count(statement.Cypher, " AS absent"); n != named {
				t.Errorf("%s looks for %d of %d arguments:\n%s", query, n, named, statement.Cypher)
			}
		}
	}
}
