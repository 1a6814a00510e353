package ror

// recall_test.go measures how well search finds the organizations of the real
// registry by names that are not quite theirs: `make recall`. What is asked is
// drawn from the records with a fixed seed.

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guanxi/graph"
	"guanxi/graph/graphtest"
	"guanxi/graph/names"
	"guanxi/schema"
)

var recall = flag.Bool("recall", false, "measure the recall of search over the real registry, in the database that NEO4J_URI names or in the tests' own, into which it is imported first")

// drawn is how many names are drawn of each sort.
const drawn = 60

// leastAt5 is the part of all names whose organization must be among the first
// five hits.
const leastAt5 = 0.9

// A probe is a name that is asked for, and who is meant.
type probe struct {
	sort, query, want, of string // of: the name that it was made of
}

// The seeds of two samples: of names that were looked at while search was built,
// and of names of other organizations, which nothing is ever tuned on.
const (
	looked  = 26
	heldOut = 27
)

// TestRecall asks for names with typing errors, translations, aliases, acronyms,
// pinyin and initials, and prints how many are found, and how long it takes.
func TestRecall(t *testing.T) {
	if !*recall {
		t.Skip("takes minutes: make recall")
	}
	file := records(t)
	engine, trivial := recallEngine(t, file)
	all := active(t, file)
	known := draw(t, all, looked, nil)
	drawnOf := map[string]bool{}
	for _, p := range known {
		drawnOf[p.want] = true
	}
	others := draw(t, all, heldOut, drawnOf)
	for _, sample := range []struct {
		name   string
		probes []probe
	}{{"looked at", known}, {"held out", others}} {
		if found := askAll(t, engine, sample.name, sample.probes); found < leastAt5 {
			t.Errorf("%s: of all names, %.3f are found among the first five; at least %.1f should be", sample.name, found, leastAt5)
		}
	}
	measureSpeed(t, engine, trivial, others)
}

// askAll asks for the names of a sample, prints how many are found, and gives the
// part of them all that is among the first five.
func askAll(t *testing.T, engine *graph.Engine, sample string, probes []probe) float64 {
	type row struct{ n, first, namesake, five int }
	table := map[string]*row{"all": {}}
	for _, p := range probes {
		found := hits(t, engine, p.query)
		at := slices.IndexFunc(found, func(h hit) bool { return h.id == p.want })
		for _, sort := range []string{p.sort, "all"} {
			r := table[sort]
			if r == nil {
				r = &row{}
				table[sort] = r
			}
			r.n++
			if at == 0 {
				r.first++
			}
			if at >= 0 && at < 5 {
				r.five++
			}
			if len(found) > 0 && (at == 0 || slices.Contains(found[0].names, p.of)) {
				r.namesake++
			}
		}
		if sample != "held out" && (at < 0 || at >= 5) {
			var got []string
			for _, h := range found[:min(3, len(found))] {
				got = append(got, fmt.Sprintf("%s %s %q %.3f", h.id, h.how, h.name, h.score))
			}
			t.Logf("%-12s %q of %q (%s): at %d; %s", p.sort, p.query, p.of, p.want, at, strings.Join(got, " | "))
		}
	}
	fmt.Printf("\nnames %s\n%-16s %5s %8s %8s %10s\n", sample, "sort", "names", "at 1", "at 5", "namesakes")
	for _, sort := range append(slices.Clone(sorts), "all") {
		r := table[sort]
		part := func(n int) string { return fmt.Sprintf("%.3f", float64(n)/float64(r.n)) }
		fmt.Printf("%-16s %5d %8s %8s %10s\n", sort, r.n, part(r.first), part(r.five), part(r.namesake))
	}
	return float64(table["all"].five) / float64(table["all"].n)
}

// recallEngine is an engine over the registry, and what runs a trivial statement as
// the engine runs its own.
func recallEngine(t *testing.T, file string) (_ *graph.Engine, trivial func()) {
	t.Helper()
	full, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	var driver neo4j.DriverWithContext
	database := os.Getenv("NEO4J_DATABASE")
	if uri := os.Getenv("NEO4J_URI"); uri != "" {
		driver, err = neo4j.NewDriverWithContext(uri, neo4j.BasicAuth(os.Getenv("NEO4J_USERNAME"), os.Getenv("NEO4J_PASSWORD"), ""))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { driver.Close(context.Background()) })
	} else {
		db := graphtest.Open(t)
		driver, database = db.Driver, db.Database
		if _, err := Import(context.Background(), driver, database, file, time.Time{}, nil); err != nil {
			t.Fatal(err)
		}
	}
	engine, err := graph.New(full, driver, graph.Options{Database: database})
	if err != nil {
		t.Fatal(err)
	}
	return engine, func() {
		session := driver.NewSession(t.Context(), neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, DatabaseName: database})
		defer session.Close(t.Context())
		if _, err := session.ExecuteRead(t.Context(), func(tx neo4j.ManagedTransaction) (any, error) {
			result, err := tx.Run(t.Context(), "RETURN 1 AS one", nil)
			if err != nil {
				return nil, err
			}
			return result.Single(t.Context())
		}); err != nil {
			t.Fatal(err)
		}
	}
}

