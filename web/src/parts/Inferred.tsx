// The word that stands beside what no source states or implies.
import { useTranslation } from 'react-i18next';

/** The word, in the reader's language whatever stands around it. */
export function Inferred() {
  const { t, i18n } = useTranslation();
  return (
    <span className="basis INFERRED" title={t('basisHint.INFERRED')} lang={i18n.language === 'zh' ? 'zh-Hans' : 'en'}>
      {t('basis.INFERRED')}
    </span>
  );
}
