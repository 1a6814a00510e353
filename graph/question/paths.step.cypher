// One step on from each entity of $frontier: how many relationships it has, and
// where each leads, with the number of its entries that count. A country is an
// end, or no link at all, unless $countries says that it may be one.
RETURN COLLECT {
  UNWIND $frontier AS id
  MATCH (one:Entity {id: id})
  RETURN [id,
    COUNT { (one)-[r:$any($through)]-() WHERE true }, //: r
    COUNT { (one)-[:$any($through)]-() }, //? !scoped
    COLLECT {
      MATCH (one)-[r:$any($through)]-(other:Entity)
      WHERE ($countries OR NOT other:Country OR other.id IN $ends)
        AND true //: r
      RETURN [other.id, coalesce(size([basis IN r.bases WHERE basis <> 'INFERRED']), 1)] //: r[]
    }
  ]
} AS steps
