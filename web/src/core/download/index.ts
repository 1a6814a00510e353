// The formats that can be downloaded, by name.
import { asGEXF, asGraphML } from './graphs';
import type { Shown } from './shown';
import { asJSON, entitiesAsCSV, relationshipsAsCSV } from './tables';

/** A format: how its file is called, what it is, and how it is written. */
export interface Format {
  name: 'csvEntities' | 'csvRelationships' | 'json' | 'gexf' | 'graphml';
  file: string;
  media: string;
  write: (shown: Shown) => string;
}

/** All formats. */
export const formats: readonly Format[] = [
  { name: 'csvEntities', file: 'guanxi-entities.csv', media: 'text/csv', write: entitiesAsCSV },
  { name: 'csvRelationships', file: 'guanxi-relationships.csv', media: 'text/csv', write: relationshipsAsCSV },
  { name: 'json', file: 'guanxi.json', media: 'application/json', write: asJSON },
  { name: 'gexf', file: 'guanxi.gexf', media: 'application/xml', write: asGEXF },
  { name: 'graphml', file: 'guanxi.graphml', media: 'application/xml', write: asGraphML },
];

/** Has the browser save a text, or what was painted, as a file. */
export function save(name: string, media: string, content: string | Blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: typeof content === 'string' ? `${media};charset=utf-8` : media }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
