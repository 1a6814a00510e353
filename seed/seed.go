// Package seed brings what is known into the graph: the curated dossiers, one
// file for each source document, and the table of countries. [Check] reads
// dossiers and tells every fault of theirs with its place, [Load] loads them,
// and importers for other data sets use [Settle].
//
// A dossier has the source, and what the source states:
//
//	source: {id: a-letter, title: A letter, publishedOn: 2025-11-20, retrievedOn: 2025-12-01}
//	entities:
//	  - {type: Country, id: AU, locator: paragraph 1}
//	  - {type: Institution, id: uts, name: University of Technology Sydney, names: {zh: 悉尼科技大学}, aliases: [UTS],
//	     kind: UNIVERSITY, locator: paragraph 1}
//	relationships:
//	  - {from: uts, type: IN_COUNTRY, to: AU, locator: paragraph 1, basis: IMPLIED, note: its name and its passage say so}
//	figures:
//	  - {id: uts-students, about: [uts], what: students, value: 44000, unit: people, bound: OVER, locator: paragraph 2}
//
// Which types, properties and relationships there are is said by the schema.
// Every entry has a locator, and a basis where that is not STATED. Dates may
// be partial (2025-11, 2025) or, on entities, without a year (10 June).
// Whatever a relationship or a figure points at is listed under entities.
//
// The way of a dossier can be followed by file names: reader and fields read
// its YAML, dossier and entity understand it, check and union hold it against
// the others, statements has the form that is loaded, settle works out what
// changes in the graph; store reads there and write writes.
package seed
