// Nothing passes. Whether that means "nothing found" or "nothing read" is asked, and said.
import { useTranslation } from 'react-i18next';

import { type Finding, none } from '../../core/finding';
import { useAsk } from '../../core/useAsk';
import { CoverageDocument, SourcesReadDocument } from '../../generated/operations';
import { Waiting } from '../../parts/States';

/** What an empty page says. */
export function Nothing({ finding: { q, country } }: { finding: Finding }) {
  const { t } = useTranslation();
  const codes = country.filter((code) => code !== none).slice(0, 3);
  return (
    <div className="state" role="status">
      <h2>{q ? t('find.emptyWords', { q }) : t('find.empty')}</h2>
      {codes.length > 0 ? codes.map((code) => <CountryRead key={code} code={code} />) : <SourcesRead />}
      {q && <p className="muted">{t('search.noneHint')}</p>}
    </div>
  );
}

/** What was read of a country. */
function CountryRead({ code }: { code: string }) {
  const { t, i18n } = useTranslation();
  const asking = useAsk(CoverageDocument, { country: code, lang: i18n.language });
  if (!asking.data) return <Waiting asking={asking} />;
  const { country, sources, upTo } = asking.data.coverage;
  return (
    <p className="coverage">
      {sources.length === 0
        ? t('find.unread', { country: country.label })
        : t('find.read', { count: sources.length, country: country.label, day: upTo })}
    </p>
  );
}

/** How many sources were read at all. */
function SourcesRead() {
  const { t } = useTranslation();
  const asking = useAsk(SourcesReadDocument, {});
  if (!asking.data) return <Waiting asking={asking} />;
  return <p className="coverage">{t('find.sources', { count: asking.data.sourcesConnection.totalCount })}</p>;
}
