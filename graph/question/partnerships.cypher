// Which organizations of a country have partners, which, and by which agreements.
// Two different organizations are partners when both are party to one agreement.
// A pair of which either could stand here comes once.
MATCH (:Country {code: $country})<-[located:IN_COUNTRY]-(here:Organization)
WHERE true
  AND any(label IN labels(here) WHERE label IN $kinds) //? kinds
  AND (here.kind IN $institutionKinds OR NOT here:Institution) //? institutionKinds
  AND 'STATED' IN located.bases //? stated
MATCH (here)-[mine:PARTY_TO]->(agreement:Agreement)
WHERE true
  AND agreement.kind IN $agreementKinds //? agreementKinds
  AND agreement.status IN $status //? status
  AND 'STATED' IN mine.bases //? stated
MATCH (agreement)<-[theirs:PARTY_TO]-(there:Organization)
WHERE there <> here
  AND 'STATED' IN theirs.bases //? stated
  AND any(label IN labels(there) WHERE label IN $withKinds) //? withKinds
  AND any(label IN labels(there) WHERE label IN $kinds) //? kinds !withKinds
  AND EXISTS { //? with
    MATCH (there)-[home:IN_COUNTRY]->(:Country {code: $with}) //? with
    WHERE true //? with
      AND 'STATED' IN home.bases //? with stated
  } //? with
WITH here, there, located, agreement, mine, theirs
ORDER BY agreement.id, mine.key, theirs.key
WITH here, there,
  collect(DISTINCT agreement) AS agreements,
  collect(DISTINCT mine) + collect(DISTINCT theirs) + collect(DISTINCT located) AS evidence
WHERE here.id < there.id OR NOT ( // the other way round it is the same pair
  EXISTS {
    MATCH (there)-[home:IN_COUNTRY]->(:Country {code: $country})
    WHERE true
      AND 'STATED' IN home.bases //? stated
  }
  AND any(label IN labels(there) WHERE label IN $kinds) //? kinds
  AND (there.kind IN $institutionKinds OR NOT there:Institution) //? institutionKinds
  AND any(label IN labels(here) WHERE label IN $withKinds) //? withKinds
  AND EXISTS { //? with
    MATCH (here)-[home:IN_COUNTRY]->(:Country {code: $with}) //? with
    WHERE true //? with
      AND 'STATED' IN home.bases //? with stated
  } //? with
)
UNWIND agreements AS agreement
WITH here, there, agreements, evidence,
  min(coalesce(agreement.signedOn, agreement.startDate)) AS firstOn,
  max(coalesce(agreement.signedOn, agreement.startDate)) AS lastOn
RETURN here, there, agreements, firstOn, lastOn, evidence,
  size(agreements) AS strength, here.name AS hereName, there.name AS thereName,
  here.id + ' ' + there.id AS key
