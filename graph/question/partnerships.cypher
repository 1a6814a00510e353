// Which organizations of a country have partners, and how strongly.
// Two different organizations are partners when both are party to one agreement.
// A pair of which either could stand here comes once. What a pair's page shows of
// it (the agreements in order, the evidence) is read for that page alone: see
// Partnership in questions.graphqls.
MATCH (:Country {code: $country})<-[located:IN_COUNTRY]-(here:$any($kinds))
WHERE true
  AND (here.kind IN $institutionKinds OR NOT here:Institution) //? institutionKinds
  AND true //: located
MATCH (here)-[mine:PARTY_TO]->(agreement:Agreement)
WHERE true
  AND agreement.kind IN $agreementKinds //? agreementKinds
  AND agreement.status IN $status //? status
  AND coalesce(agreement.signedOn, agreement.startDate) >= $from //? from
  AND coalesce(agreement.signedOnLatest, agreement.signedOn, agreement.startDateLatest, agreement.startDate) <= $to //? to
  AND true //: mine
WITH DISTINCT located, here, agreement
WITH located, here, agreement, coalesce(agreement.signedOn, agreement.startDate) AS day
MATCH (agreement)<-[theirs:PARTY_TO]-(there:$any($withKinds)) //? withKinds
MATCH (agreement)<-[theirs:PARTY_TO]-(there:$any($kinds)) //? !withKinds
WHERE there <> here
  AND true //: theirs
WITH located, here, there, collect(DISTINCT agreement) AS agreements, min(day) AS firstOn, max(day) AS lastOn
WHERE here.id < there.id OR NOT ( // the other way round it is the same pair
  there:$any($kinds)
  AND EXISTS {
    MATCH (there)-[home:IN_COUNTRY]->(:Country {code: $country})
    WHERE true
      AND true //: home
  }
  AND (there.kind IN $institutionKinds OR NOT there:Institution) //? institutionKinds
  AND here:$any($withKinds) //? withKinds
  AND EXISTS { //? with
    MATCH (here)-[home:IN_COUNTRY]->(:Country {code: $with}) //? with
    WHERE true //? with
      AND true //: home //? with
  } //? with
)
MATCH (there)-[home:IN_COUNTRY]->(:Country {code: $with}) //? with
WHERE true //: home //? with
RETURN here, there, agreements, firstOn, lastOn, located,
  home, //? with
  null AS home, //? !with
  here.name AS hereName, //? .hereName
  there.name AS thereName, //? .thereName
  size(agreements) AS shared, here.id + ' ' + there.id AS key
