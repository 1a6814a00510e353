// "Show the query": the GraphQL behind what is on the screen, its variables, and the Cypher that it becomes, where the
// server tells it.
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

import { type Entry, journal } from '../core/journal';
import { type Plan, planOf } from '../core/plan';
import { Copyable } from './Copyable';
import { Drawer } from './Dialog';
import { Partial } from './States';

/** The drawer and its button. */
export function QueryDrawer() {
  const { t } = useTranslation();
  return (
    <Drawer button={<button className="quiet">{t('query.button')}</button>} title={t('query.title')}>
      <Entries />
    </Drawer>
  );
}

function Entries() {
  const { t } = useTranslation();
  const entries = useSyncExternalStore(journal.subscribe, journal.entries);
  if (entries.length === 0) return <p>{t('query.none')}</p>;
  return (
    <>
      <p className="muted">{t('query.intro')}</p>
      {entries.map((entry) => (
        <Question key={entry.id} entry={entry} />
      ))}
    </>
  );
}

/** One question. */
function Question({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const [plan, setPlan] = useState<Plan | 'untold'>();
  const variables = JSON.stringify(entry.variables, null, 2);
  const link = `/graphiql#${new URLSearchParams({ query: entry.query, variables })}`;
  return (
    <section className="question">
      <h3>
        {entry.name}{' '}
        <small className="muted">{entry.took === undefined ? t('query.pending') : t('query.took', { ms: Math.round(entry.took) })}</small>
      </h3>
      <Copyable text={entry.query} label={`GraphQL: ${entry.name}`} />
      <h4>{t('query.variables')}</h4>
      <Copyable text={variables} label={`${t('query.variables')}: ${entry.name}`} />
      <Partial truncated={entry.truncated} />
      {plan === 'untold' && <p role="status">{t('query.noCypher')}</p>}
      {plan && plan !== 'untold' && (
        <>
          <h4>
            {t('query.cypher')} <small className="muted">{t('query.dbTook', { ms: plan.dbTime })}</small>
          </h4>
          <Copyable text={plan.cypher} label={`${t('query.cypher')}: ${entry.name}`} />
          <h4>{t('query.parameters')}</h4>
          <Copyable text={JSON.stringify(plan.params, null, 2)} label={`${t('query.parameters')}: ${entry.name}`} />
        </>
      )}
      <p className="buttons">
        {!plan && <button onClick={() => void planOf(entry).then(setPlan)}>{t('query.askCypher')}</button>}
        <a className="button" href={link} target="_blank" rel="noreferrer">
          {t('query.open')}
        </a>
      </p>
    </section>
  );
}
