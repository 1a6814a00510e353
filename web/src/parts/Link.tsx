// Links inside the explorer: real ones, which open in a new tab as any other, and go without loading the page anew.
import { useTranslation } from 'react-i18next';

import { useCarried } from '../core/address';
import { embedded, useEmbedded } from '../core/embed';
import { go, writeRoute } from '../core/route';
import type { Kind } from '../core/types';
import { Glyph } from './Glyph';
import { Inferred } from './Inferred';

/** A link to an address of ours. Inside another page, it leads out of there. */
export function Link({ to, children, ...rest }: { to: string } & React.ComponentProps<'a'>) {
  const href = useCarried(to);
  const inside = useEmbedded();
  if (inside) {
    return (
      <a {...rest} href={embedded(href, false)} target="_blank" rel="noopener">
        {children}
      </a>
    );
  }
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}

/** A link to an entity's page, with the sign of its kind, and a word where no source states it. */
export function EntityLink({ entity }: { entity: { __typename: Kind; id: string; label: string; inferred?: boolean } }) {
  const { t } = useTranslation();
  return (
    <Link className="entity-link" to={writeRoute({ page: 'entity', id: entity.id })} lang={langOf(entity.label)}>
      <Glyph kind={entity.__typename} title={t(`kind.${entity.__typename}`)} />
      <span>{entity.label}</span>
      {entity.inferred && <Inferred />}
    </Link>
  );
}

/** The language that a name is in, as far as its letters tell: screen readers then speak it well. */
export function langOf(text: string): string | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Han}/u.test(text)) return 'zh-Hans';
  return /[^\p{ASCII}–’]/u.test(text) ? undefined : 'en';
}
