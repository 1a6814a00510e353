// One path, step by step: what is passed, what ties it to the next, and who says so.
import { useTranslation } from 'react-i18next';

import { particulars } from '../../core/around';
import { countryName, dateOf, sortOf } from '../../core/download/shown';
import { arrange, begin } from '../../core/exploration/exploration';
import { writeRoute } from '../../core/route';
import type { EntityPart } from '../../core/types';
import type { RelationshipType } from '../../generated/operations';
import { EntityLink, Link } from '../../parts/Link';
import { Evidence } from '../entity/Evidence';
import type { Path } from './PathsPage';
import { Why } from './Why';

interface Card {
  path: Path;
  rank: number;
  /** The cost of the best path. */
  best: number;
  through?: readonly RelationshipType[];
  avoid: (id: string) => void;
}

/** The path. */
export function PathCard({ path, rank, best, through, avoid }: Card) {
  const { t } = useTranslation();
  const entities = [path.steps[0]!.from, ...path.steps.map((step) => step.to)];
  const ids = entities.map(({ id }) => id);
  const names = (id: string) => entities.find((one) => one.id === id)?.label ?? id;
  const graph = { ...arrange(begin(...ids), { by: 'columns', from: ids[0]!, to: ids.at(-1)! }), only: true };
  return (
    <li className="card path" aria-label={t('paths.rank', { n: rank })}>
      <header>
        <b>{t('paths.steps', { count: path.hops })}</b>
        <span className="muted">{t('paths.score', { score: path.score.toFixed(3) })}</span>
        <Link className="button" to={writeRoute({ page: 'explore', exploration: graph, view: 'graph', selected: [] })}>
          {t('paths.graph')}
        </Link>
      </header>
      <ol className="way">
        <Stop entity={entities[0]!} />
        {path.steps.map(({ relationship, to }, i) => {
          const forwards = relationship.from.id === ids[i];
          return [
            <li key={relationship.id} className="tie">
              <span aria-hidden>{forwards ? '↓' : '↑'}</span>
              <div>
                {t(`verb.${relationship.type}.${forwards ? 'out' : 'in'}`)}
                {particulars(relationship) && <span className="muted"> · {particulars(relationship)}</span>}
                <Evidence relationships={[relationship]} of={`${names(ids[i]!)} – ${to.label}`} names={names} />
              </div>
            </li>,
            <Stop key={to.id} entity={to} avoid={i < path.steps.length - 1 ? avoid : undefined} />,
          ];
        })}
      </ol>
      <Why path={path} best={best} through={through} />
    </li>
  );
}

/** An entity on the way; those between the ends can be avoided. */
function Stop({ entity, avoid }: { entity: EntityPart; avoid?: (id: string) => void }) {
  const { t } = useTranslation();
  const sort = sortOf(entity);
  const about = [sort && sort !== 'OTHER' ? t(`sort.${sort}`) : t(`kind.${entity.__typename}`), countryName(entity, t), dateOf(entity)];
  return (
    <li className="stop">
      <div>
        <EntityLink entity={entity} />
        <span className="muted">{about.filter(Boolean).join(' · ')}</span>
      </div>
      {avoid && (
        <button className="quiet" aria-label={t('paths.avoidThis', { name: entity.label })} onClick={() => avoid(entity.id)}>
          {t('paths.avoid')}
        </button>
      )}
    </li>
  );
}
