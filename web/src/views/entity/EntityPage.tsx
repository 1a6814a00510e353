// The page of one entity, at an address of its own: facts, partners, and every relationship with the statements behind it.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { isNotFound } from '../../core/api';
import { sections } from '../../core/around';
import { sortOf } from '../../core/download/shown';
import { beginAt } from '../../core/exploration/exploration';
import { writeRoute } from '../../core/route';
import { usePutOnScreen } from '../../core/screen';
import { useAsk } from '../../core/useAsk';
import { AroundDocument, EntityPageDocument, type EntityPageQuery } from '../../generated/operations';
import { Glyph } from '../../parts/Glyph';
import { langOf, Link } from '../../parts/Link';
import { Cancelled, Failure, Loading, Partial } from '../../parts/States';
import { Facts } from './Facts';
import { Partners } from './Partners';
import { Section } from './Section';

/** An entity, as its page knows it. */
export type EntityNode = NonNullable<EntityPageQuery['node']>;

/** The page. */
export function EntityPage({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const variables = { id, lang: i18n.language };
  const facts = useAsk(EntityPageDocument, variables);
  const around = useAsk(AroundDocument, variables);
  const node = facts.data?.node;
  const shown = useMemo(
    () => around.data && { entities: around.data.around.nodes, relationships: around.data.around.relationships },
    [around.data],
  );
  usePutOnScreen(node?.label ?? id, shown);
  // A merged id answers with the survivor: sections are read from where that stands.
  const found = useMemo(() => (around.data ? sections(node?.id ?? id, around.data.around) : []), [around.data, id, node?.id]);

  if (facts.data && !node) return <NotFound id={id} />;
  return (
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
            {'partnersConnection' in node && <Partners node={node} />}
            {found.map((section) => (
              <Section key={`${section.type} ${section.direction}`} section={section} />
            ))}
            {around.data && found.length === 0 && <p className="muted">{t('entity.nothing')}</p>}
            {around.since !== undefined && !around.data && <Loading since={around.since} cancel={around.cancel} />}
            {around.cancelled && <Cancelled again={around.again} />}
            {around.error && !isNotFound(around.error) && <Failure error={around.error} again={around.again} />}
            <Partial truncated={[...(facts.truncated ?? []), ...(around.truncated ?? [])]} />
          </div>
        </div>
      )}
    </article>
  );
}

function Heading({ node }: { node: EntityNode }) {
  const { t } = useTranslation();
  const sort = sortOf(node);
  const country = 'country' in node ? node.country : undefined;
  const other = 'names' in node ? node.names.map((name) => name.value).find((name) => name !== node.label) : undefined;
  const original = 'name' in node && node.name !== node.label ? node.name : other;
  return (
    <header className="heading">
      <p className="kicker">
        <Glyph kind={node.__typename} />
        {[t(`kind.${node.__typename}`), sort && sort !== 'OTHER' && t(`sort.${sort}`), country?.label].filter(Boolean).join(' · ')}
      </p>
      <h1 lang={langOf(node.label)}>{node.label}</h1>
      {original && (
        <p className="other-name" lang={langOf(original)}>
          {original}
        </p>
      )}
      <Link className="button primary" to={writeRoute({ page: 'explore', exploration: beginAt(node.__typename, node.id), view: 'graph', selected: [node.id] })}>
        {t('entity.explore')}
      </Link>
    </header>
  );
}

function NotFound({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <div className="state">
      <h1>{t('entity.notFound', { id })}</h1>
      <p>{t('entity.notFoundText')}</p>
    </div>
  );
}
