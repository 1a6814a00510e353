// A dialog at the side of the page: a drawer. Radix keeps the focus inside and gives it back.
import { Dialog as Radix } from 'radix-ui';
import { useTranslation } from 'react-i18next';

/** A drawer with the button that opens it. */
export function Drawer({ button, title, children }: { button: React.ReactNode; title: string; children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{button}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Overlay className="overlay" />
        <Radix.Content className="drawer" aria-describedby={undefined}>
          <header>
            <Radix.Title>{title}</Radix.Title>
            <Radix.Close className="quiet" aria-label={t('app.close')}>
              ✕
            </Radix.Close>
          </header>
          <div className="drawer-body">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
