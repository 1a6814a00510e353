// "Show the query": the GraphQL behind what is on the screen, its variables, and the Cypher that it becomes, where the
// server tells it.
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

import { type Entry, journal } from '../core/journal';
import { curlOf, type Plan, planOf } from '../core/plan';
import { Copyable } from './Copyable';
import { Drawer } from './Dialog';
import { Icon } from './Icon';
import { Partial } from './States';

/** The drawer and its button. */
export function QueryDrawer() {
  const { t } = useTranslation();
  return (
    <Drawer
      button={
        <button className="quiet tool" title={t('query.title')}>
          <Icon name="query" />
          <span className="word">{t('query.button')}</span>
        </button>
      }
      title={t('query.title')}
    >
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
      <h3>{entry.name}</h3>
      <p className="muted">
        {entry.took === undefined
          ? t('query.pending')
          : [
              t('query.took', { ms: Math.round(entry.took) }),
              plan && plan !== 'untold' && t('query.dbTook', { ms: plan.dbTime }),
              plan && plan !== 'untold' && t('query.statements', { count: 1 + (plan.reads?.length ?? 0) }),
              entry.truncated.length > 0 ? t('query.cut', { count: entry.truncated.length }) : t('query.whole'),
            ]
              .filter(Boolean)
              .join(' · ')}
      </p>
      <Copyable text={entry.query} label={`GraphQL: ${entry.name}`} />
      <h4>{t('query.variables')}</h4>
      <Copyable text={variables} label={`${t('query.variables')}: ${entry.name}`} />
      <h4>curl</h4>
      <Copyable text={curlOf(entry, location.origin)} label={`curl: ${entry.name}`} className="one-line" />
      <Partial truncated={entry.truncated} />
      {plan === 'untold' && <p role="status">{t('query.noCypher')}</p>}
      {plan && plan !== 'untold' && (
        <>
          <h4>{t('query.cypher')}</h4>
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
