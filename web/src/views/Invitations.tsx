// What can be asked, each with an example from the data at hand: nothing here is written down beforehand, so that a link
// never leads to what is not there.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Role } from '../core/asked/docking';
import { usualHops } from '../core/asked/paths';
import { type Route, writeRoute } from '../core/route';
import type { AgreementKind, HomeQuery } from '../generated/operations';
import { Link } from '../parts/Link';

interface Invitation {
  name: 'paths' | 'docking' | 'compare' | 'country';
  to: Route;
  values: Record<string, string>;
}

/** The invitations: those that the data has an example for. */
export function Invitations({ data }: { data: HomeQuery }) {
  const { t } = useTranslation();
  const invitations = useMemo(() => from(data), [data]);
  if (invitations.length === 0) return null;
  return (
    <section className="invitations" aria-labelledby="ask">
      <h2 id="ask">{t('home.ask')}</h2>
      <ul>
        {invitations.map(({ name, to, values }) => (
          <li key={name}>
            <Link className="card" to={writeRoute(to)}>
              <b>{t(`home.ask_${name}`)}</b>
              <span>{t(`home.example_${name}`, values)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

// What an agreement of a kind lets one want of others.
const wanted: Partial<Record<AgreementKind, Role>> = {
  COOPERATIVE_EDUCATION: 'CURRICULUM',
  JOINT_RESEARCH: 'RESEARCH',
  JOINT_LABORATORY: 'RESEARCH',
  GRANT: 'RESEARCH',
  GOING_GLOBAL: 'CAREERS',
};

/** Examples: the parties of the agreements that were signed last, and a country that cooperates with another. */
function from({ latest, countryMatrix }: HomeQuery): Invitation[] {
  const shared = latest.filter(({ parties }) => parties.edges.length > 1);
  const [first, ...others] = shared.map(({ parties }) => parties.edges.map(({ node }) => node));
  const role = shared[0] && wanted[shared[0].agreementKind];
  const a = first?.[0];
  const b = others.flat().find((party) => !first!.some((one) => one.id === party.id)) ?? first?.[1];
  const country = countryMatrix.find((pair) => pair.a.code !== pair.b.code)?.a;
  const found: Invitation[] = [];
  if (a && b) {
    const values = { a: a.label, b: b.label };
    found.push({ name: 'paths', to: { page: 'paths', ask: { from: a.id, to: b.id, avoid: [], hops: usualHops } }, values });
    const seeker = first!.at(-1)!;
    found.push({ name: 'docking', to: { page: 'docking', ask: { for: seeker.id, fields: [], countries: [], roles: role ? [role] : [] } }, values: { a: seeker.label } });
    found.push({ name: 'compare', to: { page: 'compare', ask: { of: [a.id, b.id], show: 'all' } }, values });
  }
  if (country) found.push({ name: 'country', to: { page: 'entity', id: country.id }, values: { name: country.label } });
  return found;
}
