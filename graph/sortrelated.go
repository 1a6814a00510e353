package graph

// sortrelated.go sorts by what is related to a row: by what a list comes to, or
// by a key of a single node.

import (
	"guanxi/graph/cypher"
)

// A relatedKey is a sort key that is read across a hop: an aggregate of all that
// is there, or a key of the one with the smallest id.
type relatedKey struct {
	hop hop
	of  *aggregate
	key sortKey // if of is nil
}

func (k *relatedKey) String() string {
	if k.of != nil {
		return k.of.String() + " (" + k.hop.String() + ")"
	}
	return k.key.subject() + " (" + k.hop.String() + ")"
}

// subject says what is compared, without the direction.
func (k sortKey) subject() string {
	if k.related != nil {
		return k.related.String()
	}
	return edgeWord(k.edge) + k.property
}

// relatedKey reads a sort key under the relationship field f; nil if none is given.
func (s *selector) relatedKey(f *fieldModel, in input, typ string, scope scope) (*sortKey, error) {
	def := s.model.schema.Types[typ]
	related := &relatedKey{hop: s.hop(f, scope)}
	key := &sortKey{related: related}
	if !f.connection() {
		inner, err := s.sortKey(in.fields[0], def, f.target, nil, scope)
		if inner == nil || err != nil {
			return nil, err
		}
		related.key, key.typ, key.descending = *inner, inner.typ, inner.descending
		return key, nil
	}
	in = in.fields[0].input // of `aggregate`
	path := aggregatePath{node: s.nodeType(f), link: f.rel.link}
	for in.kind == objectInput {
		in = given(in)
		if len(in.fields) == 0 {
			return nil, nil
		}
		if len(in.fields) > 1 {
			return nil, in.wrong("give one key here, and each sort key an object of its own")
		}
		path = path.step(in.fields[0].name)
		in = in.fields[0].input
	}
	if in.kind != leafInput {
		return nil, nil
	}
	related.of, key.descending = &path.aggregate, in.now == "DESC"
	key.typ = path.typ()
	key.required = path.function == "count" || path.function == "sum" // of nothing these are 0
	return key, nil
}

// bindKeys computes the keys that are read across a hop once a row and names
// them, to be compared with a cursor, ordered by, and answered.
func (e *emitter) bindKeys(query cypher.Query, r rows, row *rowVars) cypher.Query {
	for _, key := range r.sort {
		if key.related == nil {
			continue
		}
		if row.keys == nil {
			if r.distinct { // or the key would be read again for each way to the node
				query = append(query, cypher.With{Distinct: true, Items: row.items(r)})
			}
			query = fenced(query, r, *row)
			row.keys = map[*relatedKey]cypher.Var{}
		}
		row.keys[key.related] = e.fresh("k")
		query = append(query, e.relatedKey(key.related, row.node, row.keys[key.related]))
	}
	if row.keys == nil {
		return query
	}
	return append(query, cypher.With{Items: row.items(r)})
}

// items are what has to be carried of the row of r.
func (row rowVars) items(r rows) []cypher.Item {
	items := []cypher.Item{{Expr: row.node}}
	if row.rel != "" && !r.distinct {
		items = append(items, cypher.Item{Expr: row.rel})
	}
	for _, key := range r.sort {
		if v := row.keys[key.related]; v != "" {
			items = append(items, cypher.Item{Expr: v})
		}
	}
	return items
}

// relatedKey reads the key across its hop: null where there is nothing to read.
func (e *emitter) relatedKey(k *relatedKey, from, as cypher.Var) cypher.Clause {
	var list aggregates
	if k.of != nil {
		list = aggregates{k.of}
	}
	query, to := e.across(k.hop, from, list)
	var value cypher.Expr
	switch {
	case k.of != nil:
		query = e.aggregates(query, list, across{k.hop}, to)
		value = e.aggregated[k.of]
	case k.key.related != nil:
		inner := e.fresh("k")
		query = append(query, smallestID(to.node), e.relatedKey(k.key.related, to.node, inner))
		value = inner
	default:
		query = append(query, smallestID(to.node))
		value = e.sortValue(k.key, to)
	}
	query = append(query, cypher.Return{Items: []cypher.Item{{Expr: value, As: as}}})
	return cypher.Call{Optional: k.of == nil, Import: []cypher.Var{from}, Query: query}
}

// smallestID keeps of several nodes the one with the smallest id: of what a field
// promises to be one, the choice must not be chance.
func smallestID(node cypher.Var) cypher.With {
	return cypher.With{Items: []cypher.Item{{Expr: node}},
		OrderBy: []cypher.SortKey{{Expr: cypher.Prop{Of: node, Name: "id"}}}, Limit: cypher.Verb("1")}
}
