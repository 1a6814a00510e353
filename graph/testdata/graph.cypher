// The graph that the cases under testdata/cases ask. Small enough to know by
// heart: three countries, two sources, six organizations, four agreements, one
// alliance, one event. Every second thing has something missing on purpose.

CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT country_code IF NOT EXISTS FOR (n:Country) REQUIRE n.code IS UNIQUE;
CREATE CONSTRAINT identifier_id IF NOT EXISTS FOR (n:Identifier) REQUIRE n.id IS UNIQUE;
CREATE INDEX organization_name IF NOT EXISTS FOR (n:Organization) ON (n.name);
CREATE INDEX institution_name IF NOT EXISTS FOR (n:Institution) ON (n.name);
CREATE FULLTEXT INDEX entity_search IF NOT EXISTS FOR (n:Entity|Entity_INFERRED) ON EACH [n.searchKeys, n.searchWords, n.searchPinyin, n.searchInitials] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE INDEX agreement_title IF NOT EXISTS FOR (n:Agreement) ON (n.title);

CREATE (:Entity:Source {id: 'news', title: 'A report', publisher: 'Daily', publishedOn: date('2020-01-10'), retrievedOn: date('2021-01-01')}),
       (:Entity:Source {id: 'list', title: 'A register', retrievedOn: date('2021-02-01')});

CREATE (:Entity:Country {id: 'CN', code: 'CN', code3: 'CHN', name: 'China', names: ['中国'], nameLangs: ['zh']}),
       (:Entity:Country {id: 'AU', code: 'AU', code3: 'AUS', name: 'Australia', names: ['澳大利亚'], nameLangs: ['zh']}),
       (:Entity:Country {id: 'GB', code: 'GB', code3: 'GBR', name: 'United Kingdom'});

CREATE (:Entity:Organization:Institution {id: 'alpha', name: 'Alpha University', names: ['甲大学', 'Université Alpha'], nameLangs: ['zh', 'fr'], aliases: ['AU-1', 'Alpha'], kind: 'UNIVERSITY', founded: 1900}),
       (:Entity:Organization:Institution {id: 'beta', name: 'Beta College', kind: 'COLLEGE'}),
       (:Entity:Organization:Institution {id: 'gamma', name: 'Gamma University', aliases: ['GU'], kind: 'UNIVERSITY', founded: 1950, homepage: 'https://gamma.example'}),
       (:Entity:Organization:Enterprise {id: 'delta', name: 'Delta Works'}),
       (:Entity:Organization:Association {id: 'epsilon', name: 'Epsilon "E" Society'}),
       (:Entity:Organization:Alliance {id: 'zeta', name: 'Zeta Alliance'}),
       (:Entity_INFERRED:Organization_INFERRED:Institution_INFERRED {id: 'theta', name: 'Theta University', kind: 'UNIVERSITY'}),
       (:Entity:Programme {id: 'pro', name: 'Pro Programme'}),
       (:Entity:Field {id: 'medicine', name: 'Medicine'}),
       (:Entity:Person {id: 'ann', name: 'Ann Li', aliases: ['Li Ann']}),
       (:Entity:Place {id: 'town', name: 'Town', kind: 'CITY'}),
       (:Entity:Event {id: 'meeting', name: 'The Meeting', startDate: date('2020-01-05'), endDate: date('2020-01-06')}),
       (:Entity:Figure {id: 'fig-1', what: 'students', value: 3000.0, unit: 'people', bound: 'OVER'}),
       (:Entity:Agreement {id: 'ag-1', title: 'Joint school', kind: 'COOPERATIVE_EDUCATION', status: 'SIGNED', signedOn: date('2020-01-05')}),
       (:Entity:Agreement {id: 'ag-2', title: 'Research pact', kind: 'JOINT_RESEARCH', status: 'ACTIVE', startDate: date('2019-03-01'), endDate: date('2022-02-28'), amount: 1500000.5, currency: 'EUR'}),
       (:Entity:Agreement {id: 'ag-3', title: 'Planned lab', kind: 'JOINT_LABORATORY', status: 'PLANNED'}),
       (:Entity:Agreement {id: 'ag-4', title: 'Joint school', kind: 'STRATEGIC', status: 'UNKNOWN', signedOn: date('2018-06-30')}),
       (:Identifier {id: 'ror:0alpha'}), (:Identifier {id: 'old-alpha'});

MATCH (i:Identifier), (a:Entity {id: 'alpha'}) CREATE (i)-[:SAME_AS]->(a);

