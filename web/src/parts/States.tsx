// What stands where an answer is awaited, failed, is empty, or is not whole.
import type { CombinedError } from '@urql/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { isNotFound, isTooExpensive, isUnreachable, type Truncation } from '../core/api';
import type { Progress } from '../core/stream';
import type { Asking } from '../core/useAsk';

/** The wait: after a second it tells how long it has been, and can be ended. A long computation tells how far it is. */
export function Loading({ since, cancel, progress }: { since?: number; cancel: () => void; progress?: Progress }) {
  const { t } = useTranslation();
  const [now, setNow] = useState(since ?? 0);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [since]);
  const seconds = Math.floor((now - (since ?? now)) / 1000);
  return (
    <div className="state loading" role="status">
      <span className="spinner" aria-hidden />
      <span>{progress ? t(`stage.${progress.stage}`, progress.stage) : t('state.loading')}</span>
      {progress && progress.of > 0 && <progress value={progress.done} max={progress.of} aria-label={t('state.progress')} />}
      {seconds >= 1 && (
        <>
          <span className="muted" aria-hidden>
            {t('state.seconds', { n: seconds })}
          </span>
          <button className="quiet" onClick={cancel}>
            {t('state.cancel')}
          </button>
        </>
      )}
    </div>
  );
}

/** Whatever stands where an answer is awaited: the wait, that it was ended, or what went wrong. */
export function Waiting({ asking }: { asking: Pick<Asking<unknown>, 'error' | 'cancelled' | 'since' | 'cancel' | 'again' | 'progress'> }) {
  const { error, cancelled, since, cancel, again, progress } = asking;
  if (error) return <Failure error={error} again={again} />;
  if (cancelled) return <Cancelled again={again} />;
  return since === undefined ? null : <Loading since={since} cancel={cancel} progress={progress} />;
}

/** The wait was ended by the reader. */
export function Cancelled({ again }: { again: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="state" role="status">
      <p>{t('state.cancelled')}</p>
      <button onClick={again}>{t('state.again')}</button>
    </div>
  );
}

/** What went wrong, in the reader's words where it is of a known kind and in the server's, and the way to try again. */
export function Failure({ error, again }: { error: CombinedError; again: () => void }) {
  const { t } = useTranslation();
  const kind = isUnreachable(error) ? 'unreachable' : isNotFound(error) ? 'nobody' : isTooExpensive(error) ? 'tooMuch' : 'failed';
  return (
    <div className="state failure" role="alert">
      <h2>{t(`state.${kind}`)}</h2>
      {kind !== 'failed' && <p>{t(`state.${kind}Hint`)}</p>}
      {kind !== 'unreachable' && (
        <p className={kind === 'failed' ? undefined : 'muted'} lang="en">
          {error.graphQLErrors.map((e) => e.message).join(' ')}
        </p>
      )}
      <button onClick={again}>{t('state.again')}</button>
    </div>
  );
}

/** That lists were cut, and which. */
export function Partial({ truncated, children }: { truncated: readonly Truncation[]; children?: React.ReactNode }) {
  const { t } = useTranslation();
  if (truncated.length === 0 && !children) return null;
  return (
    <p className="partial" role="note">
      <strong>{t('state.partial')}</strong> {children}
      {truncated.map((cut) => (
        <span key={cut.path.join('.')}> {t('state.partialList', { path: cut.path.join(' › '), limit: cut.limit })}</span>
      ))}
    </p>
  );
}
