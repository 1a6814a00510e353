// Constraints and indexes of the graph, model version 2. Every statement can be
// run again and again. What is unique here is unique in the whole database, and
// its index is where queries start from.

// node(id:), and both ends of every relationship that is loaded. An id is
// unique over both labels; that no node of one bears an id of the other, the
// loader sees to.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;
CREATE CONSTRAINT entity_inferred_id IF NOT EXISTS FOR (e:Entity_INFERRED) REQUIRE e.id IS UNIQUE;

// node(id: "ror:…"): which entity bears this id of a registry, or was merged.
CREATE CONSTRAINT identifier_id IF NOT EXISTS FOR (i:Identifier) REQUIRE i.id IS UNIQUE;

// Of which version is the model of this database?
CREATE CONSTRAINT meta_id IF NOT EXISTS FOR (m:Meta) REQUIRE m.id IS UNIQUE;

// partnerships(country: "AU"), and every filter on a country.
CREATE CONSTRAINT country_code IF NOT EXISTS FOR (c:Country) REQUIRE c.code IS UNIQUE;

// Lists of one type in pages, and (:Institution {id: …}): the unique key above is
// on Entity, and the planner does not know that an Institution is one.
CREATE INDEX organization_id IF NOT EXISTS FOR (n:Organization) ON (n.id);
CREATE INDEX institution_id IF NOT EXISTS FOR (n:Institution) ON (n.id);
CREATE INDEX enterprise_id IF NOT EXISTS FOR (n:Enterprise) ON (n.id);
CREATE INDEX governmentbody_id IF NOT EXISTS FOR (n:GovernmentBody) ON (n.id);
CREATE INDEX association_id IF NOT EXISTS FOR (n:Association) ON (n.id);
CREATE INDEX alliance_id IF NOT EXISTS FOR (n:Alliance) ON (n.id);
CREATE INDEX otherorganization_id IF NOT EXISTS FOR (n:OtherOrganization) ON (n.id);
CREATE INDEX place_id IF NOT EXISTS FOR (n:Place) ON (n.id);
CREATE INDEX agreement_id IF NOT EXISTS FOR (n:Agreement) ON (n.id);
CREATE INDEX event_id IF NOT EXISTS FOR (n:Event) ON (n.id);
CREATE INDEX person_id IF NOT EXISTS FOR (n:Person) ON (n.id);
CREATE INDEX programme_id IF NOT EXISTS FOR (n:Programme) ON (n.id);
CREATE INDEX field_id IF NOT EXISTS FOR (n:Field) ON (n.id);
CREATE INDEX figure_id IF NOT EXISTS FOR (n:Figure) ON (n.id);
CREATE INDEX source_id IF NOT EXISTS FOR (n:Source) ON (n.id);

// Which organizations, institutions … are called so; lists of them by name.
CREATE INDEX organization_name IF NOT EXISTS FOR (o:Organization) ON (o.name);
CREATE INDEX institution_name IF NOT EXISTS FOR (i:Institution) ON (i.name);
CREATE INDEX enterprise_name IF NOT EXISTS FOR (e:Enterprise) ON (e.name);
CREATE INDEX governmentbody_name IF NOT EXISTS FOR (g:GovernmentBody) ON (g.name);
CREATE INDEX association_name IF NOT EXISTS FOR (a:Association) ON (a.name);
CREATE INDEX alliance_name IF NOT EXISTS FOR (a:Alliance) ON (a.name);
CREATE INDEX otherorganization_name IF NOT EXISTS FOR (o:OtherOrganization) ON (o.name);

// The same for all that is no organization.
CREATE INDEX country_name IF NOT EXISTS FOR (c:Country) ON (c.name);
CREATE INDEX place_name IF NOT EXISTS FOR (p:Place) ON (p.name);
CREATE INDEX event_name IF NOT EXISTS FOR (e:Event) ON (e.name);
CREATE INDEX person_name IF NOT EXISTS FOR (p:Person) ON (p.name);
CREATE INDEX programme_name IF NOT EXISTS FOR (p:Programme) ON (p.name);
CREATE INDEX field_name IF NOT EXISTS FOR (f:Field) ON (f.name);

// Which places lie in this box, or this near: places by their location.
CREATE POINT INDEX place_location IF NOT EXISTS FOR (p:Place) ON (p.location);

// Which agreement is called so; agreements by title, by their days.
CREATE INDEX agreement_title IF NOT EXISTS FOR (a:Agreement) ON (a.title);
CREATE INDEX agreement_signed IF NOT EXISTS FOR (a:Agreement) ON (a.signedOn);
CREATE INDEX agreement_start IF NOT EXISTS FOR (a:Agreement) ON (a.startDate);
CREATE INDEX agreement_end IF NOT EXISTS FOR (a:Agreement) ON (a.endDate);

// What happened when: events by their day.
CREATE INDEX event_start IF NOT EXISTS FOR (e:Event) ON (e.startDate);

// Which agreements are about the most money.
CREATE INDEX agreement_amount IF NOT EXISTS FOR (a:Agreement) ON (a.amount);

