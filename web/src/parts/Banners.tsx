// What holds for the whole page and must not be missed: that statements are left out or added, and that the server is gone.
import { useTranslation } from 'react-i18next';

import { useAway } from '../core/health';
import { choose, useScope } from '../core/scope';

/** The banners that there is a reason for. */
export function Banners() {
  const { t } = useTranslation();
  const away = useAway();
  return (
    <>
      <ScopeBanner />
      <div role="status">
        {away && (
          <p className="banner away">
            <span className="spinner" aria-hidden /> {t('server.gone')}
          </p>
        )}
      </div>
    </>
  );
}

/** Says which statements are shown, where these are not the usual ones. */
function ScopeBanner() {
  const { t } = useTranslation();
  const { basis, valid, known } = useScope();
  const only = [
    basis === 'STATED' && t('scope.onlyStated'),
    valid && t('scope.onlyValid', { day: valid }),
    known && t('scope.onlyKnown', { day: known }),
  ].filter((part) => typeof part === 'string');
  if (only.length === 0 && basis !== 'INFERRED') return null;
  return (
    <aside className="banner scoped" aria-label={t('scope.title')}>
      <p>
        {only.length > 0 && (
          <>
            <strong>{t('scope.only')}</strong> {only.reduce((a, b) => t('scope.joinTwo', { a, b }))}
            {t('scope.stop')}{' '}
          </>
        )}
        {basis === 'INFERRED' && t('scope.also')}
      </p>
      <button onClick={() => choose({})}>{t(only.length > 0 ? 'scope.all' : 'scope.usual')}</button>
    </aside>
  );
}
