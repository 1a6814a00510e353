// The facts of an entity: what is said of it alone.
import { useTranslation } from 'react-i18next';

import { isCountryInferred, readable, sortOf } from '../../core/download/shown';
import { Inferred } from '../../parts/Inferred';
import { langOf, Link } from '../../parts/Link';
import { writeRoute } from '../../core/route';
import type { EntityNode } from './EntityPage';
import { figureText } from './figure';

/** The facts that there are, as a list of terms. */
export function Facts({ node }: { node: EntityNode }) {
  const { t, i18n } = useTranslation();
  const facts: [term: string, value: React.ReactNode][] = [];
  const add = (term: string, value: React.ReactNode) => {
    if (value !== null && value !== undefined && value !== '') facts.push([t(`entity.${term}`), value]);
  };

  const sort = sortOf(node);
  if (sort) add('kind', t(`sort.${sort}`));
  if ('placeKind' in node && node.placeKind) add('kind', t(`sort.${node.placeKind}`));
  if ('country' in node && node.country) {
    add(
      'country',
      <>
        <Link to={writeRoute({ page: 'entity', id: node.country.code })}>{node.country.label}</Link> {isCountryInferred(node) && <Inferred />}
      </>,
    );
  }
  if ('names' in node && node.names.length > 0) {
    const names = [node.name, ...node.names.map((name) => name.value)];
    add('names', <Lines lines={[...new Set(names)]} />);
  }
  if ('aliases' in node && node.aliases.length > 0) add('aliases', <Lines lines={node.aliases} />);
  if ('founded' in node) add('founded', node.founded);
  if ('homepage' in node && node.homepage) add('homepage', <Outside url={node.homepage} />);
  if ('code3' in node) add('code', [node.code, node.code3].filter(Boolean).join(', '));
  if ('status' in node) {
    add('status', t(`status.${node.status}`));
    add('signedOn', readable(node.signedOnText ?? node.signedOn));
  }
  if ('startDate' in node) add('startDate', readable(node.startDateText ?? node.startDate));
  if ('endDate' in node) add('endDate', readable(node.endDateText ?? node.endDate));
  if ('amount' in node && node.amount !== null) add('amount', `${node.amount.toLocaleString(i18n.language)} ${node.currency ?? ''}`);
  if (node.__typename === 'Figure') add('value', figureText(node, t, i18n.language));
  if (node.__typename === 'Source') {
    add('publisher', node.publisher);
    add('publishedOn', node.publishedOn);
    add('retrievedOn', node.retrievedOn);
    add('licence', node.licence);
    if (node.url) add('url', <Outside url={node.url} />);
  }
  if ('identifiers' in node && node.identifiers.length > 0) add('identifiers', <Lines lines={node.identifiers} />);
  add('id', <code>{node.id}</code>);
  return (
    <section>
      <h2>{t('entity.facts')}</h2>
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <span className="line" key={line} lang={langOf(line)}>
          {line}
        </span>
      ))}
    </>
  );
}

/** A link that leaves the explorer. Only the web's own schemes are followed. */
function Outside({ url }: { url: string }) {
  if (!/^https?:\/\//.test(url)) return url;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {url.replace(/^https?:\/\//, '')}
    </a>
  );
}
