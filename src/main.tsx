/** Puts the pieces together on the page. */
import { createRoot } from 'react-dom/client';
import { browserSettings, idbWorks, startApp, startPage } from '#app';
import { App } from './ui/App.tsx';
import { AppProvider } from './ui/app-context.tsx';
import { showTheme } from './ui/theme/use-theme.ts';
import './ui/theme/fonts.css';
import './ui/theme/tokens.css';
import './ui/theme/base.css';

// No await at the top: what is loaded on demand may need a part of this file's chunk, and would wait
// for it for ever.
async function open(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('Invariant broken: the page has no root element');
  const app = await startApp({
    storage: idbWorks(),
    settings: browserSettings(),
    fragment: location.hash,
  });
  showTheme(app.view.getState().theme);
  startPage(app);
  createRoot(root).render(
    <AppProvider app={app}>
      <App />
    </AppProvider>,
  );
}

void open();
