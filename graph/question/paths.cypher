// The best paths between two entities, in the order in which paths.go found them:
// each of $rows is {hops, score, nodes}, the ids from one end to the other. Where
// several relationships lead from one to the next, the one that the most sources
// support stands for them.
UNWIND range(0, size($rows) - 1) AS at
WITH at, $rows[at] AS row
CALL (row) {
  UNWIND range(0, size(row.nodes) - 2) AS i
  MATCH (from:Entity {id: row.nodes[i]})-[r:$any($through)]-(to:Entity {id: row.nodes[i + 1]})
  WHERE true //: r
  WITH i, from, to, r ORDER BY coalesce(size([basis IN r.bases WHERE basis <> 'INFERRED']), 1) DESC, r.key //: r[]
  WITH i, from, to, head(collect(r)) AS relationship ORDER BY i
  RETURN collect({from: from, relationship: relationship, to: to}) AS steps
}
RETURN row.hops AS hops, row.score AS score, steps
ORDER BY at
