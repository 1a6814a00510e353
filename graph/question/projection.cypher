// Who takes part in what: the organizations of some kinds, and for each agreement
// that is not merely planned those of them that are party to it. That every pair of
// these are partners is made of it in Go (projection.go): a consortium of 150
// makes a list of 150 here, and not 11,175 pairs.
RETURN COLLECT {
  MATCH (organization:$any($kinds))
  WHERE true //: organization
  RETURN organization.id
} AS organizations, COLLECT {
  MATCH (agreement:Agreement)
  WHERE agreement.status <> 'PLANNED'
    AND agreement.kind IN $agreementKinds //? agreementKinds
  RETURN COLLECT {
    MATCH (agreement)<-[r:PARTY_TO]-(organization:$any($kinds))
    WHERE true //: r
    RETURN DISTINCT organization.id
  }
} AS agreements