UNWIND [
  ['alpha', 'IN_COUNTRY', 'CN', 'STATED'], ['beta', 'IN_COUNTRY', 'CN', 'IMPLIED'],
  ['gamma', 'IN_COUNTRY', 'AU', 'STATED'], ['delta', 'IN_COUNTRY', 'AU', 'IMPLIED'],
  ['town', 'IN_COUNTRY', 'CN', 'STATED'], ['meeting', 'IN_COUNTRY', 'CN', 'IMPLIED']
] AS row
MATCH (a {id: row[0]}), (b {id: row[2]})
CREATE (a)-[:IN_COUNTRY {key: row[0] + '>' + row[2], sources: ['news'], locators: ['¶1'], bases: [row[3]], notes: [''],
  validFroms: [date('0001-01-01')], validTos: [date('9999-12-31')], knowns: [date('2020-01-10')]}]->(b);

MATCH (a {id: 'theta'}), (b {id: 'GB'})
CREATE (a)-[:IN_COUNTRY_INFERRED {key: 'theta>GB', sources: ['news'], locators: ['¶9'], bases: ['INFERRED'], notes: ['a name alone'],
  validFroms: [date('0001-01-01')], validTos: [date('9999-12-31')], knowns: [date('2020-01-10')]}]->(b);

UNWIND [
  ['alpha', 'ag-1', 'host'], ['gamma', 'ag-1', 'partner'],
  ['alpha', 'ag-2', 'coordinator'], ['alpha', 'ag-2', 'signatory'], ['beta', 'ag-2', 'participant'], ['gamma', 'ag-2', 'participant'], ['delta', 'ag-2', 'participant'],
  ['beta', 'ag-3', 'host'], ['delta', 'ag-3', 'partner'],
  ['alpha', 'ag-4', null], ['beta', 'ag-4', null]
] AS row
MATCH (a:Entity {id: row[0]}), (b:Entity {id: row[1]})
CREATE (a)-[:PARTY_TO {key: row[0] + '>' + row[1] + '/' + coalesce(row[2], ''), role: row[2],
  sources: ['news', 'list'], locators: ['¶2', 'row 7'], bases: ['STATED', 'INFERRED'], notes: ['', 'seen'],
  validFroms: [date('2020-01-05'), date('0001-01-01')], validTos: [date('9999-12-31'), date('9999-12-31')], knowns: [date('2020-01-10'), date('2021-02-01')]}]->(b);

MATCH (a {id: 'theta'}), (b:Entity {id: 'ag-1'})
CREATE (a)-[:PARTY_TO_INFERRED {key: 'theta>ag-1/', sources: ['news'], locators: ['¶9'], bases: ['INFERRED'], notes: ['a name alone'],
  validFroms: [date('2020-01-05')], validTos: [date('9999-12-31')], knowns: [date('2020-01-10')]}]->(b);

UNWIND [
  ['alpha', 'MEMBER_OF', 'zeta'], ['gamma', 'MEMBER_OF', 'zeta'], ['delta', 'MEMBER_OF', 'pro']
] AS row
MATCH (a:Entity {id: row[0]}), (b:Entity {id: row[2]})
CREATE (a)-[:MEMBER_OF {key: row[0] + '>' + row[2], role: 'member', sources: ['list'], locators: ['row 1'], bases: ['STATED'], notes: [''],
  validFroms: [date('0001-01-01')], validTos: [date('9999-12-31')], knowns: [date('2021-02-01')]}]->(b);

MATCH (a:Entity {id: 'epsilon'}), (b:Entity {id: 'zeta'}) CREATE (a)-[:GUIDES {key: 'epsilon>zeta', sources: ['list'], locators: ['row 2'], bases: ['IMPLIED'], notes: [''], validFroms: [date('0001-01-01')], validTos: [date('9999-12-31')], knowns: [date('2021-02-01')]}]->(b);
MATCH (a:Entity {id: 'ann'}), (b:Entity {id: 'alpha'}) CREATE (a)-[:WORKS_FOR {key: 'ann>alpha', position: 'President', sources: ['news'], locators: ['¶3'], bases: ['STATED'], notes: [''], validFroms: [date('0001-01-01')], validTos: [date('9999-12-31')], knowns: [date('2020-01-10')]}]->(b);
MATCH (a:Entity {id: 'ann'}), (b:Entity {id: 'meeting'}) CREATE (a)-[:SPOKE_AT {key: 'ann>meeting', topic: 'Docking', sources: ['news'], locators: ['¶4'], bases: ['STATED'], notes: [''], validFroms: [date('0001-01-01')], validTos: [date('9999-12-31')], knowns: [date('2020-01-10')]}]->(b);
MATCH (a:Entity {id: 'AU'}), (b:Entity {id: 'meeting'}) CREATE (a)-[:ATTENDED {key: 'AU>meeting', as: 'envoy', sources: ['news'], locators: ['¶4'], bases: ['STATED'], notes: [''], validFroms: [date('0001-01-01')], validTos: [date('9999-12-31')], knowns: [date('2020-01-10')]}]->(b);
MATCH (a:Entity {id: 'delta'}), (b:Entity {id: 'meeting'}) CREATE (a)-[:ORGANIZED {key: 'delta>meeting', role: 'host', sources: ['news'], locators: ['¶4'], bases: ['STATED'], notes: [''], validFroms: [date('0001-01-01')], validTos: [date('9999-12-31')], knowns: [date('2020-01-10')]}]->(b);
MATCH (a:Entity {id: 'fig-1'}), (b:Entity {id: 'alpha'}) CREATE (a)-[:ABOUT {key: 'fig-1>alpha', sources: ['news'], locators: ['¶5'], bases: ['STATED'], notes: [''], validFroms: [date('0001-01-01')], validTos: [date('9999-12-31')], knowns: [date('2020-01-10')]}]->(b);

