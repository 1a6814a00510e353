// How central organizations are, as centrality.go has computed it: $rows holds one
// map, whose ranking is a list of {id, rank, score}.
UNWIND $rows AS row
RETURN row.measure AS measure, row.computed AS computed, COLLECT {
  UNWIND row.ranking AS ranked
  MATCH (organization:Organization {id: ranked.id})
  WITH ranked, organization ORDER BY ranked.rank, ranked.id
  RETURN {rank: ranked.rank, score: ranked.score, organization: organization}
} AS ranking
