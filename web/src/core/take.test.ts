// Tests citations and the files of a download.
import { expect, test } from 'vitest';

import { citeAsBibTeX, citeAsCSL, citeAsText, escapeTeX } from './cite';
import { asGEXF, asGraphML, xml } from './download/graphs';
import { relationshipRow, type Shown } from './download/shown';
import { csv, relationshipsAsCSV } from './download/tables';

const citation = {
  title: 'A & B',
  address: 'http://localhost/explore?of=a&lang=en',
  accessed: '2026-01-02',
  sources: [{ id: 'ror:1', title: 'News {of} 50%', publisher: 'P', publishedOn: '2025-11-17', url: 'http://e.org/a_b' }],
};

const shown: Shown = {
  entities: [{ __typename: 'Person', id: 'a"<b', label: '李 & Co', country: { code: 'CN', label: 'China' } }],
  relationships: [
    {
      id: '1',
      type: 'PARTY_TO',
      from: { id: 'a"<b' },
      to: { id: 'c' },
      properties: { role: 'host', as: null },
      evidence: [
        { source: { id: 's', title: 'S' }, locator: '¶1', basis: 'STATED', note: null, validFrom: null, validTo: null },
        { source: { id: 't', title: 'T' }, locator: '¶2', basis: 'IMPLIED', note: null, validFrom: null, validTo: null },
      ],
    },
  ],
};

test('citations name the sources', () => {
  expect(citeAsText(citation)).toContain('“News {of} 50%.” 2025-11-17 http://e.org/a_b [ror:1]');
  expect(citeAsText({ ...citation, sources: [] })).not.toContain('After');
  expect(JSON.parse(citeAsCSL(citation))).toMatchObject([
    { accessed: { 'date-parts': [[2026, 1, 2]] } },
    { id: 'ror:1', issued: { 'date-parts': [[2025, 11, 17]] } },
  ]);
});

test('TeX finds no command in a title, and an address stays as it is', () => {
  expect(escapeTeX('a_{b} \\ 50% ~^')).toBe('a\\_\\{b\\} \\textbackslash{} 50\\% \\textasciitilde{}\\textasciicircum{}');
  expect(citeAsBibTeX(citation)).toContain('  title = {News \\{of\\} 50\\%},\n');
  expect(citeAsBibTeX(citation)).toContain('  url = {http://e.org/a_b},\n');
});

test('a cell of CSV keeps its commas, quotes and lines, and is no formula', () => {
  expect(csv(['a'], [{ a: 'x, "y"\nz' }, { a: '=1+1' }])).toBe('\ufeffa\r\n"x, ""y""\nz"\r\n\'=1+1\r\n');
});

test('a relationship is one row with its statements in step', () => {
  expect(relationshipRow(shown.relationships[0]!)).toMatchObject({
    properties: 'role: host',
    sources: 's | t',
    locators: '¶1 | ¶2',
    bases: 'STATED | IMPLIED',
  });
  expect(relationshipsAsCSV(shown)).toContain('1,"a""<b",PARTY_TO,c,role: host,s | t');
});

test('XML escapes what it must and drops what it cannot say', () => {
  expect(xml('<a & "b">\u0000\u000b')).toBe('&lt;a &amp; &quot;b&quot;&gt;');
  for (const text of [asGEXF(shown), asGraphML(shown)]) {
    expect(text).toContain('a&quot;&lt;b');
    expect(text).toContain('李 &amp; Co');
    expect(text).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;)/);
  }
});
