package graph_test

// docking_test.go holds docking to its laws, on a graph of its own: what may be a
// reason, what none, and what has to be true of every answer.

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guanxi/graph"
	"guanxi/graph/graphtest"
)

// A match is what docking answers.
type match struct {
	Organization struct{ ID string }
	Score        float64
	Reasons      []reason
}

type reason struct {
	Kind, Role string
	Weight     float64
	Via        []struct{ ID string }
	Evidence   []struct{ ID string }
}

const dockingQuery = `query Q($for: ID!, $fields: [ID!], $countries: [String!], $roles: [CooperationRole!]) {
	docking(for: $for, fields: $fields, countries: $countries, roles: $roles, first: 100) {
		organization { id } score reasons { kind role weight via { id } evidence { id } }
	}
}`

// wishes are the arguments of docking beside for.
type wishes map[string]any

func dock(t *testing.T, e *graph.Engine, query, one string, w wishes) []match {
	t.Helper()
	vars := map[string]any{"for": one}
	for name, value := range w {
		vars[name] = value
	}
	return answerTo[struct{ Docking []match }](t, e, query, vars).Docking
}

// String tells a match in one line: `cedar: PARTNERS_OF_PARTNERS over joint-school birch pact`.
func (m match) String() string {
	var reasons []string
	for _, r := range m.Reasons {
		var via []string
		for _, one := range r.Via {
			via = append(via, one.ID)
		}
		kind := strings.TrimSpace(r.Kind + " " + r.Role)
		reasons = append(reasons, kind+" over "+strings.Join(via, " "))
	}
	slices.Sort(reasons)
	return m.Organization.ID + ": " + strings.Join(reasons, ", ")
}

func dockingGraph(t *testing.T) *graph.Engine {
	t.Helper()
	db := &database{DB: graphtest.Open(t), full: fullSchema(t)}
	text, err := os.ReadFile("testdata/docking.cypher")
	if err != nil {
		t.Fatal(err)
	}
	db.Load(t, string(text))
	// Each combination of wishes is a statement of its own; on a busy machine it
	// takes long to plan them all.
	e, err := graph.New(db.full, db.Driver, graph.Options{Database: db.Database, StatementTimeout: graphtest.Patience})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestDocking(t *testing.T) {
	e := dockingGraph(t)
	t.Run("reasons", func(t *testing.T) { dockingReasons(t, e) })
	t.Run("laws", func(t *testing.T) { dockingLaws(t, e) })
}

// dockingReasons compares who is suggested, and why.
func dockingReasons(t *testing.T, e *graph.Engine) {
	partners := "PARTNERS_OF_PARTNERS over joint-school birch "
	for _, c := range []struct {
		name, one, statements string
		wishes                wishes
		want                  []string
	}{
		{"whatever speaks for them", "ashby", "", nil, []string{
			"cedar: " + partners + "pact",
			"dogwood: " + partners + "lab",
			"elder: SHARED_FIELD over aviation rare",
			"works: " + partners + "lab, SHARED_FIELD over aviation",
			"yard: COMPLEMENTARY_FIELD over aviation abroad",
		}},
		{"an id of a registry", "ror:ashby", "", wishes{"countries": []any{"ZM"}}, []string{
			"yard: COMPLEMENTARY_FIELD over aviation abroad, WANTED_COUNTRY over ZM"}},
		{"from the programme's side", "yard", "", nil, []string{
			"ashby: COMPLEMENTARY_FIELD over abroad aviation", "elder: COMPLEMENTARY_FIELD over abroad aviation"}},
		{"a whole and its whole are none", "school", "", nil, []string{"elder: SHARED_FIELD over rare"}},
		{"a country", "ashby", "", wishes{"countries": []any{"RU"}}, []string{
			"cedar: " + partners + "pact, WANTED_COUNTRY over RU",
			"elder: SHARED_FIELD over aviation rare, WANTED_COUNTRY over RU",
			"yard: COMPLEMENTARY_FIELD over aviation abroad, WANTED_COUNTRY over RU",
		}},
		{"a field, which one has planned and one has", "dogwood", "", wishes{"fields": []any{"food"}}, []string{"fir: WANTED_FIELD over food"}},
		{"work, by an agreement of one and by a programme", "ashby", "", wishes{"roles": []any{"CAREERS"}}, []string{
			"works: " + partners + "lab, SHARED_FIELD over aviation, WANTED_ROLE CAREERS over career-development careers",
			"zinc: WANTED_ROLE CAREERS over fair",
		}},
		{"research, which is not planned", "fir", "", wishes{"roles": []any{"RESEARCH"}}, []string{
			"birch: WANTED_ROLE RESEARCH over lab pact", "cedar: WANTED_ROLE RESEARCH over pact",
			"dogwood: WANTED_ROLE RESEARCH over lab", "works: COMPLEMENTARY_FIELD over abroad aviation, WANTED_ROLE RESEARCH over lab",
		}},
		{"every wish has to be met", "ashby", "", wishes{"countries": []any{"RU"}, "roles": []any{"RESEARCH"}, "fields": []any{"aviation"}}, nil},
		{"wanting no country is wanting nobody", "ashby", "", wishes{"countries": []any{}}, nil},
		{"wanting no field", "ashby", "", wishes{"fields": []any{}}, nil},
		{"wanting no role", "ashby", "", wishes{"roles": []any{}}, nil},
		{"only what is stated", "ashby", "STATED", nil, []string{
			"cedar: " + partners + "pact",
			"elder: SHARED_FIELD over aviation",
			"works: " + partners + "lab, SHARED_FIELD over aviation",
			"yard: COMPLEMENTARY_FIELD over aviation abroad",
		}},
		{"what is inferred, too", "ashby", "INFERRED", wishes{"roles": []any{"CAREERS"}}, []string{
			"works: " + partners + "lab, SHARED_FIELD over aviation, WANTED_ROLE CAREERS over career-development careers",
			"zinc: PARTNERS_OF_PARTNERS over whisper ghost fair, WANTED_ROLE CAREERS over fair",
		}},
	} {
		query := dockingQuery
		if c.statements != "" {
			query = strings.Replace(query, ") {", ") @statements(weakest: "+c.statements+") {", 1)
		}
		var got []string
		for _, m := range dock(t, e, query, c.one, c.wishes) {
			got = append(got, m.String())
		}
		slices.Sort(got)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s with %v:\n%s", c.name, c.one, c.wishes, diff)
		}
	}
}

