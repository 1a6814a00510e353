// What is around some entities, up to three steps away. Of every entity that is
// gone on from, and of every type of relationship, the strongest $perNode are
// followed: those that the most sources support first, then those that lead to
// what has the fewest relationships itself (an agreement of two before a
// consortium of a hundred). What is strong depends on the entity alone and not on
// where one came from, and what the first seeds give comes before what the later
// ones add: with one more seed at the end, nothing that was there goes.
UNWIND range(0, size($of) - 1) AS at
OPTIONAL MATCH (:Identifier {id: $of[at]})-[:SAME_AS]->(merged:Entity)
MATCH (seed:Entity {id: coalesce(merged.id, $of[at])})
WHERE true //: seed
WITH seed, min(at) AS at
ORDER BY at
// Each step leads to one more than may be shown, so that it is known whether there
// are more. The first. Each of the three gives its hops: of an entity and a type, how
// many relationships there are and which were followed; and where they lead to.
CALL (seed) {
  MATCH (seed)-[r:$any($through)]-(other:Entity)
  WHERE true //: r
  WITH replace(type(r), '_INFERRED', '') AS type, r, other
  ORDER BY type, coalesce(size([basis IN r.bases WHERE basis <> 'INFERRED']), 1) DESC, COUNT { (other)--() }, r.key //: r[]
  WITH type, count(*) AS count, collect({r: r, other: other})[..$perNode] AS steps
  RETURN collect({entity: seed, type: type, count: count, steps: steps}) AS hops1
}
CALL (seed, hops1) {
  UNWIND hops1 AS hop
  UNWIND hop.steps AS step
  WITH step.other AS other WHERE other <> seed
  RETURN collect(DISTINCT other)[..$limit + 1] AS near1
}
// The second, from everything that the first led to.
CALL (near1) {
  UNWIND CASE WHEN $depth >= 2 THEN near1 ELSE [] END AS entity
  CALL (entity) {
    MATCH (entity)-[r:$any($through)]-(other:Entity)
    WHERE true //: r
    WITH replace(type(r), '_INFERRED', '') AS type, r, other
    ORDER BY type, coalesce(size([basis IN r.bases WHERE basis <> 'INFERRED']), 1) DESC, COUNT { (other)--() }, r.key //: r[]
    WITH type, count(*) AS count, collect({r: r, other: other})[..$perNode] AS steps
    RETURN type, count, steps
  }
  RETURN collect({entity: entity, type: type, count: count, steps: steps}) AS hops2
}
CALL (seed, near1, hops2) {
  UNWIND hops2 AS hop
  UNWIND hop.steps AS step
  WITH step.other AS other WHERE other <> seed AND NOT other IN near1
  RETURN collect(DISTINCT other)[..$limit + 1] AS near2
}
// The third.
CALL (near2) {
  UNWIND CASE WHEN $depth >= 3 THEN near2 ELSE [] END AS entity
  CALL (entity) {
    MATCH (entity)-[r:$any($through)]-(other:Entity)
    WHERE true //: r
    WITH replace(type(r), '_INFERRED', '') AS type, r, other
    ORDER BY type, coalesce(size([basis IN r.bases WHERE basis <> 'INFERRED']), 1) DESC, COUNT { (other)--() }, r.key //: r[]
    WITH type, count(*) AS count, collect({r: r, other: other})[..$perNode] AS steps
    RETURN type, count, steps
  }
  RETURN collect({entity: entity, type: type, count: count, steps: steps}) AS hops3
}
CALL (seed, near1, near2, hops3) {
  UNWIND hops3 AS hop
  UNWIND hop.steps AS step
  WITH step.other AS other WHERE other <> seed AND NOT other IN near1 AND NOT other IN near2
  RETURN collect(DISTINCT other)[..$limit + 1] AS near3
}
WITH collect(seed) AS seeds, collect(near1 + near2 + near3) AS around, collect(hops1 + hops2 + hops3) AS hops
// Every seed, and of the rest as many as may be.
CALL (seeds, around) {
  UNWIND around AS some
  UNWIND some AS node
  WITH DISTINCT node WHERE NOT node IN seeds
  RETURN collect(node) AS rest
}
WITH seeds + rest[..$limit] AS nodes, size(rest) > $limit AS truncated, hops
CALL (nodes, hops) {
  UNWIND hops AS some
  UNWIND some AS hop
  UNWIND hop.steps AS step
  WITH DISTINCT step.r AS r
  WHERE startNode(r) IN nodes AND endNode(r) IN nodes
  RETURN collect(r) AS relationships
}
// What was left out: all that an entity has of a type, less what is shown of it.
CALL (nodes, hops, relationships) {
  CALL (nodes, hops, relationships) {
    UNWIND hops AS some
    UNWIND some AS hop
    WITH hop WHERE hop.entity IN nodes
    RETURN hop.entity AS entity, hop.type AS type, hop.count AS count, 0 AS shown
    UNION ALL
    UNWIND relationships AS r
    UNWIND [startNode(r), endNode(r)] AS entity
    RETURN entity, replace(type(r), '_INFERRED', '') AS type, 0 AS count, 1 AS shown
  }
  WITH entity, type, max(count) - sum(shown) AS count
  WHERE count > 0
  RETURN collect({entity: entity, relationship: type, count: count}) AS omitted
}
RETURN nodes, relationships, omitted, truncated
