// Writes what was measured into docs/explorer-performance.md: each measurement has a section of its own there, and leaves
// the others alone.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const file = '../docs/explorer-performance.md';
const head = `# How fast the explorer is

Written by \`make webmeasure\`, which runs web/e2e/measure in Chromium. WebGL is drawn by software there (SwiftShader), so that a graphics card does better; compare ratios, not times.
`;

/** Puts a section in the place of the one with its title, or at the end, and prints it. */
export function record(title: string, body: string) {
  console.log(`## ${title}\n\n${body}`);
  const [first = '', ...sections] = (existsSync(file) ? readFileSync(file, 'utf8') : head).trimEnd().split(/\n(?=## )/);
  const section = `## ${title}\n\n${body.trim()}\n`;
  const at = sections.findIndex((one) => one.startsWith(`## ${title}\n`));
  if (at < 0) sections.push(section);
  else sections[at] = section;
  writeFileSync(file, `${[first, ...sections].map((one) => one.trim()).join('\n\n')}\n`);
}

/** A table in Markdown. */
export function table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}
