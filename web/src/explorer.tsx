// The explorer's entry.
import './core/theme';
import './i18n';
import './styles/base.css';
import './styles/shell.css';
import './styles/entity.css';
import './styles/explore.css';
import './styles/find.css';
import './styles/measures.css';
import './styles/scope.css';
import './styles/pages.css';
import './styles/paths.css';
import './styles/compare.css';
import './styles/canvas.css';
import './styles/views.css';
import './styles/docking.css';

import { createRoot } from 'react-dom/client';

import { Shell } from './Shell';

createRoot(document.getElementById('explorer')!).render(<Shell />);
