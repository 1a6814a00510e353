// One step on from each entity of $frontier: how many relationships it has, and
// where each leads, with the number of sources that support it. A country is an
// end, or no link at all, unless $countries says that it may be one.
RETURN COLLECT {
  UNWIND $frontier AS id
  MATCH (one:Entity {id: id})
  RETURN [id,
    COUNT { (one)-[r:$any($through)]-() WHERE 'STATED' IN coalesce(r.bases, [r.basis]) }, //? stated
    COUNT { (one)-[:$any($through)]-() }, //? !stated
    COLLECT {
      MATCH (one)-[r:$any($through)]-(other:Entity)
      WHERE ($countries OR NOT other:Country OR other.id IN $ends)
        AND 'STATED' IN coalesce(r.bases, [r.basis]) //? stated
      RETURN [other.id, size(coalesce(r.sources, ['one']))]
    }
  ]
} AS steps
