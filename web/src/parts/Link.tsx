// Links inside the explorer: real ones, which open in a new tab as any other, and go without loading the page anew.
import { useTranslation } from 'react-i18next';

import { go, writeRoute } from '../core/route';
import type { Kind } from '../core/types';
import { Glyph } from './Glyph';

/** A link to an address of ours. */
export function Link({ to, children, ...rest }: { to: string } & React.ComponentProps<'a'>) {
  return (
    <a
      {...rest}
      href={to}
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

/** A link to an entity's page, with the sign of its kind. */
export function EntityLink({ entity }: { entity: { __typename: Kind; id: string; label: string } }) {
  const { t } = useTranslation();
  return (
    <Link className="entity-link" to={writeRoute({ page: 'entity', id: entity.id })} lang={langOf(entity.label)}>
      <Glyph kind={entity.__typename} title={t(`kind.${entity.__typename}`)} />
      <span>{entity.label}</span>
    </Link>
  );
}

/** The language that a name is in, as far as its letters tell: screen readers then speak it well. */
export function langOf(text: string): string | undefined {
  return /\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en';
}
