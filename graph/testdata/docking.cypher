// The graph that docking_test.go asks: universities, enterprises and an office
// that have reasons of every kind to approach one another, and things that look
// like reasons and are none.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT country_code IF NOT EXISTS FOR (n:Country) REQUIRE n.code IS UNIQUE;
CREATE CONSTRAINT identifier_id IF NOT EXISTS FOR (n:Identifier) REQUIRE n.id IS UNIQUE;

UNWIND ['ashby', 'birch', 'cedar', 'dogwood', 'elder', 'fir', 'school'] AS id
CREATE (:Entity:Organization:Institution {id: id, name: id, kind: 'UNIVERSITY'});
UNWIND ['works', 'yard', 'zinc'] AS id
CREATE (:Entity:Organization:Enterprise {id: id, name: id});
CREATE (:Entity:Organization:GovernmentBody {id: 'office', name: 'office'}),
       (:Entity_INFERRED:Organization_INFERRED:Institution_INFERRED {id: 'ghost', name: 'ghost', kind: 'UNIVERSITY'}),
       (:Entity:Country {id: 'CN', code: 'CN', name: 'China'}), (:Entity:Country {id: 'RU', code: 'RU', name: 'Russia'}), (:Entity:Country {id: 'ZM', code: 'ZM', name: 'Zambia'}),
       (:Entity:Programme {id: 'abroad', name: 'abroad'}), (:Entity:Programme {id: 'careers', name: 'careers'}),
       (:Identifier {id: 'ror:ashby'});
MATCH (i:Identifier), (a:Entity {id: 'ashby'}) CREATE (i)-[:SAME_AS]->(a);
UNWIND ['aviation', 'food', 'rare', 'career-development'] AS id
CREATE (:Entity:Field {id: id, name: id});
UNWIND [['joint-school', 'COOPERATIVE_EDUCATION', 'SIGNED'], ['pact', 'JOINT_RESEARCH', 'ACTIVE'], ['fair', 'GOING_GLOBAL', 'SIGNED'], ['lab', 'JOINT_LABORATORY', 'UNKNOWN'], ['dream', 'JOINT_RESEARCH', 'PLANNED'], ['whisper', 'STRATEGIC', 'SIGNED']] AS row
CREATE (:Entity:Agreement {id: row[0], title: row[0], kind: row[1], status: row[2]});

UNWIND [
  // ashby and birch are partners; cedar, dogwood and works are partners of birch.
  ['ashby', 'PARTY_TO', 'joint-school', 'STATED'], ['birch', 'PARTY_TO', 'joint-school', 'STATED'],
  ['birch', 'PARTY_TO', 'pact', 'STATED'], ['cedar', 'PARTY_TO', 'pact', 'STATED'],
  ['birch', 'PARTY_TO', 'lab', 'STATED'], ['dogwood', 'PARTY_TO', 'lab', 'IMPLIED'], ['works', 'PARTY_TO', 'lab', 'STATED'],
  // What is planned makes no partners, neither of ashby's nor of others.
  ['ashby', 'PARTY_TO', 'dream', 'STATED'], ['fir', 'PARTY_TO', 'dream', 'STATED'],
  // An agreement of one.
  ['zinc', 'PARTY_TO', 'fair', 'STATED'],
  // A partner, and partners of it, by inference alone.
  ['ashby', 'PARTY_TO_INFERRED', 'whisper', 'INFERRED'], ['ghost', 'PARTY_TO_INFERRED', 'whisper', 'INFERRED'],
  ['ghost', 'PARTY_TO_INFERRED', 'fair', 'INFERRED'],
  // Parts and wholes.
  ['school', 'PART_OF', 'ashby', 'STATED'], ['ashby', 'PART_OF', 'office', 'STATED'],
  // Fields: aviation and rare are of three each, and food is planned by one.
  ['ashby', 'ACTIVE_IN', 'aviation', 'STATED'], ['elder', 'ACTIVE_IN', 'aviation', 'STATED'], ['works', 'ACTIVE_IN', 'aviation', 'STATED'],
  ['ashby', 'ACTIVE_IN', 'rare', 'STATED'], ['elder', 'ACTIVE_IN', 'rare', 'IMPLIED'], ['school', 'ACTIVE_IN', 'rare', 'STATED'],
  ['fir', 'ACTIVE_IN', 'food', 'STATED'], ['ashby', 'ACTIVE_IN', 'food', 'PLANNED'],
  // Programmes: yard takes part in what is about aviation, zinc plans to.
  ['yard', 'MEMBER_OF', 'abroad', 'STATED'], ['fir', 'MEMBER_OF', 'abroad', 'STATED'], ['zinc', 'SUPPORTS', 'abroad', 'PLANNED'], ['abroad', 'ACTIVE_IN', 'aviation', 'STATED'],
  ['works', 'LEADS', 'careers', 'STATED'], ['careers', 'ACTIVE_IN', 'career-development', 'STATED'],
  // Countries.
  ['ashby', 'IN_COUNTRY', 'CN', 'STATED'], ['cedar', 'IN_COUNTRY', 'RU', 'STATED'], ['yard', 'IN_COUNTRY', 'CN', 'STATED'],
  ['elder', 'IN_COUNTRY', 'RU', 'IMPLIED'], ['yard', 'OPERATES_IN', 'ZM', 'STATED'], ['yard', 'OPERATES_IN', 'RU', 'STATED'], ['birch', 'IN_COUNTRY', 'RU', 'STATED']
] AS row
MATCH (a {id: row[0]}), (b {id: row[2]})
CREATE (a)-[r:$(row[1]) {key: row[0] + '>' + row[2], sources: ['news'], locators: ['¶1'],
  bases: [CASE row[3] WHEN 'PLANNED' THEN 'STATED' ELSE row[3] END], notes: [''],
  validFroms: [date('0001-01-01')], validTos: [date('9999-12-31')], knowns: [date('2020-01-10')]}]->(b)
SET r.status = CASE row[3] WHEN 'PLANNED' THEN 'planned' END;
