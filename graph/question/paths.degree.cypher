// How many relationships each entity of $nodes has, in their order.
RETURN COLLECT {
  UNWIND $nodes AS id
  MATCH (one:Entity {id: id})
  RETURN COUNT { (one)-[r:$any($through)]-() WHERE true } //: r
  RETURN COUNT { (one)-[:$any($through)]-() } //? !scoped
} AS degrees
