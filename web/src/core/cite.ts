// Cites what is on the screen: as text, BibTeX and CSL-JSON. What is cited is the sources, which say it, and the address
// that shows it again.

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
}

/** The citation as a paragraph, the sources below it. */
export function citeAsText({ title, address, accessed, sources }: Citation): string {
  const own = `“${title}.” Guanxi. ${address} (accessed ${accessed}).`;
  const lines = sources.map((s) => {
    const parts = [s.publisher, `“${s.title}.”`, s.publishedOn, s.url, `[${s.id}]`];
    return `– ${parts.filter(Boolean).join(' ')}`;
  });
  return lines.length > 0 ? `${own}\nAfter:\n${lines.join('\n')}` : own;
}

/** The citation and its sources as BibTeX. */
export function citeAsBibTeX({ title, address, accessed, sources }: Citation): string {
  const own = entry('guanxi', { title, howpublished: 'Guanxi', url: address, urldate: accessed });
  const rest = sources.map((s) =>
    entry(s.id.replaceAll(/[^A-Za-z0-9:_-]/g, '-'), {
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
    .map(([name, value]) => `  ${name} = {${name === 'url' ? value : escapeTeX(value!)}},\n`);
  return `@misc{${key},\n${lines.join('')}}\n`;
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
export function citeAsCSL({ title, address, accessed, sources }: Citation): string {
  const own = { id: 'guanxi', type: 'webpage', title, 'container-title': 'Guanxi', URL: address, accessed: cslDate(accessed) };
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