// dockingLaws asks for everybody, with every wish, and holds what comes to what
// has to be true of it.
func dockingLaws(t *testing.T, e *graph.Engine) {
	tied := answerTo[struct {
		Organizations []struct {
			ID                      string
			Partners, PartOf, Parts []struct{ ID string }
		}
	}](t, e, `{ organizations { id partners { id } partOf { id } parts { id } } }`, nil)
	every := []wishes{{}, {"countries": []any{"RU", "ZM"}}, {"fields": []any{"aviation", "food"}}, {"roles": []any{"CAREERS", "RESEARCH", "CURRICULUM"}}}
	seen := map[string]int{}
	for _, one := range tied.Organizations {
		barred := []string{one.ID}
		for _, other := range slices.Concat(one.Partners, one.PartOf, one.Parts) {
			barred = append(barred, other.ID)
		}
		plain := map[string]match{}
		for _, w := range every {
			matches := dock(t, e, dockingQuery, one.ID, w)
			for i, m := range matches {
				of := fmt.Sprintf("%s to %s with %v", one.ID, m.Organization.ID, w)
				sum := 0.0
				for _, r := range m.Reasons {
					seen[r.Kind]++
					sum += r.Weight
					if r.Weight <= 0 || len(r.Via) == 0 || len(r.Evidence) == 0 {
						t.Errorf("%s: a reason that rests on nothing: %+v", of, r)
					}
				}
				if math.Abs(sum-m.Score) > 1e-9 || sum == 0 {
					t.Errorf("%s: the reasons weigh %v, and the score is %v", of, sum, m.Score)
				}
				if slices.Contains(barred, m.Organization.ID) {
					t.Errorf("%s: is a partner, a part or a whole", of)
				}
				if i > 0 && (matches[i-1].Score < m.Score || matches[i-1].Score == m.Score && matches[i-1].Organization.ID >= m.Organization.ID) {
					t.Errorf("%s: comes behind %+v", of, matches[i-1])
				}
				if len(w) == 0 {
					plain[m.Organization.ID] = m
				}
				for _, before := range plain[m.Organization.ID].Reasons {
					if !slices.ContainsFunc(m.Reasons, func(r reason) bool { return cmp.Equal(r, before) }) {
						t.Errorf("%s: the wish takes away %+v", of, before)
					}
				}
			}
		}
	}
	for _, kind := range []string{"PARTNERS_OF_PARTNERS", "SHARED_FIELD", "COMPLEMENTARY_FIELD", "WANTED_FIELD", "WANTED_COUNTRY", "WANTED_ROLE"} {
		if seen[kind] == 0 {
			t.Errorf("no match has the reason %s", kind)
		}
	}
}
