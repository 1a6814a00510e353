// The communities of the network, as communities.go has computed them: $rows holds
// one map, each of whose communities is {size, members}, the members by their ids.
UNWIND $rows AS row
RETURN row.modularity AS modularity, row.count AS count, row.computed AS computed, COLLECT {
  UNWIND range(0, size(row.communities) - 1) AS at
  WITH at, row.communities[at] AS community
  ORDER BY at
  RETURN {size: community.size, members: COLLECT {
    UNWIND range(0, size(community.members) - 1) AS i
    MATCH (member:Organization {id: community.members[i]})
    RETURN member ORDER BY i
  }}
} AS communities
