// The page of one entity, at an address of its own: facts, partners, its own relationships and those that lead to it, each
// with the statements behind it. A country has its partnerships, too, and a source what it states.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { isNotFound } from '../../core/api';
import { type Section as Relationships, sections } from '../../core/around';
import { usualHops } from '../../core/asked/paths';
import { countryName, type Shown, sortOf, together } from '../../core/download/shown';
import { begin, beginAt } from '../../core/exploration/exploration';
import { isOrganization } from '../../core/kinds';
import { type CountryAsk, type Route, writeRoute } from '../../core/route';
import { choose, useScope } from '../../core/scope';
import { PartsOnScreen, usePartsOnScreen, usePutOnScreen } from '../../core/screen';
import { useAsk } from '../../core/useAsk';
import { AroundDocument, EntityPageDocument, type EntityPageQuery } from '../../generated/operations';
import { Glyph } from '../../parts/Glyph';
import { langOf, Link } from '../../parts/Link';
import { Cancelled, Failure, Loading, Partial } from '../../parts/States';
import { Country } from './Country';
import { Facts } from './Facts';
import { Partners } from './Partners';
import { anchor, Section } from './Section';
import { Stated } from './Stated';

/** An entity, as its page knows it. */
export type EntityNode = NonNullable<EntityPageQuery['node']>;

/** The page. */
export function EntityPage({ id, at, ask = {} }: { id: string; at?: string; ask?: CountryAsk }) {
  const { t, i18n } = useTranslation();
  const variables = { id, lang: i18n.language };
  const facts = useAsk(EntityPageDocument, variables);
  const around = useAsk(AroundDocument, variables);
  const node = facts.data?.node;
  const { parts, put } = usePartsOnScreen();
  const shown = useMemo(
    () => around.data && together([{ entities: around.data.around.nodes, relationships: around.data.around.relationships }, partnersOf(node), ...Object.values(parts)]),
    [around.data, node, parts],
  );
  usePutOnScreen(node?.label ?? id, shown);
  // A merged id answers with the survivor: sections are read from where that stands.
  const found = useMemo(() => (around.data ? sections(node?.id ?? id, around.data.around) : []), [around.data, id, node?.id]);
  const out = found.filter(({ type, direction }) => direction === 'out' && type !== 'STATES');
  const into = found.filter(({ direction }) => direction === 'in');

  if (facts.data && !node) return <NotFound id={id} />;
  return (
    <PartsOnScreen value={put}>
      <article className="entity">
        {node && <Heading node={node} />}
        {facts.error && <Failure error={facts.error} again={facts.again} />}
        {facts.cancelled && <Cancelled again={facts.again} />}
        {facts.since !== undefined && !node && <Loading since={facts.since} cancel={facts.cancel} />}
        {node && (
          <div className="columns">
            <aside>
              <Facts node={node} />
            </aside>
            <div>
              <Contents node={node} groups={[out, into]} />
              {node.__typename === 'Country' && <Country id={node.id} label={node.label} ask={ask} />}
              {node.__typename === 'Source' && <Stated id={node.id} at={at} />}
              {'partnersConnection' in node && <Partners node={node} />}
              <Group id="own" sections={out} of={node} />
              <Group id="into" sections={into} of={node} />
              {around.data && found.length === 0 && <p className="muted">{t('entity.nothing')}</p>}
              {around.since !== undefined && !around.data && <Loading since={around.since} cancel={around.cancel} />}
              {around.cancelled && <Cancelled again={around.again} />}
              {around.error && !isNotFound(around.error) && <Failure error={around.error} again={around.again} />}
              <Partial truncated={[...(facts.truncated ?? []), ...(around.truncated ?? [])]} />
            </div>
          </div>
        )}
      </article>
    </PartsOnScreen>
  );
}

/** The entity and its partners, with what makes them so. */
function partnersOf(node: EntityNode | null | undefined): Shown {
  if (!node) return { entities: [], relationships: [] };
  const edges = 'partnersConnection' in node ? node.partnersConnection.edges : [];
  return {
    entities: [node, ...edges.flatMap(({ node: partner, properties }) => [partner, ...properties.agreements])],
    relationships: edges.flatMap(({ properties }) => properties.evidence),
  };
}

