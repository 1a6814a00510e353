// Holds a page that cannot be drawn, as when its script cannot be loaded because the server is gone: the rest stays, and
// when the server is back the page is loaded anew, at its address.
import { Component } from 'react';
import { useTranslation } from 'react-i18next';

import { lost, useReturn } from '../core/health';

/** What browsers, and Vite, say of a part of the page that they cannot load. */
const unloaded = /dynamically imported module|importing a module script|unable to preload/i;

/** The page, or what stands in its place. */
export class Unbroken extends Component<{ children: React.ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: Error) {
    if (unloaded.test(error.message)) lost();
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useTranslation();
  useReturn(() => location.reload());
  return (
    <div className="state failure" role="alert">
      <h1>{t('state.failed')}</h1>
      <button onClick={() => location.reload()}>{t('state.again')}</button>
    </div>
  );
}
