/** Puts the parts of the screen together. */
import { useEffect } from 'react';
import type { JSX } from 'react';
import styles from './App.module.css';
import { useApp, useDocument, useView } from './app-context.tsx';
import { Canvas } from './canvas/Canvas.tsx';
import { TooltipLayer } from './parts/TooltipLayer.tsx';
import { Dialogs } from './shell/Dialogs.tsx';
import { DropFile } from './shell/DropFile.tsx';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { Frame } from './shell/Frame.tsx';
import { LeftPanel } from './shell/LeftPanel.tsx';
import { LiveRegion } from './shell/LiveRegion.tsx';
import { LogPanel } from './shell/LogPanel.tsx';
import { CompactBar } from './shell/CompactBar.tsx';
import { Notices } from './shell/Notices.tsx';
import { RightPanel } from './shell/RightPanel.tsx';
import { Sheets } from './shell/Sheets.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { useIsNarrow } from './shell/use-is-narrow.ts';
import { showTheme } from './theme/use-theme.ts';
import { Timeline } from './timeline/Timeline.tsx';

export function App(): JSX.Element {
  return (
    <ErrorBoundary>
      <Page />
    </ErrorBoundary>
  );
}

const canvasId = 'canvas';

function Page(): JSX.Element {
  const isNarrow = useWidth();
  useThemeAndTitle();
  return (
    <div className={styles['page']}>
      <button
        type="button"
        className={styles['skip']}
        onClick={() => document.getElementById(canvasId)?.focus()}
      >
        Skip to the canvas
      </button>
      <TopBar isNarrow={isNarrow} />
      <div className={styles['body']}>
        <Frame isBare={isNarrow} left={<LeftPanel />} right={<RightPanel />} bottom={<LogPanel />}>
          <main className={styles['canvas']} id={canvasId} aria-label="Canvas" tabIndex={-1}>
            <Canvas />
          </main>
        </Frame>
        {isNarrow && <Sheets />}
      </div>
      <Timeline isNarrow={isNarrow} />
      {isNarrow && <CompactBar />}
      <Notices />
      <Dialogs />
      <DropFile />
      <TooltipLayer />
      <LiveRegion />
    </div>
  );
}

/** Whether panels are sheets; the app knows it too, because its actions open them. */
function useWidth(): boolean {
  const app = useApp();
  const isNarrow = useIsNarrow();
  useEffect(() => app.view.getState().setNarrow(isNarrow), [app, isNarrow]);
  return isNarrow;
}

function useThemeAndTitle(): void {
  const theme = useView((view) => view.theme);
  const title = useDocument(({ scenario }) => scenario.title);
  useEffect(() => showTheme(theme), [theme]);
  useEffect(() => {
    document.title = `${title} · Warren`;
  }, [title]);
}
