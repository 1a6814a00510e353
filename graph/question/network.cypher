// The figures of the whole network of partnerships, which network.go has counted:
// $rows holds them, in one map.
UNWIND $rows AS row
RETURN row.organizations AS organizations, row.pairs AS pairs, row.coParticipations AS coParticipations,
  row.isolated AS isolated, row.components AS components, row.computed AS computed