function Heading({ node }: { node: EntityNode }) {
  const { t } = useTranslation();
  const sort = sortOf(node);
  const other = 'names' in node ? node.names.map((name) => name.value).find((name) => name !== node.label) : undefined;
  const original = 'name' in node && node.name !== node.label ? node.name : other;
  return (
    <header className="heading">
      <p className="kicker">
        <Glyph kind={node.__typename} />
        {[t(`kind.${node.__typename}`), sort && sort !== 'OTHER' && t(`sort.${sort}`), countryName(node, t)].filter(Boolean).join(' · ')}
      </p>
      <h1 lang={langOf(node.label)}>{node.label}</h1>
      {original && (
        <p className="other-name" lang={langOf(original)}>
          {original}
        </p>
      )}
      <Ways node={node} />
    </header>
  );
}

/** The questions that can be asked of the entity, each a page of its own. */
function Ways({ node }: { node: EntityNode }) {
  const { t } = useTranslation();
  const exploration = beginAt(node.__typename, node.id);
  const ways: [name: string, to: Route][] = [
    ['paths', { page: 'paths', ask: { from: node.id, avoid: [], hops: usualHops } }],
    ['compare', { page: 'compare', ask: { of: [node.id], show: 'all' } }],
    ['timeline', { page: 'explore', exploration: begin(node.id), view: 'timeline', selected: [] }],
  ];
  if (isOrganization(node.__typename)) ways.splice(1, 0, ['docking', { page: 'docking', ask: { for: node.id, fields: [], countries: [], roles: [] } }]);
  return (
    <nav className="buttons" aria-label={t('entity.ways')}>
      <Link className="button primary" to={writeRoute({ page: 'explore', exploration, view: 'graph', selected: [node.id] })}>
        {t('entity.explore')}
      </Link>
      {ways.map(([name, to]) => (
        <Link key={name} className="button" to={writeRoute(to)}>
          {t(`entity.way_${name}`)}
        </Link>
      ))}
    </nav>
  );
}

/** What is on the page, where it is long: a click goes there. */
function Contents({ node, groups }: { node: EntityNode; groups: readonly Relationships[][] }) {
  const { t } = useTranslation();
  const all = groups.flat();
  if (all.length < 3) return null;
  const entries: [to: string, name: string, count?: number][] = all.map((s) => [anchor(s), t(`tie.${s.type}.${s.direction}`), s.rows.length + s.omitted]);
  if ('partnersConnection' in node) entries.unshift(['partners', t('entity.partners'), node.partnersConnection.totalCount]);
  if (node.__typename === 'Country') entries.unshift(['partnerships', t('country.partnerships')]);
  if (node.__typename === 'Source') entries.unshift(['stated', t('stated.title')]);
  return (
    <nav aria-label={t('entity.contents')}>
      <ul className="chips">
        {entries.map(([to, name, count]) => (
          <li key={to}>
            <a
              className="chip flat"
              href={`#${to}`}
              onClick={(event) => {
                event.preventDefault();
                const place = document.getElementById(to);
                place?.scrollIntoView();
                place?.focus({ preventScroll: true });
              }}
            >
              {name} {count !== undefined && <span className="count">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Relationships of one direction: the entity's own, or those that lead to it. */
function Group({ id, sections, of }: { id: 'own' | 'into'; sections: readonly Relationships[]; of: EntityNode }) {
  const { t } = useTranslation();
  if (sections.length === 0) return null;
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id}>{t(`entity.${id}`)}</h2>
      {sections.map((section) => (
        <Section key={`${of.id} ${anchor(section)}`} section={section} of={of} />
      ))}
    </section>
  );
}

/** That there is no such entity: perhaps only none that was known then, or none that is more than inferred. */
function NotFound({ id }: { id: string }) {
  const { t } = useTranslation();
  const scope = useScope();
  if (scope.known) {
    return (
      <div className="state">
        <h1>{t('entity.notKnown', { id, day: scope.known })}</h1>
        <p>{t('entity.notKnownText')}</p>
      </div>
    );
  }
  return (
    <div className="state">
      <h1>{t('entity.notFound', { id })}</h1>
      <p>{t('entity.notFoundText')}</p>
      {scope.basis !== 'INFERRED' && <button onClick={() => choose({ ...scope, basis: 'INFERRED' })}>{t('entity.orInferred')}</button>}
    </div>
  );
}
