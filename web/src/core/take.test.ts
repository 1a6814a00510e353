// Tests citations and the files of a download.
import { expect, test } from 'vitest';

import { citeAsBibTeX, citeAsCSL, citeAsText, escapeTeX, scopeInWords } from './cite';
import { asGEXF, asGraphML, xml } from './download/graphs';
import { countryName, dateOf, isCountryInferred, isTieInferred, readable, relationshipRow, type Shown, together } from './download/shown';
import { csv, entitiesAsCSV, relationshipsAsCSV } from './download/tables';

const citation = {
  title: 'A & B',
  address: 'http://localhost/explore?of=a&lang=en',
  accessed: '2026-01-02',
  sources: [{ id: 'ror:1', title: 'News {of} 50%', publisher: 'P', publishedOn: '2025-11-17', url: 'http://e.org/a_b' }],
};

const shown: Shown = {
  entities: [{ __typename: 'Person', id: 'a"<b', label: '李 & Co', inferred: false, country: { code: 'CN', label: 'China' } }],
  relationships: [
    {
      id: '1',
      type: 'PARTY_TO',
      from: { id: 'a"<b' },
      to: { id: 'c' },
      properties: { role: 'host', as: null },
      evidence: [
        { source: { id: 's', title: 'S' }, locator: '¶1', basis: 'STATED', note: null, validFrom: null, validTo: null, known: '2025-12-01' },
        { source: { id: 't', title: 'T' }, locator: '¶2', basis: 'IMPLIED', note: null, validFrom: null, validTo: null, known: '2025-12-01' },
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
  for (const formula of ['＝1+1', '＋1', '－1', '＠SUM(1)', '\u200b=1', '\u202e=1', ' =1', '\t1']) expect(csv(['a'], [{ a: formula }])).toContain(`'${formula}`);
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

test('a citation names which statements counted', () => {
  const scoped = { ...citation, scope: { basis: 'STATED', valid: '2020-01-01', known: '2021-01-01' } } as const;
  const words = 'Only what is stated, as it held on 2020-01-01, as it was known on 2021-01-01';
  expect(citeAsText(scoped)).toContain(`Guanxi. ${words}. http`);
  expect(citeAsBibTeX(scoped)).toContain(`note = {${words}}`);
  expect((JSON.parse(citeAsCSL(scoped)) as { note: string }[])[0]!.note).toBe(words);
  expect(scopeInWords({})).toBe('');
  expect(citeAsBibTeX(citation)).not.toContain('note');
});

test('what is merely inferred is told in the files and beside a country', () => {
  const china = { code: 'CN', label: 'China' };
  const one = { __typename: 'Person' as const, id: 'a', label: 'A', inferred: false, country: china };
  const t = () => 'Inferred';
  expect(entitiesAsCSV({ entities: [{ ...one, inferred: true, firmCountry: null }], relationships: [] })).toContain('a,Person,A,,CN,,true,true\r\n');
  expect(countryName({ ...one, firmCountry: null }, t)).toBe('China (Inferred)');
  expect(countryName({ ...one, firmCountry: { code: 'CN' } }, t)).toBe('China');
  expect(isCountryInferred({ ...one, firmCountry: { code: 'FR' } })).toBe(true);
  expect(isCountryInferred({ ...one, country: null, firmCountry: null })).toBe(false);
});

test('a vague date is readable on the page, and in a file as it is written', () => {
  const vague = { __typename: 'Agreement', id: 'a', label: 'A', inferred: false, signedOn: '2025-11-17', signedOnText: '2025-11-17..2025-11', startDate: null, startDateText: null } as never;
  expect(dateOf(vague)).toBe('2025-11-17 … 30');
  expect(['2024..2025', '2025-11..2026-02', '2025-11-17..2025', '2025-11-17..2025-11-20', '2025-11', 'June 10'].map(readable)).toEqual([
    '2024 … 2025', '2025-11 … 2026-02', '2025-11-17 … 12-31', '2025-11-17 … 20', '2025-11', 'June 10',
  ]); // prettier-ignore
  expect(entitiesAsCSV({ entities: [vague], relationships: [] })).toContain(',2025-11-17..2025-11,');
});

test('two are tied firmly where both ends of one thing between them are', () => {
  const end = (to: string, basis: string) => ({ type: 'PARTY_TO', to: { id: to }, evidence: [{ basis }] }) as never;
  expect(isTieInferred([end('x', 'STATED'), end('x', 'INFERRED')])).toBe(true);
  expect(isTieInferred([end('x', 'STATED'), end('x', 'INFERRED'), end('y', 'STATED'), end('y', 'IMPLIED')])).toBe(false);
  expect(isTieInferred([end('x', 'INFERRED')])).toBe(true);
  expect(isTieInferred([])).toBe(false);
});

test('a file of a graph names no node that it does not hold', () => {
  for (const text of [asGEXF(shown), asGraphML(shown)]) expect(text).not.toContain('<edge ');
  const whole = { ...shown, entities: [...shown.entities, { ...shown.entities[0]!, id: 'c' }] };
  for (const text of [asGEXF(whole), asGraphML(whole)]) expect(text.match(/<edge /g)).toHaveLength(1);
  expect(together([whole, shown])).toEqual(whole);
});

test('each entry of BibTeX has a key of its own, and a brace in an address ends nothing', () => {
  const sources = ['a.b', 'a-b', 'A b', 'guanxi'].map((id) => ({ id, title: id, url: 'http://e.org/{x}' }));
  const text = citeAsBibTeX({ ...citation, sources });
  expect([...text.matchAll(/@misc{([^,]+),/g)].map(([, key]) => key)).toEqual(['guanxi', 'a-b', 'a-b-2', 'A-b-3', 'guanxi-2']);
  expect(text).toContain('  url = {http://e.org/%7Bx%7D},');
});
