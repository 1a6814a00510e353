// One entity by its id. An id from a registry, or one that was merged into
// another, stands on an :Identifier that leads to the entity.
MATCH (node:Entity {id: $id})
WHERE true //: node
RETURN node
UNION
MATCH (:Identifier {id: $id})-[:SAME_AS]->(node:Entity)
WHERE true //: node
RETURN node
