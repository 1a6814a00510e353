// vicinity.go reads the part of the graph in which the paths between two ends lie:
// two balls, one around each end, whose radii are as many hops together as a path
// may have. The edge of such a path that lies in none of them would be too far from
// one end. The ball with the smaller rim grows first, so that where one end is tied
// to little, little is read.

package question

import (
	"context"
	"fmt"
	"maps"
	"slices"
)

// maxTies is how much of the graph may lie between two ends, each tie counted from
// both of its own. All of Horizon 2020 up to 2016 has fewer than 200,000.
const maxTies = 1_000_000

// A vicinity is what was read of the graph.
type vicinity struct {
	from, to  string
	avoid     map[string]bool
	countries bool                        // whether a country may be a link
	near      map[string]map[string]int64 // by two entities: the sources of the strongest relationship
	degree    map[string]int64            // of those that were gone on from
	ties      int
}

func newVicinity(from, to string, avoid, through []string, any bool) *vicinity {
	v := &vicinity{from: from, to: to, avoid: map[string]bool{}, near: map[string]map[string]int64{}, degree: map[string]int64{}}
	for _, id := range avoid {
		v.avoid[id] = true
	}
	v.countries = any || slices.Contains(through, "IN_COUNTRY") || slices.Contains(through, "OPERATES_IN")
	return v
}

// A ball is what lies around one end.
type ball struct {
	inside map[string]bool
	rim    []string // what was reached last, and is to be gone on from
}

// grow reads the two balls.
func (v *vicinity) grow(ctx context.Context, read Reader, hops int) error {
	one := &ball{map[string]bool{v.from: true}, []string{v.from}}
	other := &ball{map[string]bool{v.to: true}, []string{v.to}}
	s := begin(ctx, "walking from both ends", hops)
	for range hops {
		if len(other.rim) < len(one.rim) {
			one, other = other, one
		}
		if len(one.rim) == 0 { // all that one end is tied to is known
			return nil
		}
		if err := v.step(ctx, read, one); err != nil {
			return err
		}
		if err := s.did(1); err != nil {
			return err
		}
	}
	return nil
}

// step lets the ball grow by one hop.
func (v *vicinity) step(ctx context.Context, read Reader, b *ball) error {
	unread := []any{}
	for _, id := range b.rim {
		if _, known := v.degree[id]; !known {
			unread = append(unread, id)
		}
	}
	if len(unread) > 0 {
		record, err := read(ctx, "paths.step.cypher", map[string]any{"frontier": unread, "ends": []any{v.from, v.to}, "countries": v.countries})
		if err != nil {
			return err
		}
		steps, _ := record[0].([]any)
		for _, step := range steps {
			v.note(step.([]any))
		}
		if v.ties > maxTies {
			return &BoundError{fmt.Sprintf("between the two lie more than %d ties, which is the most that is searched; ask for fewer hops, or name in `through` what may be followed", maxTies)}
		}
	}
	var rim []string
	for _, id := range b.rim {
		for other := range v.near[id] {
			if !b.inside[other] {
				b.inside[other] = true
				if other != v.from && other != v.to { // a path ends there
					rim = append(rim, other)
				}
			}
		}
	}
	b.rim = rim
	return nil
}

// note keeps one entity's degree and what lies around it, as [id, degree, [[id,
// sources] …]].
func (v *vicinity) note(step []any) {
	id := step[0].(string)
	v.degree[id] = step[1].(int64)
	for _, way := range step[2].([]any) {
		way := way.([]any)
		other, sources := way[0].(string), way[1].(int64)
		if other != id && !v.avoid[other] {
			v.tie(id, other, sources)
			v.tie(other, id, sources)
		}
	}
}

// tie keeps the strongest of the relationships that lead from a to b.
func (v *vicinity) tie(a, b string, sources int64) {
	if v.near[a] == nil {
		v.near[a] = map[string]int64{}
	}
	if _, known := v.near[a][b]; !known {
		v.ties++
	}
	v.near[a][b] = max(v.near[a][b], sources)
}

// distances are the hops from an end, to all that lies no further than hops.
func (v *vicinity) distances(end string, hops int) map[string]int {
	found := map[string]int{end: 0}
	rim := []string{end}
	for d := 1; d <= hops; d++ {
		var next []string
		for _, id := range rim {
			for other := range v.near[id] {
				if _, known := found[other]; !known {
					found[other] = d
					next = append(next, other)
				}
			}
		}
		rim = next
	}
	return found
}

// weighted gives what can lie on a path, by its ids in their order, and its
// weights. There are no ids if there is no path.
func (v *vicinity) weighted(ctx context.Context, read Reader, hops int) ([]string, *weights, error) {
	here, there := v.distances(v.from, hops), v.distances(v.to, hops)
	if _, reached := here[v.to]; !reached {
		return nil, nil, nil
	}
	for id, d := range here {
		if rest, reached := there[id]; !reached || d+rest > hops {
			delete(here, id)
		}
	}
	names := slices.Sorted(maps.Keys(here))
	if err := v.degrees(ctx, read, names); err != nil {
		return nil, nil, err
	}
	place := make(map[string]int, len(names))
	for i, id := range names {
		place[id] = i
	}
	g := &weights{arcs: make([][]arc, len(names)), pass: make([]int64, len(names))}
	for i, id := range names {
		g.pass[i] = passCost(v.degree[id])
		for other, sources := range v.near[id] {
			if to, on := place[other]; on {
				g.arcs[i] = append(g.arcs[i], arc{to, stepCost(sources)})
			}
		}
	}
	return names, g, nil
}

// degrees reads those that no step has told: of what lies on both rims.
func (v *vicinity) degrees(ctx context.Context, read Reader, ids []string) error {
	unknown := []any{}
	for _, id := range ids {
		if _, known := v.degree[id]; !known && id != v.from && id != v.to {
			unknown = append(unknown, id)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	record, err := read(ctx, "paths.degree.cypher", map[string]any{"nodes": unknown})
	if err != nil {
		return err
	}
	for i, degree := range record[0].([]any) {
		v.degree[unknown[i].(string)] = degree.(int64)
	}
	return nil
}
