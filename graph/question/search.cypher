// Who or what is called so, in any script and spelling. The database's full-text
// index gives candidates: names that hold all that is asked, or, where there are
// none, names that hold some of it. Each name of a candidate is then held against
// the query, and the one that fits best says how it was found. $close and $far ask
// the index; $key, $words, $pinyin, $grams and $marks are forms of the query as
// those of names lie beside them; $ids are the ids that it may be.
CALL () {
  MATCH (node:Entity) WHERE node.id IN $ids
  RETURN node, node.id AS identifier
  UNION
  MATCH (known:Identifier)-[:SAME_AS]->(node:Entity) WHERE known.id IN $ids
  RETURN node, known.id AS identifier
  UNION
  CALL db.index.fulltext.queryNodes('entity_search', $close) YIELD node
  WHERE node:Entity
  RETURN node, null AS identifier
}
WITH node, identifier
WHERE true
  AND true //: node
  AND any(label IN labels(node) WHERE label IN $types) //? types
  AND (node.code IN $countries OR EXISTS { //? countries
    MATCH (node)-[home:IN_COUNTRY]->(country:Country) WHERE country.code IN $countries //? countries
      AND true //: home //? countries
  }) //? countries
LIMIT 60 // the index gives the best first
WITH collect({node: node, identifier: identifier}) AS close
CALL (close) {
  UNWIND close AS found
  RETURN found.node AS node, found.identifier AS identifier
  UNION ALL
  WITH close WHERE size(close) = 0
  CALL db.index.fulltext.queryNodes('entity_search', $far) YIELD node
  WHERE node:Entity
  WITH node
  WHERE true
    AND true //: node
    AND any(label IN labels(node) WHERE label IN $types) //? types
    AND (node.code IN $countries OR EXISTS { //? countries
      MATCH (node)-[home:IN_COUNTRY]->(country:Country) WHERE country.code IN $countries //? countries
        AND true //: home //? countries
    }) //? countries
  LIMIT 60
  RETURN node, null AS identifier
}
WITH node, max(identifier) AS identifier
WITH node, identifier, [text IN [node.name, node.title] WHERE text IS NOT NULL] + coalesce(node.names, []) + coalesce(node.aliases, []) AS texts,
  node.searchKeys AS keys, node.searchWords AS spelled, coalesce(node.searchPinyin, []) AS pinyins, coalesce(node.searchInitials, []) AS shortened
CALL (identifier, texts, keys, spelled, pinyins, shortened) {
  WITH identifier WHERE identifier IS NOT NULL
  RETURN 1.0 AS points, 'IDENTIFIER' AS how, identifier AS text
  UNION ALL
  UNWIND range(0, size(texts) - 1) AS i
  WITH texts[i] AS text, keys[i] AS key, ' ' + spelled[i] + ' ' AS words, coalesce(pinyins[i], '') AS pinyin,
    split(coalesce(shortened[i], ''), ' ') AS initials, CASE i WHEN 0 THEN 0 ELSE 0.005 END AS byname
  WITH *, CASE
    WHEN toLower(text) = toLower($query) THEN 'EXACT'
    WHEN key = $key THEN 'FOLDED'
    WHEN $pinyin <> '' AND pinyin = $pinyin THEN 'PINYIN'
    WHEN $key IN initials THEN 'INITIALS'
    WHEN key STARTS WITH $key THEN 'PREFIX'
    WHEN $pinyin <> '' AND pinyin CONTAINS $pinyin THEN 'PINYIN'
    WHEN all(word IN $words WHERE words CONTAINS ' ' + word) THEN 'WORDS'
    ELSE 'FUZZY'
  END AS how,
    1.0 * size($key) / size(key) AS part,
    1.0 * size($pinyin) / (1 + size(pinyin)) AS said
  // Pieces that both have, seen from the query and from both.
  WITH *, CASE how WHEN 'FUZZY' THEN 1.0 * size([gram IN $grams WHERE words CONTAINS gram]) END AS common
  RETURN CASE
    WHEN how = 'EXACT' THEN 1.0
    WHEN how = 'FOLDED' THEN 0.97
    WHEN how = 'PINYIN' AND pinyin = $pinyin THEN 0.95
    WHEN how = 'INITIALS' THEN 0.9
    WHEN how = 'PREFIX' THEN 0.7 + 0.2 * part
    WHEN how = 'PINYIN' AND pinyin STARTS WITH $pinyin THEN 0.6 + 0.2 * said
    WHEN how = 'PINYIN' THEN 0.5 + 0.2 * said
    WHEN how = 'WORDS' THEN 0.6 + 0.3 * CASE WHEN part > 1 THEN 1 ELSE part END
    // What has the words that thousands share, and none of the others, is another.
    WHEN $marks <> [] AND none(mark IN $marks WHERE CASE WHEN size(mark) > 5 THEN 3 ELSE 5 END * size([gram IN mark WHERE words CONTAINS gram]) >= size(mark)) THEN 0.0
    ELSE 0.45 * common / size($grams) + 0.6 * common / (size($grams) + size(words))
  END - byname AS points, how, text
}
WITH node, max([points, how, text]) AS best
WITH collect({node: node, best: best}) AS hits, max(best[0]) AS most
UNWIND hits AS hit
WITH hit.node AS node, hit.best AS best, most
WHERE best[1] <> 'FUZZY' OR best[0] > 0.25 AND best[0] > 0.7 * most // less is chance
RETURN node AS entity, round(best[0], 4) AS score, {name: best[2], how: best[1]} AS matched, node.id AS key
