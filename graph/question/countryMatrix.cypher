// Which countries cooperate, and how much. Every agreement is grouped by the
// countries of its parties first, and only the countries are then crossed: a
// consortium of 150 organizations from 20 countries makes 210 rows, and not the
// 11,175 of its pairs. So a pair of organizations counts once for every agreement
// that it shares.
MATCH (agreement:Agreement)
WHERE agreement.status <> 'PLANNED'
  AND agreement.kind IN $agreementKinds //? agreementKinds
MATCH (agreement)<-[r:PARTY_TO]-(organization:$any($kinds))-[home:IN_COUNTRY]->(country:Country)
WHERE true //: r home
WITH agreement, country, collect(DISTINCT organization) AS organizations
WITH agreement, collect({country: country, code: country.code, organizations: organizations, number: size(organizations)}) AS sides
UNWIND sides AS one
UNWIND sides AS two
WITH one, two WHERE one.code < two.code OR one.code = two.code AND one.number > 1
WITH one.country AS a, two.country AS b, count(*) AS agreements,
  collect(CASE one.code WHEN two.code THEN one.organizations ELSE one.organizations + two.organizations END) AS groups, //? .organizations
  sum(CASE one.code WHEN two.code THEN one.number * (one.number - 1) / 2 ELSE one.number * two.number END) AS partnerships
CALL (groups) { //? .organizations
  UNWIND groups AS group //? .organizations
  UNWIND group AS organization //? .organizations
  RETURN count(DISTINCT organization) AS organizations //? .organizations
} //? .organizations
RETURN a, b, partnerships, agreements,
  organizations, //? .organizations
  a.code + ' ' + b.code AS key
ORDER BY partnerships DESC, key
