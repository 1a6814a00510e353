// What is known of a country, or of two: which sources speak of it, up to when,
// of how many entities. So that an empty answer can be told from an unasked one:
// "no partnership found in 3 sources up to 2025-11-17", or "no source read".
// A source speaks of a country when it says that something is in it, or that the
// country took part in something. That it lists the country's name is not enough,
// and a registry, which tells where things are and of no agreement, is none.
MATCH (country:Country {code: $country})
MATCH (other:Country {code: $with}) //? with
WITH country, other //? with
WITH country, null AS other //? !with
CALL (country, other) {
  UNWIND [country, other] AS place
  MATCH (place)-[r:IN_COUNTRY|OPERATES_IN|ORGANIZED|ATTENDED|SPOKE_AT]-(entity:Entity)
  UNWIND range(0, size(r.sources) - 1) AS i
  WITH place, entity, r.sources[i] AS id, r.bases[i] AS basis
  WHERE basis IN ['STATED', 'IMPLIED'] //: r[i]
  WITH id, place, count(DISTINCT entity) AS entities
  WITH id, sum(CASE place WHEN country THEN entities ELSE 0 END) AS here, sum(CASE place WHEN other THEN entities ELSE 0 END) AS there
  MATCH (source:Source {id: id}) WHERE coalesce(source.origin, '') <> 'registry'
  WITH source, here, there, coalesce(source.publishedOn, source.retrievedOn) AS known
  ORDER BY known DESC, source.id
  RETURN collect({
    source: source, known: known, entities: here,
    entitiesWith: there //? with
    entitiesWith: null //? !with
  }) AS sources, max(known) AS upTo
}
// Asked from the country that has fewer organizations.
WITH country, other, sources, upTo,
  COUNT { (other)<-[:IN_COUNTRY]-() } < COUNT { (country)<-[:IN_COUNTRY]-() } AS fewer //? with
  null AS fewer //? !with
WITH country, other, sources, upTo, CASE WHEN fewer THEN other ELSE country END AS one, CASE WHEN fewer THEN country ELSE other END AS another
WITH country, other, sources, upTo, EXISTS {
  MATCH (one)<-[located:IN_COUNTRY]-(here:Organization)-[mine:PARTY_TO]->(agreement:Agreement)<-[theirs:PARTY_TO]-(there:Organization)
  WHERE here <> there AND agreement.status <> 'PLANNED'
    AND true //: located mine theirs
    AND EXISTS { //? with
      MATCH (there)-[home:IN_COUNTRY]->(another) //? with
      WHERE true //: home //? with
    } //? with
} AS partnered
RETURN country, other, sources, upTo, partnered,
  COUNT { MATCH (country)<-[r:IN_COUNTRY]-(:Organization) WHERE true } AS organizations, //: r //? .organizations
  COUNT { MATCH (country)<-[:IN_COUNTRY]-(:Organization) } AS organizations, //? .organizations !scoped
  CASE
    WHEN sources = [] THEN 'no source read' //? !scoped
    WHEN sources = [] THEN 'no source read tells of ' + country.code + ' by the statements that count here' //? scoped
    // What was found stands in some of the sources; what was not, in none of them.
    ELSE CASE WHEN partnered THEN 'partnerships found; ' ELSE 'no partnership found in ' END
      + CASE size(sources) WHEN 1 THEN '1 source' ELSE size(sources) + ' sources' END
      + CASE WHEN partnered THEN ' read up to ' ELSE ' up to ' END + toString(upTo)
      + CASE WHEN all(s IN sources WHERE s.entities = 0) THEN '; none speaks of ' + country.code ELSE '' END
      + CASE WHEN all(s IN sources WHERE s.entitiesWith = 0) THEN '; none speaks of ' + other.code ELSE '' END //? with
  END AS summary