MATCH (s:Source {id: 'news'}), (e:Entity) WHERE e.id IN ['alpha', 'gamma', 'ag-1', 'ag-2']
CREATE (s)-[:STATES {key: 'news>' + e.id, locator: '¶2', basis: 'STATED', known: date('2020-01-10')}]->(e);
MATCH (s:Source {id: 'list'}), (e:Entity {id: 'beta'})
CREATE (s)-[:STATES {key: 'list>beta', locator: 'row 3', basis: 'IMPLIED', known: date('2021-02-01')}]->(e);


// What full text, points and chains are asked of: places with and without a
// location, one inside the other, two that are part of one another, and an
// enterprise in the innermost one.
CREATE POINT INDEX place_location IF NOT EXISTS FOR (p:Place) ON (p.location);
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (e:Entity) ON EACH [e.name, e.names, e.aliases, e.title]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};

MATCH (town:Place {id: 'town'}) SET town.location = point({latitude: 30.0, longitude: 120.0});
CREATE (:Entity:Place {id: 'port', name: 'Port', kind: 'CITY', location: point({latitude: 30.0, longitude: 121.0})}),
       (:Entity:Place {id: 'quay', name: 'Quay', kind: 'SITE', location: point({latitude: 30.01, longitude: 121.0})}),
       (:Entity:Place {id: 'isle', name: 'Isle', kind: 'REGION', location: point({latitude: -18.0, longitude: 179.5})}),
       (:Entity:Place {id: 'province', name: 'Province', kind: 'REGION'}),
       (:Entity:Place {id: 'realm', name: 'Realm', kind: 'REGION'}),
       (:Entity:Place {id: 'inner', name: 'Inner', kind: 'SITE'}),
       (:Entity:Place {id: 'outer', name: 'Outer', kind: 'SITE'});

UNWIND [
  ['quay', 'PART_OF', 'port', 'STATED'], ['port', 'PART_OF', 'province', 'STATED'], ['town', 'PART_OF', 'province', 'IMPLIED'],
  ['province', 'PART_OF', 'realm', 'STATED'], ['quay', 'PART_OF', 'realm', 'IMPLIED'],
  ['inner', 'PART_OF', 'outer', 'STATED'], ['outer', 'PART_OF', 'inner', 'STATED']
] AS row
MATCH (a:Entity {id: row[0]}), (b:Entity {id: row[2]})
CREATE (a)-[:PART_OF {key: row[0] + '>' + row[2], sources: ['list'], locators: ['row 9'], bases: [row[3]], notes: [''],
  validFroms: [date('0001-01-01')], validTos: [date('9999-12-31')], knowns: [date('2021-02-01')]}]->(b);

MATCH (a:Entity {id: 'delta'}), (b:Entity {id: 'quay'}) CREATE (a)-[:LOCATED_IN {key: 'delta>quay', sources: ['list'], locators: ['row 9'], bases: ['STATED'], notes: [''], validFroms: [date('0001-01-01')], validTos: [date('9999-12-31')], knowns: [date('2021-02-01')]}]->(b);
UNWIND [
  ['alpha', ['alphauniversity', '甲大学', 'universitealpha', 'au1', 'alpha'], ['alpha university', '甲 大 学', 'universite alpha', 'au 1', 'alpha'], ['', 'jiadaxue', '', '', ''], ['au', 'jdx', 'ua', 'a1', '']],
  ['gamma', ['gammauniversity', 'gu'], ['gamma university', 'gu'], null, ['gu', '']],
  ['theta', ['thetauniversity'], ['theta university'], null, ['tu']]
] AS row
MATCH (e {id: row[0]}) SET e.searchKeys = row[1], e.searchWords = row[2], e.searchPinyin = row[3], e.searchInitials = row[4];
