// Which types of relationship are followed: what ties by itself, and what ties weakly.
import { useTranslation } from 'react-i18next';

import { follow, followed, type PathsAsk, weaker } from '../../core/asked/paths';

/** The choice, folded under how many there are. */
export function Through({ ask, change }: { ask: PathsAsk; change: (next: Partial<PathsAsk>) => void }) {
  const { t } = useTranslation();
  const now = ask.through ?? followed;
  return (
    <details className="choice">
      <summary>
        {t('paths.through')}: {t('paths.throughCount', { count: now.length })}
      </summary>
      <div className="choices">
        {([['throughUsual', followed], ['throughWeak', weaker]] as const).map(([legend, types]) => (
          <fieldset key={legend}>
            <legend>{t(`paths.${legend}`)}</legend>
            {types.map((type) => (
              <label key={type}>
                <input type="checkbox" checked={now.includes(type)} onChange={(event) => change(follow(ask, [type], event.target.checked))} />
                {t(`tie.${type}.out`)}
              </label>
            ))}
          </fieldset>
        ))}
        {ask.through && <button onClick={() => change({ through: undefined })}>{t('paths.usual')}</button>}
      </div>
    </details>
  );
}
