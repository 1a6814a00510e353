// GEXF 1.3 and GraphML of what is shown, for Gephi, yEd, NetworkX and igraph.
import { entityColumns, entityRow, relationshipColumns, relationshipRow, type Shown } from './shown';

const nodeColumns = entityColumns.filter((column) => column !== 'id');
const edgeColumns = relationshipColumns.filter((column) => !['id', 'from', 'to'].includes(column));

/** What has both its ends: a graph's file must not name a node that it does not hold. */
function closed({ entities, relationships }: Shown): Shown {
  const there = new Set(entities.map(({ id }) => id));
  return { entities, relationships: relationships.filter(({ from, to }) => there.has(from.id) && there.has(to.id)) };
}

/** The graph as GEXF. */
export function asGEXF(shown: Shown): string {
  const { entities, relationships } = closed(shown);
  const values = (columns: readonly string[], row: Record<string, string>) =>
    columns.map((column, i) => `<attvalue for="${i}" value="${xml(row[column]!)}"/>`).join('');
  const attributes = (of: string, columns: readonly string[]) =>
    `<attributes class="${of}">${columns.map((column, i) => `<attribute id="${i}" title="${column}" type="string"/>`).join('')}</attributes>`;
  const nodes = entities.map(
    (e) => `<node id="${xml(e.id)}" label="${xml(e.label)}"><attvalues>${values(nodeColumns, entityRow(e))}</attvalues></node>`,
  );
  const edges = relationships.map(
    (r) =>
      `<edge id="${xml(r.id)}" source="${xml(r.from.id)}" target="${xml(r.to.id)}" label="${r.type}">` +
      `<attvalues>${values(edgeColumns, relationshipRow(r))}</attvalues></edge>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n' +
    '<graph defaultedgetype="directed">\n' +
    `${attributes('node', nodeColumns)}\n${attributes('edge', edgeColumns)}\n` +
    `<nodes>\n${nodes.join('\n')}\n</nodes>\n<edges>\n${edges.join('\n')}\n</edges>\n</graph>\n</gexf>\n`
  );
}

/** The graph as GraphML. */
export function asGraphML(shown: Shown): string {
  const { entities, relationships } = closed(shown);
  const keys = (of: string, columns: readonly string[]) =>
    columns.map((column) => `<key id="${of}-${column}" for="${of}" attr.name="${column}" attr.type="string"/>`).join('\n');
  const data = (of: string, columns: readonly string[], row: Record<string, string>) =>
    columns.map((column) => `<data key="${of}-${column}">${xml(row[column]!)}</data>`).join('');
  const nodes = entities.map((e) => `<node id="${xml(e.id)}">${data('node', nodeColumns, entityRow(e))}</node>`);
  const edges = relationships.map(
    (r) =>
      `<edge id="${xml(r.id)}" source="${xml(r.from.id)}" target="${xml(r.to.id)}">` +
      `${data('edge', edgeColumns, relationshipRow(r))}</edge>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n' +
    `${keys('node', nodeColumns)}\n${keys('edge', edgeColumns)}\n` +
    `<graph edgedefault="directed">\n${nodes.join('\n')}\n${edges.join('\n')}\n</graph>\n</graphml>\n`
  );
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text inside XML. Characters that XML 1.0 forbids are left out. */
export function xml(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll(/[&<>"']/g, (c) => entities[c]!);
}
