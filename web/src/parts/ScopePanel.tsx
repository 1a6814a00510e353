// Which statements count, to choose on every page: how firm they are at least, the day on which they held, and the day on
// which they were known.
import { Popover } from 'radix-ui';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { today, daysOf } from '../core/days';
import { choose, type Scope, useScope } from '../core/scope';
import { useAsk } from '../core/useAsk';
import { DatesDocument } from '../generated/operations';
import { Icon } from './Icon';
import { Waiting } from './States';
import { TimeSlider } from './TimeSlider';

/** The panel and its button. */
export function ScopePanel() {
  const { t } = useTranslation();
  const set = Object.keys(useScope()).length;
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button className="quiet tool" title={t('scope.button')}>
          <Icon name="time" />
          <span className="word">{t('scope.button')}</span>
          {set > 0 && <span className="badge">{set}</span>}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover scope" align="end" sideOffset={8} collisionPadding={8} aria-label={t('scope.title')}>
          <Choices />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const bases = ['STATED', 'IMPLIED', 'INFERRED'] as const;

function Choices() {
  const { t } = useTranslation();
  const scope = useScope();
  const group = useId();
  // Whatever is chosen, the sliders span all that is dated: a choice must not take away what it is changed by.
  const asking = useAsk(DatesDocument, { weakest: null, validOn: null, knownOn: null }, true);
  const days = useMemo(() => asking.data && daysOf(asking.data, today()), [asking.data]);
  const none = asking.data && !days;
  const change = (part: Scope, replace = false) => choose({ ...scope, ...part }, replace);
  return (
    <>
      <header>
        <h2>{t('scope.title')}</h2>
        <Popover.Close className="quiet" aria-label={t('app.close')}>
          ✕
        </Popover.Close>
      </header>
      <fieldset>
        <legend>{t('scope.basis')}</legend>
        <div className="segments">
          {bases.map((basis) => (
            <label key={basis}>
              <input
                type="radio"
                name={group}
                checked={(scope.basis ?? 'IMPLIED') === basis}
                onChange={() => change({ basis: basis === 'IMPLIED' ? undefined : basis })}
              />
              <span>{t(`scope.basis_${basis}`)}</span>
            </label>
          ))}
        </div>
        <p className="muted">{t(`scope.basisHint_${scope.basis ?? 'IMPLIED'}`)}</p>
      </fieldset>
      {(['valid', 'known'] as const).map((name) => (
        <TimeSlider key={name} name={name} day={scope[name]} days={days} none={none} change={(day, replace) => change({ [name]: day }, replace)} />
      ))}
      {!days && <Waiting asking={asking} />}
      <p className="buttons">
        <button disabled={Object.keys(scope).length === 0} onClick={() => choose({})}>
          {t('scope.all')}
        </button>
      </p>
    </>
  );
}
