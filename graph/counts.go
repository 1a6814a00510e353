package graph

// counts.go writes what a scope asks: of a relationship that ONE of its entries
// meets it all, of a STATES (itself one statement) that it does. The usual scope
// asks nothing.

import (
	"strings"

	"guanxi/graph/cypher"
)

// passing is the condition that a relationship of a plain type has to meet, nil
// if the scope takes them all.
func (s scope) passing(rel cypher.Var, r relModel) cypher.Expr {
	switch {
	case r.link != nil && r.link.fields["basis"] != nil:
		return s.says(rel)
	case s.dated():
		return s.someEntry(rel)
	case s.weakest == stated:
		return cypher.Compare{L: cypher.Verb("'STATED'"), Op: "IN", R: cypher.Prop{Of: rel, Name: "bases"}}
	}
	return nil
}

// says is the condition on a STATES. It has no time in which it holds: that a
// source names something it does for ever, from the day on which it is known.
func (s scope) says(rel cypher.Var) cypher.Expr {
	var all cypher.And
	if s.weakest == stated {
		all = append(all, cypher.Compare{L: cypher.Prop{Of: rel, Name: "basis"}, Op: "=", R: cypher.Verb("'STATED'")})
	}
	if s.knownOn.given() {
		all = append(all, cypher.Compare{L: cypher.Prop{Of: rel, Name: "known"}, Op: "<=", R: s.knownOn.param})
	}
	return flat(all)
}

// someEntry is the condition that one of the relationship's entries counts. An
// entry without a first day holds from the day on which its source became known;
// on its last day it holds in any case.
func (s scope) someEntry(rel cypher.Var) cypher.Expr {
	return cypher.Template{
		Text:  "any(nth IN range(0, size($r.sources) - 1) WHERE $counts)",
		Names: map[string]cypher.Expr{"r": rel, "counts": s.entry(rel, "nth")},
	}
}

// entry is the condition that the relationship's entry of this number counts; nil
// if all do.
func (s scope) entry(rel, nth cypher.Var) cypher.Expr {
	names := map[string]cypher.Expr{"r": rel, "i": nth, "valid": s.validOn.param, "known": s.knownOn.param}
	var all cypher.And
	ask := func(text string) { all = append(all, cypher.Template{Text: text, Names: names}) }
	if s.knownOn.given() {
		ask("$r.knowns[$i] <= $known")
	}
	if s.validOn.given() {
		ask("$r.validTos[$i] >= $valid")
		all = append(all, cypher.Or{
			cypher.Template{Text: "coalesce(nullIf($r.validFroms[$i], date('0001-01-01')), $r.knowns[$i]) <= $valid", Names: names},
			cypher.Template{Text: "$r.validTos[$i] = $valid", Names: names},
		})
	}
	switch s.weakest {
	case stated:
		ask("$r.bases[$i] = 'STATED'")
	case implied:
		ask("$r.bases[$i] <> 'INFERRED'")
	}
	return flat(all)
}

// entries is how many of the relationship's entries count; null of a STATES, which
// has none. Where no day is asked for, one list is read, once.
func (s scope) entries(rel cypher.Var) cypher.Expr {
	names := map[string]cypher.Expr{"r": rel}
	switch {
	case s.dated():
		names["counts"] = s.entry(rel, "nth")
		return cypher.Template{Text: "CASE WHEN $r.sources IS NOT NULL THEN size([nth IN range(0, size($r.sources) - 1) WHERE $counts | nth]) END", Names: names}
	case s.weakest == stated:
		return cypher.Template{Text: "size([basis IN $r.bases WHERE basis = 'STATED'])", Names: names}
	case s.weakest == implied:
		return cypher.Template{Text: "size([basis IN $r.bases WHERE basis <> 'INFERRED'])", Names: names}
	}
	return cypher.Template{Text: "size($r.bases)", Names: names}
}

// shown is the condition on one statement of a relationship's evidence, as
// Evidence has it; nil if all count.
func (s scope) shown(row cypher.Var) cypher.Expr {
	var all cypher.And
	switch s.weakest {
	case stated:
		all = append(all, cypher.Compare{L: cypher.Prop{Of: row, Name: "basis"}, Op: "IN", R: cypher.Verb("['STATED']")})
	case implied:
		all = append(all, cypher.Compare{L: cypher.Prop{Of: row, Name: "basis"}, Op: "IN", R: cypher.Verb("['STATED', 'IMPLIED']")})
	}
	if s.knownOn.given() {
		all = append(all, cypher.Compare{L: cypher.Prop{Of: row, Name: "known"}, Op: "<=", R: s.knownOn.param})
	}
	if s.validOn.given() {
		all = append(all, cypher.Template{
			Text:  "coalesce($entry.validTo >= $valid, true) AND (coalesce($entry.validFrom, $entry.known) <= $valid OR coalesce($entry.validTo = $valid, false))",
			Names: map[string]cypher.Expr{"entry": row, "valid": s.validOn.param},
		})
	}
	return flat(all)
}

// scoped tells whether the scope asks anything of relationships of a plain type.
func (s scope) scoped() bool { return s.dated() || s.weakest == stated }

// passingAny is passing for a relationship of one of the types. A STATES among
// others has no lists.
func (s scope) passingAny(rel cypher.Var, m *model, types []string) cypher.Expr {
	mentions := 0
	for _, typ := range types {
		if m.mentions[strings.TrimSuffix(typ, inferredSuffix)] {
			mentions++
		}
	}
	says, counts := s.says(rel), s.passing(rel, relModel{})
	names := map[string]cypher.Expr{"r": rel, "says": orTrue(says), "counts": counts}
	switch {
	case mentions == 0 || counts == nil:
		return counts
	case mentions == len(types):
		return says
	case !s.dated():
		return cypher.Template{Text: "'STATED' IN coalesce($r.bases, [$r.basis])", Names: names}
	}
	return cypher.Template{Text: "CASE WHEN $r.sources IS NULL THEN $says ELSE $counts END", Names: names}
}
