// The filters beside the results: what to list, and by which values. Each value says how many have it.
import type { TFunction } from 'i18next';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { countGroups, entitiesWhere, type Filter, type Finding, type Group, groups, none, toggle, toGroup } from '../../core/finding';
import { go, writeRoute } from '../../core/route';
import { choose, useScope } from '../../core/scope';
import { useAsk } from '../../core/useAsk';
import { type Basis, CountTypesDocument } from '../../generated/operations';
import { Link } from '../../parts/Link';
import { Partial } from '../../parts/States';
import { type Facet, basisFacets, facets, kindOf } from './facets';

interface Props {
  finding: Finding;
  group: Group;
  ids?: readonly string[];
}

/** Goes to another finding. */
export function goFind(f: Finding, replace = false) {
  go(addressOf(f), replace);
}

/** The address of a finding. */
export function addressOf(f: Finding): string {
  return writeRoute({ page: 'find', finding: f });
}

/** All filters. */
export function Filters({ finding, group, ids }: Props) {
  const { t } = useTranslation();
  const filtered = finding.country.length + finding.agreementKind.length + finding.year.length > 0 || finding.type.some((one) => one !== group);
  return (
    <>
      <Groups finding={finding} group={group} ids={ids} />
      {filtered && group !== 'all' && (
        <Link className="button" to={addressOf({ ...toGroup(finding, group), country: [] })}>
          {t('find.reset')}
        </Link>
      )}
      {facets[group]?.map((facet) => <Values key={`${group} ${facet.filter}`} facet={facet} finding={finding} ids={ids} />)}
      {basisFacets[group] && <BasisValues key={group} finding={finding} group={group} ids={ids} />}
    </>
  );
}

/** What can be listed, and how many there are of each. */
function Groups({ finding, group, ids }: Props) {
  const { t, i18n } = useTranslation();
  const { data } = useAsk(CountTypesDocument, { where: entitiesWhere('all', ids) }, true);
  const counts = data && countGroups(data.entitiesConnection.facets.typename);
  const listed = groups.filter((one) => (one === 'all' ? finding.q !== '' : !counts || counts.has(one) || one === group));
  return (
    <nav aria-label={t('find.what')}>
      <ul className="find-groups">
        {listed.map((one) => (
          <li key={one}>
            <Link to={addressOf(toGroup(finding, one))} aria-current={one === group ? 'page' : undefined}>
              <span>{t(`find.group_${one}`)}</span>
              <span className="count">{counts?.get(one)?.toLocaleString(i18n.language) ?? ''}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const few = 8; // values that a filter shows at first

/** The values of one filter. */
function Values({ facet, finding, ids }: { facet: Facet; finding: Finding; ids?: readonly string[] }) {
  const { t, i18n } = useTranslation();
  const [whole, setWhole] = useState(false);
  const asking = useAsk(facet.document, facet.variables(finding, ids, i18n.language), true);
  const values = asking.data ? facet.values(asking.data, t) : [];
  const chosen = finding[facet.filter];
  const gone = asking.data ? chosen.filter((one) => one !== 'Organization' && !values.some(({ value }) => value === one)) : [];
  const all = [...values, ...gone.map((value) => ({ value, name: nameOf(value, facet.filter, i18n.language, t), count: 0 }))];
  const shown = whole ? all : all.filter(({ value }, i) => i < few || chosen.includes(value));
  if (asking.data && all.length === 0) return null;
  if (asking.error) {
    return (
      <p className="muted">
        {t('search.failed')} <button onClick={asking.again}>{t('state.again')}</button>
      </p>
    );
  }
  return (
    <fieldset className="find-values" data-filter={facet.filter} aria-busy={asking.since !== undefined}>
      <legend>{t(`find.${facet.filter}`)}</legend>
      <ul>
        {shown.map(({ value, name, count }) => (
          <li key={value}>
            <label>
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => goFind(toggle(finding, facet.filter, value))} />
              <span>{name}</span> <span className="count">{count.toLocaleString(i18n.language)}</span>
            </label>
          </li>
        ))}
      </ul>
      <Partial truncated={asking.truncated ?? []} />
      {all.length > few && (
        <button className="quiet" onClick={() => setWhole(!whole)}>
          {whole ? t('find.fewer') : t('find.every', { count: all.length })}
        </button>
      )}
    </fieldset>
  );
}

/** What a value is called that nothing has. */
function nameOf(value: string, filter: Filter, language: string, t: TFunction): string {
  if (value === none) return t(`find.none_${filter}`);
  if (filter === 'type') return t(`kind.${value}`);
  if (filter === 'agreementKind') return kindOf(value, t);
  return (filter === 'country' && /^[A-Z]{2}$/.test(value) && new Intl.DisplayNames(language, { type: 'region' }).of(value)) || value;
}

const bases: readonly Basis[] = ['STATED', 'IMPLIED', 'INFERRED'];

/** How firm the statements are at least: it holds for the whole page, as everywhere. */
function BasisValues({ finding, group, ids }: Props) {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const radios = useId();
  const { document, variables } = basisFacets[group]!;
  const { data } = useAsk(document, variables(finding, ids, i18n.language), true);
  const now = scope.basis ?? 'IMPLIED';
  const counts = { STATED: data?.stated, IMPLIED: data?.implied, INFERRED: data?.inferred };
  return (
    <fieldset className="find-values" data-filter="basis">
      <legend>{t('find.basis')}</legend>
      <ul>
        {bases.map((basis) => (
          <li key={basis}>
            <label>
              <input
                type="radio"
                name={radios}
                checked={basis === now}
                onChange={() => choose({ ...scope, basis: basis === 'IMPLIED' ? undefined : basis })}
              />
              <span>{t(`find.basis_${basis}`)}</span> <span className="count">{counts[basis]?.totalCount.toLocaleString(i18n.language)}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
