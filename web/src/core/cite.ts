// Cites what is on the screen: as text, BibTeX and CSL-JSON. What is cited is the sources, which say it, and the address
// that shows it again; which of their statements counted is part of it.
import type { Scope } from './scope';

/** A source to cite. */
export interface CitedSource {
  id: string;
  title: string;
  publisher?: string | null;
  publishedOn?: string | null;
  url?: string | null;
}

/** What is cited. */
export interface Citation {
  title: string;
  /** The permalink. */
  address: string;
  /** The day on which it was seen, YYYY-MM-DD. */
  accessed: string;
  sources: readonly CitedSource[];
  scope?: Scope;
}

/** Which statements counted, in words; '' where they were the usual ones. */
export function scopeInWords({ basis, valid, known }: Scope = {}): string {
  const parts = [
    basis === 'STATED' && 'only what is stated',
    basis === 'INFERRED' && 'with what is merely inferred',
    valid && `as it held on ${valid}`,
    known && `as it was known on ${known}`,
  ].filter((part) => typeof part === 'string');
  const text = parts.join(', ');
  return text && text[0]!.toUpperCase() + text.slice(1);
}

/** The citation as a paragraph, the sources below it. */
export function citeAsText({ title, address, accessed, sources, scope }: Citation): string {
  const words = scopeInWords(scope);
  const own = `“${title}.” Guanxi. ${words && `${words}. `}${address} (accessed ${accessed}).`;
  const lines = sources.map((s) => {
    const parts = [s.publisher, `“${s.title}.”`, s.publishedOn, s.url, `[${s.id}]`];
    return `– ${parts.filter(Boolean).join(' ')}`;
  });
  return lines.length > 0 ? `${own}\nAfter:\n${lines.join('\n')}` : own;
}

/** One statement to cite. */
export interface CitedStatement {
  /** What it says, in words: one sentence for each relationship that it supports. */
  claims: readonly string[];
  source: { id: string; title?: string };
  locator: string;
  /** How firmly, in the reader's language. */
  basis: string;
  address: string;
  accessed: string;
}

/** One statement as a line: what it says, where it stands, and how firmly. */
export function citeStatement({ claims, source, locator, basis, address, accessed }: CitedStatement): string {
  return `“${claims.join('; ')}.” ${source.title ?? source.id}, ${locator} (${basis}) [${source.id}]. Guanxi. ${address} (accessed ${accessed}).`;
}

/** The citation and its sources as BibTeX. */
export function citeAsBibTeX({ title, address, accessed, sources, scope }: Citation): string {
  const own = entry('guanxi', { title, howpublished: 'Guanxi', note: scopeInWords(scope), url: address, urldate: accessed });
  const keys = new Set(['guanxi']);
  const rest = sources.map((s) =>
    entry(unique(s.id.replaceAll(/[^A-Za-z0-9:_-]/g, '-'), keys), {
      title: s.title,
      publisher: s.publisher,
      date: s.publishedOn,
      url: s.url,
    }),
  );
  return [own, ...rest].join('\n');
}

function entry(key: string, fields: Record<string, string | null | undefined>): string {
  const lines = Object.entries(fields)
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name} = {${name === 'url' ? inBraces(value!) : escapeTeX(value!)}},\n`);
  return `@misc{${key},\n${lines.join('')}}\n`;
}

/** An address in which no brace ends the field. */
function inBraces(url: string): string {
  return url.replaceAll('{', '%7B').replaceAll('}', '%7D');
}

/** A key that no other entry has: a second one of the same letters is numbered. */
function unique(key: string, given: Set<string>): string {
  let one = key;
  for (let n = 2; given.has(one.toLowerCase()); n++) one = `${key}-${n}`;
  given.add(one.toLowerCase());
  return one;
}

const special: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text in which TeX finds no command. */
export function escapeTeX(text: string): string {
  return text.replaceAll(/[\\~^{}$&#_%]/g, (c) => special[c] ?? `\\${c}`);
}

/** The citation and its sources as CSL-JSON, which Zotero and pandoc read. */
export function citeAsCSL({ title, address, accessed, sources, scope }: Citation): string {
  const note = scopeInWords(scope);
  const own = {
    id: 'guanxi',
    type: 'webpage',
    title,
    'container-title': 'Guanxi',
    ...(note ? { note } : {}),
    URL: address,
    accessed: cslDate(accessed),
  };
  const rest = sources.map((s) => ({
    id: s.id,
    type: 'document',
    title: s.title,
    ...(s.publisher ? { publisher: s.publisher } : {}),
    ...(s.publishedOn ? { issued: cslDate(s.publishedOn) } : {}),
    ...(s.url ? { URL: s.url } : {}),
  }));
  return JSON.stringify([own, ...rest], null, 2);
}

function cslDate(day: string) {
  return { 'date-parts': [day.split('-').map(Number)] };
}
