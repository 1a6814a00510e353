// What happened when: the days on which agreements were signed, begin and end,
// and on which events begin and end. Of some entities, or of a country, or of
// what those entities have to do with the country; of everything, if neither is
// given. What is merely planned has not happened, and what no source dates has no
// place here.
UNWIND $of AS id //? of
OPTIONAL MATCH (:Identifier {id: id})-[:SAME_AS]->(merged:Entity) //? of
MATCH (one:Entity {id: coalesce(merged.id, id)}) //? of
CALL (one) { //? of
  MATCH (one)-[r:PARTY_TO|APPROVED|SIGNED_AT|ORGANIZED|ATTENDED|SPOKE_AT]-(thing:Agreement|Event) //? of
  WHERE 'STATED' IN r.bases //? of stated
  RETURN thing //? of
  UNION //? of
  MATCH (thing:Entity {id: one.id}) //? of
  WHERE thing:Agreement OR thing:Event //? of
  RETURN thing //? of
} //? of
MATCH (country:Country {code: $country}) //? !of country
CALL (country) { //? !of country
  MATCH (country)<-[home:IN_COUNTRY]-(one:Organization|Person)-[r:PARTY_TO|APPROVED|ORGANIZED|ATTENDED|SPOKE_AT]->(thing:Agreement|Event) //? !of country
  WHERE 'STATED' IN home.bases AND 'STATED' IN r.bases //? !of country stated
  RETURN one, thing //? !of country
  UNION //? !of country
  MATCH (country)-[r:IN_COUNTRY|ORGANIZED|ATTENDED|SPOKE_AT]-(thing:Event) //? !of country
  WHERE 'STATED' IN r.bases //? !of country stated
  RETURN country AS one, thing //? !of country
} //? !of country
MATCH (thing:Agreement|Event) //? !of !country
WITH thing, null AS one //? !of !country
WITH thing, collect(DISTINCT one) AS involved
WHERE coalesce(thing.status, '') <> 'PLANNED'
  AND (EXISTS { //? of country
    MATCH (thing)-[r:PARTY_TO|APPROVED|ORGANIZED|ATTENDED|SPOKE_AT]-(:Organization|Person)-[home:IN_COUNTRY]->(:Country {code: $country}) //? of country
    WHERE 'STATED' IN home.bases AND 'STATED' IN r.bases //? of country stated
  } OR EXISTS { //? of country
    MATCH (thing)-[r:IN_COUNTRY|ORGANIZED|ATTENDED|SPOKE_AT]-(:Country {code: $country}) //? of country
    WHERE 'STATED' IN r.bases //? of country stated
  }) //? of country
UNWIND [
  {what: 'SIGNED', day: thing.signedOn, latest: thing.signedOnLatest, text: thing.signedOnText},
  {what: 'BEGINS', day: thing.startDate, latest: thing.startDateLatest, text: thing.startDateText},
  {what: 'ENDS', day: thing.endDate, latest: thing.endDateLatest, text: thing.endDateText}
] AS moment
WITH thing AS entity, involved, moment.what AS what, moment.day AS day, coalesce(moment.latest, moment.day) AS latest, moment.text AS text
WHERE day IS NOT NULL
  AND day >= $from //? from
  AND latest <= $to //? to
RETURN day, latest, text, what, entity, involved
ORDER BY day, latest, entity.id, what DESC
