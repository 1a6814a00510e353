// The explorer's entry.
import './core/theme';
import './i18n';
import './styles/base.css';
import './styles/shell.css';
import './styles/entity.css';
import './styles/explore.css';

import { createRoot } from 'react-dom/client';

import { Shell } from './Shell';

createRoot(document.getElementById('explorer')!).render(<Shell />);
