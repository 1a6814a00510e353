// CSV (RFC 4180) and JSON of what is shown.
import { entityColumns, entityRow, relationshipColumns, relationshipRow, type Shown } from './shown';

/** The entities as CSV. */
export function entitiesAsCSV({ entities }: Shown): string {
  return csv(entityColumns, entities.map(entityRow));
}

/** The relationships as CSV, with their sources. */
export function relationshipsAsCSV({ relationships }: Shown): string {
  return csv(relationshipColumns, relationships.map(relationshipRow));
}

/** Both as JSON, as the server gave them. */
export function asJSON({ entities, relationships }: Shown): string {
  return `${JSON.stringify({ entities, relationships }, null, 2)}\n`;
}

/** A table as CSV. It begins with a byte order mark, without which Excel takes Chinese for Latin-1. */
export function csv<C extends string>(columns: readonly C[], rows: readonly Record<C, string>[]): string {
  const lines = [columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column])).join(','))];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** A cell. What a spreadsheet would run as a formula is told to be text by an apostrophe: it looks past what is not seen,
    and takes full-width signs for narrow ones. */
function cell(value: string): string {
  const text = /^[\p{Cf}\s]*[=+\-@＝＋－＠]|^[\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
