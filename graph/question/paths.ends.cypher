// The entities that the ids stand for, in their order: the two ends of a path, and
// what it is to avoid. An id of a registry, or one that was merged into another,
// stands for the survivor.
RETURN COLLECT {
  UNWIND [$from, $to] + coalesce($avoid, []) AS id
  OPTIONAL MATCH (:Identifier {id: id})-[:SAME_AS]->(merged:Entity)
  RETURN coalesce(merged.id, id)
} AS ids
