package main

// deep.go measures what a page costs at any depth: of a generated graph of 200,000 agreements, in orders that an index
// gives and in orders that none does.

import (
	"context"
	"fmt"
	"slices"
	"time"

	"guanxi/graph"
	"guanxi/seed/generate"
)

// A deepOrder is an order to page in.
type deepOrder struct {
	name  string
	sort  string
	query string // with $first and $after
	edges bool   // of one organization's agreements: there are fewer of these
}

const (
	pageOfAll = `query ($first: Int!, $after: String) {
  agreementsConnection(first: $first, after: $after, sort: [%s]) { edges { node { id title } } pageInfo { hasNextPage endCursor } }
}`
	pageOfOne = `query ($first: Int!, $after: String, $id: ID!) {
  organizations(where: {id: {eq: $id}}) {
    agreementsConnection(first: $first, after: $after, sort: [%s]) { edges { node { id title } } pageInfo { hasNextPage endCursor } }
  }
}`
)

// steady is the order that shall cost the same at every depth.
var steady = deepOrder{name: "a required, indexed, nearly unique key", sort: "{title: ASC}", query: pageOfAll}

// deepOrders are all that are measured.
var deepOrders = []deepOrder{
	steady,
	{name: "the same, descending", sort: "{title: DESC}", query: pageOfAll},
	{name: "a unique key", sort: "{id: ASC}", query: pageOfAll},
	{name: "a nullable, indexed key of many values", sort: "{amount: ASC}", query: pageOfAll},
	{name: "the same, descending", sort: "{amount: DESC}", query: pageOfAll},
	{name: "a nullable, indexed key of few values", sort: "{startDate: ASC}", query: pageOfAll},
	{name: "two keys, the first required and indexed", sort: "{title: ASC}, {amount: DESC}", query: pageOfAll},
	{name: "two keys, the first nullable", sort: "{startDate: ASC}, {title: ASC}", query: pageOfAll},
	{name: "a key without index", sort: "{startDateText: ASC}", query: pageOfAll},
	{name: "one organization's agreements, by title", sort: "{node: {title: ASC}}", query: pageOfOne, edges: true},
	{name: "one organization's agreements, by an edge key", sort: "{edge: {role: ASC}}", query: pageOfOne, edges: true},
}

// A deepRow is what was seen of one order.
type deepRow struct {
	Name, Sort string
	Depths     []int
	Hits       []int64
	Time       float64 // of the deepest page, in times of the first
	steady     bool
}

// deepSizes are those of the whole measurement and of the short one.
var (
	deepWhole = generate.Size{Organizations: 50_000, Agreements: 200_000, Seed: 1}
	deepShort = generate.Size{Organizations: 5_000, Agreements: 20_000, Seed: 1}
)

// measureDeep brings up the graph and measures all orders.
func measureDeep(ctx context.Context, short bool) ([]deepRow, error) {
	size := deepWhole
	if short {
		size = deepShort
	}
	name := fmt.Sprintf("generated-%d", size.Agreements)
	db, err := open(ctx, name, fmt.Sprintf("a generated graph of %d agreements", size.Agreements), generated(size))
	if err != nil {
		return nil, err
	}
	defer db.close()
	engine, err := db.engine(ctx)
	if err != nil {
		return nil, err
	}
	var rows []deepRow
	for _, order := range deepOrders {
		depths := []int{0, size.Agreements / 200, size.Agreements / 2}
		row, err := measureOrder(ctx, db, engine, order, depths)
		if err != nil {
			return nil, fmt.Errorf("pages by %s: %w", order.sort, err)
		}
		say("pages by %-40s db hits %v at %v", row.Sort, row.Hits, row.Depths)
		rows = append(rows, row)
	}
	return rows, nil
}

// measureOrder measures pages of 25 at each depth.
func measureOrder(ctx context.Context, db *graphDB, engine *graph.Engine, order deepOrder, depths []int) (deepRow, error) {
	row := deepRow{Name: order.name, Sort: order.sort, steady: order.sort == steady.sort}
	query := fmt.Sprintf(order.query, order.sort)
	variables := map[string]any{"first": int64(25), "after": nil}
	if order.edges {
		found, err := db.read(ctx, "MATCH (o:Organization) WITH o, COUNT { (o)-[:PARTY_TO]->() } AS grants ORDER BY grants DESC, o.id LIMIT 1 RETURN o.id AS id, grants", nil)
		if err != nil {
			return row, err
		}
		variables["id"] = found[0]["id"]
		grants := int(found[0]["grants"].(int64))
		depths = []int{0, grants / 20, grants - 50}
	}
	row.Depths = depths
	var first, last time.Duration
	at := 0
	for i, depth := range depths {
		for at < depth { // cursors are only had by paging
			stride := min(depth-at, 5000)
			variables["first"] = int64(stride)
			answer, err := answer(ctx, engine, query, variables)
			if err != nil {
				return row, err
			}
			cursor := endCursor.FindSubmatch(answer)
			if cursor == nil {
				return row, fmt.Errorf("no row lies behind %d others", at)
			}
			variables["after"], at = string(cursor[1]), at+stride
		}
		variables["first"] = int64(25)
		statement, err := compile(engine, query, variables)
		if err != nil {
			return row, err
		}
		hits, err := db.hits(ctx, statement.Cypher, statement.Params)
		if err != nil {
			return row, err
		}
		row.Hits = append(row.Hits, hits)
		took, err := typical(ctx, engine, query, variables)
		if err != nil {
			return row, err
		}
		if i == 0 {
			first = took
		}
		last = took
	}
	row.Time = float64(last) / float64(first)
	return row, nil
}

// answer is the data of one answer.
func answer(ctx context.Context, engine *graph.Engine, query string, variables map[string]any) ([]byte, error) {
	request, faults := engine.Parse(query, "", variables)
	if len(faults) > 0 {
		return nil, faults
	}
	answer, err := engine.Answer(ctx, request)
	if err != nil {
		return nil, err
	}
	if len(answer.Errors) > 0 {
		return nil, answer.Errors
	}
	return answer.Data, nil
}

// typical is the median time of a few answers, of which the first do not count.
func typical(ctx context.Context, engine *graph.Engine, query string, variables map[string]any) (time.Duration, error) {
	var times []time.Duration
	end := time.Now().Add(2 * time.Second)
	for i := 0; i < 5 || i < 60 && time.Now().Before(end); i++ {
		start := time.Now()
		if _, err := answer(ctx, engine, query, variables); err != nil {
			return 0, err
		}
		times = append(times, time.Since(start))
	}
	times = times[len(times)/3:]
	slices.Sort(times)
	return times[len(times)/2], nil
}