// Sources by title; which source is the newest.
CREATE INDEX source_title IF NOT EXISTS FOR (s:Source) ON (s.title);
CREATE INDEX source_published IF NOT EXISTS FOR (s:Source) ON (s.publishedOn);

// Which figures count the same thing.
CREATE INDEX figure_what IF NOT EXISTS FOR (f:Figure) ON (f.what);

// Who or what is called about so: every word of every name, title and alias,
// in any language; accents do not matter, and Chinese is found by character.
// What is only INFERRED is not found by a word.
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (e:Entity) ON EACH [e.name, e.names, e.aliases, e.title]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};

// search(query:): the forms of all names, which graph/names makes and the loader
// keeps beside them. What is only INFERRED is in it; search leaves it out itself.
CREATE FULLTEXT INDEX entity_search IF NOT EXISTS FOR (e:Entity|Entity_INFERRED) ON EACH [e.searchKeys, e.searchWords, e.searchPinyin, e.searchInitials]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};

// What does this source say: STATES by key.
CREATE CONSTRAINT states_key IF NOT EXISTS FOR ()-[r:STATES]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT states_inferred_key IF NOT EXISTS FOR ()-[r:STATES_INFERRED]-() REQUIRE r.key IS UNIQUE;

// Which ids stand for this entity, and who says so: SAME_AS by key.
CREATE CONSTRAINT same_as_key IF NOT EXISTS FOR ()-[r:SAME_AS]-() REQUIRE r.key IS UNIQUE;

// Relationship.id: one relationship, by its key. Every type has a second one
// for the relationships of it that are only INFERRED.
CREATE CONSTRAINT in_country_key IF NOT EXISTS FOR ()-[r:IN_COUNTRY]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT in_country_inferred_key IF NOT EXISTS FOR ()-[r:IN_COUNTRY_INFERRED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT located_in_key IF NOT EXISTS FOR ()-[r:LOCATED_IN]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT located_in_inferred_key IF NOT EXISTS FOR ()-[r:LOCATED_IN_INFERRED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT held_in_key IF NOT EXISTS FOR ()-[r:HELD_IN]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT held_in_inferred_key IF NOT EXISTS FOR ()-[r:HELD_IN_INFERRED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT part_of_key IF NOT EXISTS FOR ()-[r:PART_OF]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT part_of_inferred_key IF NOT EXISTS FOR ()-[r:PART_OF_INFERRED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT party_to_key IF NOT EXISTS FOR ()-[r:PARTY_TO]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT party_to_inferred_key IF NOT EXISTS FOR ()-[r:PARTY_TO_INFERRED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT member_of_key IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT member_of_inferred_key IF NOT EXISTS FOR ()-[r:MEMBER_OF_INFERRED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT leads_key IF NOT EXISTS FOR ()-[r:LEADS]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT leads_inferred_key IF NOT EXISTS FOR ()-[r:LEADS_INFERRED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT guides_key IF NOT EXISTS FOR ()-[r:GUIDES]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT guides_inferred_key IF NOT EXISTS FOR ()-[r:GUIDES_INFERRED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT supports_key IF NOT EXISTS FOR ()-[r:SUPPORTS]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT supports_inferred_key IF NOT EXISTS FOR ()-[r:SUPPORTS_INFERRED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT organized_key IF NOT EXISTS FOR ()-[r:ORGANIZED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT organized_inferred_key IF NOT EXISTS FOR ()-[r:ORGANIZED_INFERRED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT attended_key IF NOT EXISTS FOR ()-[r:ATTENDED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT attended_inferred_key IF NOT EXISTS FOR ()-[r:ATTENDED_INFERRED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT spoke_at_key IF NOT EXISTS FOR ()-[r:SPOKE_AT]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT spoke_at_inferred_key IF NOT EXISTS FOR ()-[r:SPOKE_AT_INFERRED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT signed_at_key IF NOT EXISTS FOR ()-[r:SIGNED_AT]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT signed_at_inferred_key IF NOT EXISTS FOR ()-[r:SIGNED_AT_INFERRED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT works_for_key IF NOT EXISTS FOR ()-[r:WORKS_FOR]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT works_for_inferred_key IF NOT EXISTS FOR ()-[r:WORKS_FOR_INFERRED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT active_in_key IF NOT EXISTS FOR ()-[r:ACTIVE_IN]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT active_in_inferred_key IF NOT EXISTS FOR ()-[r:ACTIVE_IN_INFERRED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT operates_in_key IF NOT EXISTS FOR ()-[r:OPERATES_IN]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT operates_in_inferred_key IF NOT EXISTS FOR ()-[r:OPERATES_IN_INFERRED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT approved_key IF NOT EXISTS FOR ()-[r:APPROVED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT approved_inferred_key IF NOT EXISTS FOR ()-[r:APPROVED_INFERRED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT about_key IF NOT EXISTS FOR ()-[r:ABOUT]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT about_inferred_key IF NOT EXISTS FOR ()-[r:ABOUT_INFERRED]-() REQUIRE r.key IS UNIQUE;
