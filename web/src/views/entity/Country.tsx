// What only the page of a country has: what was read of it, and the partnerships of its organizations, by facets and in
// pages.
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { Shown } from '../../core/download/shown';
import { type CountryAsk, go, writeRoute } from '../../core/route';
import { usePartOnScreen } from '../../core/screen';
import type { PartnershipPart } from '../../core/types';
import { useAsk } from '../../core/useAsk';
import { type AgreementKind, CountryCoverageDocument, CountryPartnershipsDocument } from '../../generated/operations';
import { EntityLink, Link } from '../../parts/Link';
import { Partial, Waiting } from '../../parts/States';
import { Partnership } from './Partnership';

/** Both parts. */
export function Country({ id, label, ask }: { id: string; label: string; ask: CountryAsk }) {
  return (
    <>
      <Coverage id={id} label={label} />
      <Partnerships id={id} ask={ask} />
    </>
  );
}

/** Tells "nothing was found" from "nothing was read". */
function Coverage({ id, label }: { id: string; label: string }) {
  const { t, i18n } = useTranslation();
  const asking = useAsk(CountryCoverageDocument, { country: id, lang: i18n.language });
  if (!asking.data) return <Waiting asking={asking} />;
  const { partnered, upTo, sources } = asking.data.coverage;
  const words = sources.length === 0 ? 'country.unread' : partnered ? 'country.found' : 'country.notFound';
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">{t('country.coverage')}</h2>
      <p>{t(words, { name: label, count: sources.length, day: upTo })}</p>
      <ul className="rows">
        {sources.map(({ source, known, entities }) => (
          <li key={source.id} className="row-head">
            <EntityLink entity={source} />
            <span className="muted">{t('country.ofSource', { count: entities, day: known })}</span>
          </li>
        ))}
      </ul>
      <Partial truncated={asking.truncated ?? []} />
    </section>
  );
}

/** What is on a page of partnerships. */
function shownOf(pairs: readonly PartnershipPart[]): Shown {
  return {
    entities: pairs.flatMap(({ here, there, agreements }) => [here, there, ...agreements]),
    relationships: pairs.flatMap(({ evidence }) => evidence),
  };
}

const pageSize = 20;

/** The partnerships. A facet narrows them; the address holds which, and which page. */
function Partnerships({ id, ask }: { id: string; ask: CountryAsk }) {
  const { t, i18n } = useTranslation();
  const asking = useAsk(
    CountryPartnershipsDocument,
    {
      country: id,
      with: ask.with ?? null,
      agreementKinds: ask.kind ? [ask.kind as AgreementKind] : null,
      from: ask.year ? `${ask.year}-01-01` : null,
      to: ask.year ? `${ask.year}-12-31` : null,
      ...(ask.before ? { last: pageSize, before: ask.before } : { first: pageSize, after: ask.after ?? null }),
      lang: i18n.language,
    },
    true,
  );
  const pairs = asking.data?.partnerships.edges;
  usePartOnScreen('partnerships', useMemo(() => pairs && shownOf(pairs.map(({ node }) => node)), [pairs]));
  // Another page begins at its head.
  const head = useRef<HTMLHeadingElement>(null);
  const page = ask.after ?? ask.before;
  const seen = useRef(page);
  useEffect(() => {
    if (page !== seen.current) head.current?.scrollIntoView();
    seen.current = page;
  }, [page]);
  if (!asking.data) return <Waiting asking={asking} />;
  const { totalCount, edges, pageInfo, facets } = asking.data.partnerships;
  const { after: _, before: __, ...sorted } = ask;
  const at = (next: CountryAsk) => writeRoute({ page: 'entity', id, ask: { ...sorted, ...next } });
  const narrowed = ask.with || ask.kind || ask.year;
  return (
    <section aria-labelledby="partnerships" aria-busy={asking.since !== undefined}>
      <h2 id="partnerships" tabIndex={-1} ref={head}>
        {t('country.partnerships')} <span className="count">{totalCount}</span>
      </h2>
      {totalCount === 0 && <p className="muted">{t(narrowed ? 'country.noneSo' : 'country.none')}</p>}
      <div className="facets">
        <Facet
          name={t('country.with')}
          values={facets.country.map(({ value, count }) => [value?.code ?? '', value?.label ?? t('country.unknown'), count])}
          chosen={ask.with}
          called={(code) => (/^[A-Z]{2}$/.test(code) && new Intl.DisplayNames(i18n.language, { type: 'region' }).of(code)) || code}
          to={(value) => at({ with: value })}
        />
        <Facet
          name={t('country.kind')}
          values={facets.agreementKind.map(({ value, count }) => [value, t(`sort.${value}`), count])}
          chosen={ask.kind}
          called={(kind) => t(`sort.${kind}`)}
          to={(value) => at({ kind: value })}
        />
        <Facet
          name={t('country.year')}
          values={facets.year.map(({ value, count }) => [value ? String(value) : '', value ? String(value) : t('country.undated'), count])}
          chosen={ask.year}
          to={(value) => at({ year: value })}
        />
      </div>
      <ul className="rows">
        {edges.map(({ node }) => (
          <Partnership key={`${node.here.id} ${node.there.id}`} pair={node} />
        ))}
      </ul>
      {(pageInfo.hasPreviousPage || pageInfo.hasNextPage) && (
        <p className="buttons">
          <button disabled={!pageInfo.hasPreviousPage} onClick={() => go(at({ before: pageInfo.startCursor! }))}>
            {t('country.previous')}
          </button>
          <button disabled={!pageInfo.hasNextPage} onClick={() => go(at({ after: pageInfo.endCursor! }))}>
            {t('country.next')}
          </button>
        </p>
      )}
      <Waiting asking={asking} />
      <Partial truncated={asking.truncated ?? []} />
    </section>
  );
}

interface Values {
  name: string;
  values: readonly (readonly [value: string, label: string, count: number])[];
  chosen?: string;
  /** What a value is called that is not among them. */
  called?: (value: string) => string;
  to: (value: string | undefined) => string;
}

/** A facet: each value with how many there are. The chosen one is marked, and lets go again,
    also where nothing has it any more. */
function Facet({ name, values: counted, chosen, called = String, to }: Values) {
  const gone = chosen !== undefined && !counted.some(([value]) => value === chosen);
  const values = gone ? [...counted, [chosen, called(chosen), 0] as const] : counted;
  if (values.length === 0) return null;
  return (
    <div className="option-list">
      <span>{name}</span>
      <ul className="chips" aria-label={name}>
        {values.map(([value, label, count]) => (
          <li key={value}>
            {value === '' ? (
              <span className="chip flat">
                {label} <span className="count">{count}</span>
              </span>
            ) : (
              <Link className="chip flat" to={to(chosen === value ? undefined : value)} aria-current={chosen === value || undefined}>
                {label} <span className="count">{count}</span>
                {chosen === value && ' ✕'}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
