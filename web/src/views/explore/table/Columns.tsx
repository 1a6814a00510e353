// The choice of the table's columns.
import { Popover } from 'radix-ui';
import { useTranslation } from 'react-i18next';

import { type Column, columnNames } from './rows';

/** A button, and the list that it opens. */
export function Columns({ shown, change }: { shown: readonly Column[]; change(to: Column[]): void }) {
  const { t } = useTranslation();
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button>{t('table.columns')} ▾</button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="columns-menu" align="end" sideOffset={4} aria-label={t('table.columns')}>
          {columnNames.slice(1).map((column) => (
            <label key={column}>
              <input
                type="checkbox"
                checked={shown.includes(column)}
                onChange={() => change(columnNames.filter((one) => (one === column ? !shown.includes(one) : shown.includes(one))))}
              />{' '}
              {columnName(column, t)}
            </label>
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** What a column is called. */
export function columnName(column: Column, t: (key: string) => string): string {
  return t(`table.${column}`);
}