// A hit is one that search found.
type hit struct {
	id, how, name string
	score         float64
	names         []string
}

// hits asks for the query.
func hits(t *testing.T, engine *graph.Engine, query string) []hit {
	t.Helper()
	const ask = `query ($q: String!) { search(query: $q, types: [ORGANIZATION], first: 20) { score matched { name how } entity { id ... on Organization { name aliases names { value } } } } }`
	request, errs := engine.Parse(ask, "", map[string]any{"q": query})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	answer, err := engine.Answer(context.Background(), request)
	if err != nil {
		t.Fatalf("%q: %v", query, err)
	}
	return decodeHits(t, answer.Data)
}

// sorts are the sorts of names that are drawn.
var sorts = []string{"name", "translation", "alias", "acronym", "one error", "two errors", "words moved", "beginning", "accents gone", "traditional", "pinyin", "pinyin begun", "pinyin initials", "initials"}

// active are the organizations of the file that there still are.
func active(t *testing.T, file string) (all []*organization) {
	t.Helper()
	if err := eachRecord(file, func(o *organization) error {
		if o.status == "active" {
			all = append(all, o)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

// draw draws names, some of each sort, of organizations that are not left out.
func draw(t *testing.T, all []*organization, seed uint64, leaveOut map[string]bool) (probes []probe) {
	t.Helper()
	traditional := traditionalCharacters(t)
	random := rand.New(rand.NewPCG(20, seed))
	for _, sort := range sorts {
		n := 0
		for range 100000 {
			if n == drawn {
				break
			}
			o := all[random.IntN(len(all))]
			if of, query := made(random, sort, o, traditional); query != "" && !leaveOut[o.id] {
				n++
				probes = append(probes, probe{sort, query, o.id, of})
			}
		}
	}
	return probes
}

// made makes a name of the sort of one of the organization's names; empty if it
// has none that can be made so.
func made(random *rand.Rand, sort string, o *organization, traditional map[rune]rune) (of, query string) {
	words := strings.Fields(o.name)
	chinese := ""
	for _, n := range o.names {
		if n.lang == "zh" {
			chinese = n.value
		}
	}
	forms := names.Keys([]string{o.name, chinese}, []string{"", "zh"})
	switch sort {
	case "name":
		return o.name, o.name
	case "translation":
		if len(o.names) > 0 {
			n := o.names[random.IntN(len(o.names))]
			return n.value, n.value
		}
	case "alias", "acronym":
		if len(o.aliases) > 0 {
			alias := o.aliases[random.IntN(len(o.aliases))]
			if short := len(alias) < 8 && strings.ToUpper(alias) == alias; short == (sort == "acronym") {
				return alias, alias
			}
		}
	case "one error":
		if len(o.name) > 5 {
			return o.name, misspell(random, o.name)
		}
	case "two errors":
		if len(o.name) > 9 {
			return o.name, misspell(random, misspell(random, o.name))
		}
	case "words moved":
		if len(words) > 2 {
			random.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
			return o.name, strings.Join(words, " ")
		}
	case "beginning":
		if len(words) > 4 {
			return o.name, strings.Join(words[:4], " ")
		}
	case "accents gone":
		for _, n := range append([]name{{"", o.name}}, o.names...) {
			if folded := names.Fold(n.value); !strings.EqualFold(folded, n.value) && len(folded) < len(strings.ReplaceAll(n.value, "'", "")) && isLatin(folded) {
				return n.value, folded
			}
		}
	case "traditional":
		query := strings.Map(func(r rune) rune {
			if other, ok := traditional[r]; ok {
				return other
			}
			return r
		}, chinese)
		if query != chinese {
			return chinese, query
		}
	case "pinyin":
		return chinese, forms.Pinyin[1]
	case "pinyin begun":
		if said := forms.Pinyin[1]; len(said) > 16 {
			return chinese, said[:14]
		}
	case "pinyin initials":
		if strings.Count(forms.Words[1], " ") >= 3 {
			return chinese, forms.Initials[1]
		}
	case "initials":
		if short, _, _ := strings.Cut(forms.Initials[0], " "); len(short) > 3 {
			return o.name, short
		}
	}
	return "", ""
}

func isLatin(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r >= 0x80 })
}

// misspell leaves out a letter, doubles or replaces one, or lets two change
// places.
func misspell(random *rand.Rand, name string) string {
	r := []rune(name)
	i := 1 + random.IntN(len(r)-2)
	switch random.IntN(4) {
	case 0:
		return string(slices.Delete(r, i, i+1))
	case 1:
		return string(slices.Insert(r, i, r[i]))
	case 2:
		r[i] = rune('a' + random.IntN(26))
	default:
		r[i], r[i+1] = r[i+1], r[i]
	}
	return string(r)
}

// traditionalCharacters gives a traditional character for simplified ones.
func traditionalCharacters(t *testing.T) map[rune]rune {
	t.Helper()
	text, err := os.ReadFile("../../graph/names/simplified.txt")
	if err != nil {
		t.Fatal(err)
	}
	table := map[rune]rune{}
	for line := range strings.Lines(string(text)) {
		if r := []rune(strings.TrimSpace(line)); len(r) > 1 && r[0] != '#' {
			table[r[0]] = r[1]
		}
	}
	return table
}
