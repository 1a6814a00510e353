// Whom an organization might approach: others that are neither its partners nor
// its parts or wholes, by the reasons that speak for them. A reason is a row of a
// candidate that says how much of it there is. It weighs that amount times what
// stands here and nowhere else, as does what is taken for a role. Its ways are the
// strongest few of those on which it rests: ids, from one end to the other. The
// relationships along them are read for the page alone: see Match in
// questions.graphqls.
WITH {
  PARTNERS_OF_PARTNERS: 2.0,
  SHARED_FIELD: 1.0,
  COMPLEMENTARY_FIELD: 1.0,
  WANTED_FIELD: 1.0,
  WANTED_COUNTRY: 0.5,
  WANTED_ROLE: 1.0
} AS weights, [
  {role: 'CURRICULUM', kinds: ['COOPERATIVE_EDUCATION'], field: 'curriculum-development'}, //? roles
  {role: 'RESEARCH', kinds: ['JOINT_RESEARCH', 'JOINT_LABORATORY', 'GRANT'], field: 'academic-research'}, //? roles
  {role: 'CAREERS', kinds: ['GOING_GLOBAL'], field: 'career-development'} //? roles
] AS roles
OPTIONAL MATCH (:Identifier {id: $for})-[:SAME_AS]->(merged:Entity)
MATCH (seeker:Entity {id: coalesce(merged.id, $for)})
WHERE true //: seeker
WITH weights, roles, seeker, [label IN labels(seeker) WHERE NOT label =~ '(Entity|Organization).*' | replace(label, '_INFERRED', '')] AS kinds
CALL (seeker, kinds, roles) {
  // Partners of partners. An agreement ties its parties by 1 / sqrt(parties), and a
  // partner hands on what ties it to the seeker by 1 / sqrt(agreements).
  MATCH (seeker)-[near:PARTY_TO]->(mine:Agreement)
  WHERE mine.status <> 'PLANNED'
    AND true //: near
  MATCH (mine)<-[far:PARTY_TO]-(partner:Organization)
  WHERE partner <> seeker
    AND true //: far
  WITH mine, collect(DISTINCT partner) AS partners
  UNWIND partners AS partner
  WITH partner, 1 / sqrt(1 + size(partners)) AS part, mine.id AS mine
  WITH partner, sum(part) AS tie, max([part, mine])[1] AS mine
  MATCH (partner)-[near:PARTY_TO]->(theirs:Agreement)
  WHERE theirs.status <> 'PLANNED'
    AND true //: near
  WITH partner, tie, mine, collect(DISTINCT theirs) AS agreements
  WITH partner.id AS partner, tie / sqrt(size(agreements)) AS tie, mine, agreements
  UNWIND agreements AS theirs
  WITH theirs, sum(tie) AS tie, max([tie, partner, mine]) AS way
  MATCH (theirs)<-[far:PARTY_TO]-(candidate:Organization)
  WHERE true
    AND true //: far
  WITH theirs, tie, way, collect(DISTINCT candidate) AS candidates
  WITH theirs.id AS theirs, candidates, tie / sqrt(size(candidates)) AS part, way
  UNWIND candidates AS candidate
  WITH candidate, part, theirs, way ORDER BY part DESC, theirs //? .reasons
  WITH candidate, sum(part) AS amount, collect([seeker.id, way[2], way[1], theirs, candidate.id])[..3] AS ways //? .reasons
  WITH candidate, sum(part) AS amount, null AS ways //? !.reasons
  RETURN candidate, 'PARTNERS_OF_PARTNERS' AS kind, null AS role, amount / (1 + amount) AS amount, ways
UNION ALL
  // The fields that both are active in, or one itself and the other, of another
  // kind, by what it is a member of, leads, guides or supports.
  MATCH (seeker)-[near:ACTIVE_IN|MEMBER_OF|LEADS|GUIDES|SUPPORTS*1..2]->(field:Field)<-[far:ACTIVE_IN|MEMBER_OF|LEADS|GUIDES|SUPPORTS*1..2]-(candidate:Organization)
  WHERE candidate <> seeker AND size(near) + size(far) < 4
    AND none(r IN near + far WHERE coalesce(toUpper(r.status), '') = 'PLANNED')
    AND true //: near far
  WITH kinds, candidate, field, [seeker.id] + [r IN near | endNode(r).id] + [r IN far | startNode(r).id] AS way
  WITH kinds, candidate, field, min([size(way), way])[1] AS way
  WITH kinds, candidate, field, way, CASE size(way) WHEN 3 THEN 'SHARED_FIELD' ELSE 'COMPLEMENTARY_FIELD' END AS kind
  WHERE kind = 'SHARED_FIELD' OR none(label IN labels(candidate) WHERE replace(label, '_INFERRED', '') IN kinds)
  WITH field, kind, collect({candidate: candidate, way: way}) AS found
  UNWIND found AS one
  WITH one.candidate AS candidate, kind, one.way AS way, log(2) / log(1 + size(found)) AS part ORDER BY part DESC, way
  WITH candidate, kind, sum(part) AS amount, collect(way)[..3] AS ways
  RETURN candidate, kind, null AS role, amount, ways
UNION ALL //? fields
  // The fields that are wanted.
  UNWIND $fields AS id //? fields
  OPTIONAL MATCH (:Identifier {id: id})-[:SAME_AS]->(merged:Entity) //? fields
  MATCH (field:Entity {id: coalesce(merged.id, id)})<-[far:ACTIVE_IN]-(candidate:Organization) //? fields
  WHERE coalesce(toUpper(far.status), '') <> 'PLANNED' //? fields
    AND true //: far //? fields
  WITH DISTINCT candidate, field.id AS field ORDER BY field //? fields
  WITH candidate, collect([field, candidate.id]) AS ways //? fields
  RETURN candidate, 'WANTED_FIELD' AS kind, null AS role, 1.0 * size(ways) AS amount, ways[..5] AS ways //? fields
UNION ALL //? countries
  // The countries that are wanted.
  UNWIND $countries AS code //? countries
  MATCH (country:Country {code: code})<-[far:IN_COUNTRY|OPERATES_IN]-(candidate:Organization) //? countries
  WHERE true //? countries
    AND true //: far //? countries
  WITH DISTINCT candidate, country.id AS country ORDER BY country //? countries
  WITH candidate, collect([country, candidate.id]) AS ways //? countries
  RETURN candidate, 'WANTED_COUNTRY' AS kind, null AS role, 1.0 * size(ways) AS amount, ways[..5] AS ways //? countries
UNION ALL //? roles
  // The roles that are wanted.
  UNWIND roles AS wanted //? roles
  WITH wanted WHERE wanted.role IN $roles //? roles
  CALL (wanted) { //? roles
    MATCH (agreement:Agreement)<-[far:PARTY_TO]-(candidate:Organization) //? roles
    WHERE agreement.kind IN wanted.kinds AND agreement.status <> 'PLANNED' //? roles
      AND true //: far //? roles
    RETURN candidate, [agreement.id, candidate.id] AS way //? roles
  UNION //? roles
    MATCH (field:Entity {id: wanted.field})<-[far:ACTIVE_IN]-(candidate:Organization) //? roles
    WHERE coalesce(toUpper(far.status), '') <> 'PLANNED' //? roles
      AND true //: far //? roles
    RETURN candidate, [field.id, candidate.id] AS way //? roles
  UNION //? roles
    MATCH (field:Entity {id: wanted.field})<-[far:ACTIVE_IN]-(of:Programme|Alliance)<-[by:MEMBER_OF|LEADS|GUIDES|SUPPORTS]-(candidate:Organization) //? roles
    WHERE none(r IN [by, far] WHERE toUpper(coalesce(r.status, '')) = 'PLANNED') //? roles
      AND true //: by far //? roles
    RETURN candidate, [field.id, of.id, candidate.id] AS way //? roles
  } //? roles
  WITH DISTINCT candidate, wanted.role AS role, way ORDER BY size(way), way //? roles
  WITH candidate, role, collect(way)[..3] AS ways //? roles
  RETURN candidate, 'WANTED_ROLE' AS kind, role, 1.0 AS amount, ways //? roles
UNION ALL
  // Who is out of the question: partners, wholes (itself among them) and parts.
  MATCH (seeker)-[near:PARTY_TO]->(mine:Agreement)<-[far:PARTY_TO]-(candidate:Organization)
  WHERE mine.status <> 'PLANNED'
    AND true //: near far
  RETURN DISTINCT candidate, null AS kind, null AS role, 0.0 AS amount, null AS ways
UNION ALL
  MATCH (seeker)-[steps:PART_OF*0..5]->(candidate:Organization)
  WHERE true
    AND true //: steps
  RETURN DISTINCT candidate, null AS kind, null AS role, 0.0 AS amount, null AS ways
UNION ALL
  MATCH (seeker)<-[steps:PART_OF*1..5]-(candidate:Organization)
  WHERE true
    AND true //: steps
  RETURN DISTINCT candidate, null AS kind, null AS role, 0.0 AS amount, null AS ways
}
WITH seeker, candidate, collect({kind: kind, role: role, weight: round(weights[coalesce(kind, '')] * amount, 6), ways: ways}) AS reasons
WHERE none(reason IN reasons WHERE reason.kind IS NULL)
  AND any(reason IN reasons WHERE reason.kind = 'WANTED_FIELD') //? fields
  AND any(reason IN reasons WHERE reason.kind = 'WANTED_COUNTRY') //? countries
  AND any(reason IN reasons WHERE reason.kind = 'WANTED_ROLE') //? roles
RETURN candidate AS organization, candidate.id AS key, seeker, reasons,
  round(reduce(sum = 0.0, reason IN reasons | sum + reason.weight), 6) AS score
