// Why a path ranks as it does: its cost in words, and the sum that a reader can follow.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { legs, total } from '../../core/asked/cost';
import { useAsk } from '../../core/useAsk';
import { DegreesDocument, type RelationshipType } from '../../generated/operations';
import { Waiting } from '../../parts/States';
import type { Path } from './PathsPage';

/** The explanation, folded. Its figures are asked for when it is opened. */
export function Why({ path, best, through }: { path: Path; best: number; through?: readonly RelationshipType[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const cost = 1 / path.score;
  const more = cost - best;
  const words = path.steps.length > 0 && more < 0.000_01 ? (cost === best ? 'paths.whyBest' : 'paths.whyEqual') : 'paths.whyMore';
  return (
    <details className="why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('paths.why')}</summary>
      <p>{t(words, { cost: cost.toFixed(2), more: more.toFixed(2) })}</p>
      {open && <Sum path={path} cost={cost} through={through} />}
      <p className="muted">{t('paths.rule')}</p>
    </details>
  );
}

/** The sum: each step, and what is passed. */
function Sum({ path, cost, through }: { path: Path; cost: number; through?: readonly RelationshipType[] }) {
  const { t } = useTranslation();
  const between = path.steps.slice(0, -1).map((step) => step.to);
  const asking = useAsk(DegreesDocument, between.length > 0 ? { of: between.map(({ id }) => id), through: through && [...through] } : null);
  if (between.length > 0 && !asking.data) return <Waiting asking={asking} />;
  const degree = (id: string) =>
    (asking.data?.neighbourhood.omitted ?? []).reduce((sum, { entity, count }) => (entity.id === id ? sum + count : sum), 0);
  const all = legs(path.steps.map((step) => step.relationship), between.map(({ id }) => degree(id))); // prettier-ignore
  const rest = cost - total(all);
  return (
    <table className="sum">
      <caption className="sr-only">{t('paths.costOf')}</caption>
      <tbody>
        {all.flatMap(({ sources, step, pass }, i) => {
          const { relationship, from, to } = path.steps[i]!;
          const verb = t(`verb.${relationship.type}.${relationship.from.id === from.id ? 'out' : 'in'}`);
          return [
            <Row key={`${i} step`} text={t('paths.costStep', { verb, sources: t('paths.sources', { count: sources }) })} cost={step} />,
            pass && (
              <Row
                key={`${i} pass`}
                text={t('paths.costPass', { name: to.label, relationships: t('paths.relationships', { count: pass.degree }) })}
                cost={pass.cost}
              />
            ),
          ];
        })}
        {Math.abs(rest) > 0.001 && <Row text={t('paths.costRest')} cost={rest} />}
      </tbody>
      <tfoot>
        <Row text={t('paths.costSum')} cost={cost} />
        <tr>
          <td colSpan={2}>{t('paths.scoreSum', { cost: cost.toFixed(2), score: path.score.toFixed(3) })}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Row({ text, cost }: { text: string; cost: number }) {
  return (
    <tr>
      <th scope="row">{text}</th>
      <td>{cost.toFixed(2)}</td>
    </tr>
  );
}
