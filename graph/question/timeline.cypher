// What happened when: the days on which agreements were signed, begin and end,
// and on which events begin and end. Of some entities, or of a country, or of
// what those entities have to do with the country; of everything, if neither is
// given. What is merely planned has not happened, and what no source dates has no
// place here. Of everything, each sort of day gives its first ones, in the order of
// its index: no more than $limit of them can be among the first of all.
UNWIND $of AS id //? of
OPTIONAL MATCH (:Identifier {id: id})-[:SAME_AS]->(merged:Entity) //? of
MATCH (one:Entity {id: coalesce(merged.id, id)}) //? of
WHERE true //: one //? of
CALL (one) { //? of
  MATCH (one)-[r:PARTY_TO|APPROVED|SIGNED_AT|ORGANIZED|ATTENDED|SPOKE_AT]-(thing:Agreement|Event) //? of
  WHERE true //: r //? of
  RETURN thing //? of
  UNION //? of
  MATCH (thing:Entity {id: one.id}) //? of
  WHERE thing:Agreement OR thing:Event //? of
  RETURN thing //? of
} //? of
MATCH (country:Country {code: $country}) //? !of country
CALL (country) { //? !of country
  MATCH (country)<-[home:IN_COUNTRY]-(one:Organization|Person)-[r:PARTY_TO|APPROVED|ORGANIZED|ATTENDED|SPOKE_AT]->(thing:Agreement|Event) //? !of country
  WHERE true //: home r //? !of country
  RETURN one, thing //? !of country
  UNION //? !of country
  MATCH (country)-[r:IN_COUNTRY|ORGANIZED|ATTENDED|SPOKE_AT]-(thing:Event) //? !of country
  WHERE true //: r //? !of country
  RETURN country AS one, thing //? !of country
} //? !of country
WITH thing, collect(DISTINCT one) AS involved //? of
WITH thing, collect(DISTINCT one) AS involved //? !of country
CALL () { //? !of !country
  MATCH (thing:Agreement) //? !of !country
  WHERE thing.signedOn IS NOT NULL AND coalesce(thing.status, '') <> 'PLANNED' //? !of !country
    AND thing.signedOn >= $from //? !of !country from
    AND coalesce(thing.signedOnLatest, thing.signedOn) <= $to //? !of !country to
    AND true //: thing //? !of !country
  WITH thing ORDER BY thing.signedOn, coalesce(thing.signedOnLatest, thing.signedOn), thing.id LIMIT $limit //? !of !country
  RETURN thing //? !of !country
  UNION ALL //? !of !country
  MATCH (thing:Agreement) //? !of !country
  WHERE thing.startDate IS NOT NULL AND coalesce(thing.status, '') <> 'PLANNED' //? !of !country
    AND thing.startDate >= $from //? !of !country from
    AND coalesce(thing.startDateLatest, thing.startDate) <= $to //? !of !country to
    AND true //: thing //? !of !country
  WITH thing ORDER BY thing.startDate, coalesce(thing.startDateLatest, thing.startDate), thing.id LIMIT $limit //? !of !country
  RETURN thing //? !of !country
  UNION ALL //? !of !country
  MATCH (thing:Agreement) //? !of !country
  WHERE thing.endDate IS NOT NULL AND coalesce(thing.status, '') <> 'PLANNED' //? !of !country
    AND thing.endDate >= $from //? !of !country from
    AND coalesce(thing.endDateLatest, thing.endDate) <= $to //? !of !country to
    AND true //: thing //? !of !country
  WITH thing ORDER BY thing.endDate, coalesce(thing.endDateLatest, thing.endDate), thing.id LIMIT $limit //? !of !country
  RETURN thing //? !of !country
  UNION ALL //? !of !country
  MATCH (thing:Event) //? !of !country
  WHERE thing.startDate IS NOT NULL //? !of !country
    AND thing.startDate >= $from //? !of !country from
    AND coalesce(thing.startDateLatest, thing.startDate) <= $to //? !of !country to
    AND true //: thing //? !of !country
  WITH thing ORDER BY thing.startDate, coalesce(thing.startDateLatest, thing.startDate), thing.id LIMIT $limit //? !of !country
  RETURN thing //? !of !country
  UNION ALL //? !of !country
  MATCH (thing:Event) //? !of !country
  WHERE thing.endDate IS NOT NULL //? !of !country
    AND thing.endDate >= $from //? !of !country from
    AND coalesce(thing.endDateLatest, thing.endDate) <= $to //? !of !country to
    AND true //: thing //? !of !country
  WITH thing ORDER BY thing.endDate, coalesce(thing.endDateLatest, thing.endDate), thing.id LIMIT $limit //? !of !country
  RETURN thing //? !of !country
} //? !of !country
WITH DISTINCT thing, [] AS involved //? !of !country
WHERE coalesce(thing.status, '') <> 'PLANNED'
  AND (EXISTS { //? of country
    MATCH (thing)-[r:PARTY_TO|APPROVED|ORGANIZED|ATTENDED|SPOKE_AT]-(:Organization|Person)-[home:IN_COUNTRY]->(:Country {code: $country}) //? of country
    WHERE true //: home r //? of country
  } OR EXISTS { //? of country
    MATCH (thing)-[r:IN_COUNTRY|ORGANIZED|ATTENDED|SPOKE_AT]-(:Country {code: $country}) //? of country
    WHERE true //: r //? of country
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
