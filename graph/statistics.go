package graph

// statistics.go keeps the database's own counts: how many nodes bear a label,
// how many relationships start or end at it, how many values an index holds.
// They are read in the background, never on behalf of an operation, and decide
// between ways of searching (anchor.go) and what an operation may cost (cost.go).

import (
	"context"
	"fmt"
	"maps"
	"math"
	"time"
)

// Statistics are counts of a database, as its planner keeps them.
type Statistics struct {
	Nodes         map[string]int64 `json:"nodes"`         // by label: "Institution"
	Relationships map[string]*Ends `json:"relationships"` // by type: "PARTY_TO"
	Values        map[string]int64 `json:"values"`        // different values in an index: "Institution.name"
}

// Ends are the relationships of one type: all of them, and those that start and
// end at nodes with a label.
type Ends struct {
	All  int64            `json:"all"`
	From map[string]int64 `json:"from"`
	To   map[string]int64 `json:"to"`
}

// Of a database without statistics, every label is taken for as large and every
// relationship for as frequent as the others.
const (
	guessedNodes  = 10_000
	guessedDegree = 5
)

// Refresh reads the database's statistics. Plans made before are made anew if
// the counts have changed so much that they might turn out otherwise.
func (e *Engine) Refresh(ctx context.Context) error {
	values, err := e.run(ctx, "CALL db.stats.retrieve('GRAPH COUNTS') YIELD data RETURN data", nil)
	if err != nil {
		return fmt.Errorf("the database's statistics could not be read: %w", err)
	}
	data, _ := values[0].(map[string]any)
	e.SetStatistics(readStatistics(data))
	return nil
}

// SetStatistics takes the counts for the database's; nil stands for none.
func (e *Engine) SetStatistics(s *Statistics) {
	old := e.statistics.Swap(s)
	if !s.near(old) {
		e.plans.clear()
	}
}

// Watch refreshes the statistics now and then, until ctx ends. What goes wrong
// is told to report; the counts read last remain.
func (e *Engine) Watch(ctx context.Context, every time.Duration, report func(error)) {
	for {
		if err := e.Refresh(ctx); err != nil && ctx.Err() == nil {
			report(err)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(every):
		}
	}
}

func readStatistics(data map[string]any) *Statistics {
	s := &Statistics{Nodes: map[string]int64{}, Relationships: map[string]*Ends{}, Values: map[string]int64{}}
	for _, row := range objects(data["nodes"]) {
		if label := text(row["label"]); label != "" {
			s.Nodes[label] = count(row["count"])
		}
	}
	for _, row := range objects(data["relationships"]) {
		typ := text(row["relationshipType"])
		if typ == "" {
			continue
		}
		ends := s.Relationships[typ]
		if ends == nil {
			ends = &Ends{From: map[string]int64{}, To: map[string]int64{}}
			s.Relationships[typ] = ends
		}
		switch from, to := text(row["startLabel"]), text(row["endLabel"]); {
		case from != "":
			ends.From[from] = count(row["count"])
		case to != "":
			ends.To[to] = count(row["count"])
		default:
			ends.All = count(row["count"])
		}
	}
	for _, row := range objects(data["indexes"]) {
		labels, properties := texts(row["labels"]), texts(row["properties"])
		if row["indexType"] != "RANGE" || len(labels) != 1 || len(properties) != 1 {
			continue
		}
		values := count(row["estimatedUniqueSize"])
		if count(row["updatesSinceEstimation"]) > values { // sampled before most of it came
			values = s.Nodes[labels[0]]
		}
		s.Values[labels[0]+"."+properties[0]] = values
	}
	return s
}

func objects(v any) []map[string]any {
	var rows []map[string]any
	list, _ := v.([]any)
	for _, item := range list {
		if row, ok := item.(map[string]any); ok {
			rows = append(rows, row)
		}
	}
	return rows
}

func texts(v any) []string {
	var all []string
	list, _ := v.([]any)
	for _, item := range list {
		all = append(all, text(item))
	}
	return all
}

func text(v any) string { s, _ := v.(string); return s }

func count(v any) int64 { n, _ := v.(int64); return n }

// near tells whether no count has grown or shrunk to less than half, and what
// one count says of another (that a type always ends at a label) still holds.
func (s *Statistics) near(t *Statistics) bool {
	if s == nil || t == nil {
		return s == t
	}
	return nearCounts(s.Nodes, t.Nodes) && nearCounts(s.Values, t.Values) && maps.EqualFunc(s.Relationships, t.Relationships, func(a, b *Ends) bool {
		return nearCounts(a.From, b.From) && nearCounts(a.To, b.To) &&
			maps.Equal(a.always(a.From), b.always(b.From)) && maps.Equal(a.always(a.To), b.always(b.To))
	})
}

// always are the labels that all of the relationships have at that end.
func (e *Ends) always(end map[string]int64) map[string]bool {
	labels := map[string]bool{}
	for label, n := range end {
		if n > 0 && n == e.All {
			labels[label] = true
		}
	}
	return labels
}

func nearCounts(a, b map[string]int64) bool {
	return maps.EqualFunc(a, b, func(n, m int64) bool {
		return math.Abs(math.Log2(float64(n+1))-math.Log2(float64(m+1))) <= 1
	})
}
