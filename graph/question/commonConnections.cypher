// What several entities have in common: the agreements, alliances, events … that
// each one of them is tied to, and by what. The rarest first: an agreement of two
// says more than a consortium of a hundred.
UNWIND $of AS id
OPTIONAL MATCH (:Identifier {id: id})-[:SAME_AS]->(merged:Entity)
MATCH (one:Entity {id: coalesce(merged.id, id)})
WITH collect(DISTINCT one) AS given
UNWIND given AS one
MATCH (one)-[r:$any($through)]-(entity:Entity)
WHERE true //: r
WITH size(given) AS wanted, entity, one, r ORDER BY r.key
WITH wanted, entity, one, collect(r) AS relationships ORDER BY one.id
WITH wanted, entity, collect({of: one, relationships: relationships}) AS ties
WHERE wanted > 1 AND size(ties) = wanted
RETURN entity, ties
ORDER BY COUNT { (entity)--() }, entity.id
