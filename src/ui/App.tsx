/** Puts the parts of the screen together. */
import { lazy, Suspense, useEffect } from 'react';
import type { JSX, ReactNode } from 'react';
import styles from './App.module.css';
import { useApp, useDocument, usePlayback, usePrograms, useView } from './app-context.tsx';
import { Canvas } from './canvas/Canvas.tsx';
import { Dialogs } from './shell/Dialogs.tsx';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { Frame } from './shell/Frame.tsx';
import { LiveRegion } from './shell/LiveRegion.tsx';
import { LogPanel } from './shell/LogPanel.tsx';
import { RightPanel } from './shell/RightPanel.tsx';
import { useIsNarrow } from './shell/use-is-narrow.ts';
import { showTheme } from './theme/use-theme.ts';

// What stands beside the canvas comes a moment after it.
const LeftPanel = lazy(async () => ({
  default: (await import('./shell/LeftPanel.tsx')).LeftPanel,
}));
const TopBar = lazy(async () => ({ default: (await import('./shell/TopBar.tsx')).TopBar }));
const Timeline = lazy(async () => ({
  default: (await import('./timeline/Timeline.tsx')).Timeline,
}));
const Notices = lazy(async () => ({ default: (await import('./shell/Notices.tsx')).Notices }));
const DropFile = lazy(async () => ({ default: (await import('./shell/DropFile.tsx')).DropFile }));
const TooltipLayer = lazy(async () => ({
  default: (await import('./parts/TooltipLayer.tsx')).TooltipLayer,
}));
const Sheets = lazy(async () => ({ default: (await import('./shell/Sheets.tsx')).Sheets }));
const CaseStrip = lazy(async () => ({
  default: (await import('./cases/CaseStrip.tsx')).CaseStrip,
}));
const AlarmStrip = lazy(async () => ({
  default: (await import('./broker/AlarmStrip.tsx')).AlarmStrip,
}));
const ProgramStrip = lazy(async () => ({
  default: (await import('./programs/ProgramStrip.tsx')).ProgramStrip,
}));
const RestartNotices = lazy(async () => ({
  default: (await import('./broker/RestartNotices.tsx')).RestartNotices,
}));
const CompactBar = lazy(async () => ({
  default: (await import('./shell/CompactBar.tsx')).CompactBar,
}));

export function App(): JSX.Element {
  return (
    <ErrorBoundary>
      <Page />
    </ErrorBoundary>
  );
}

function Soon({ children }: { readonly children: ReactNode }): JSX.Element {
  return <Suspense fallback={null}>{children}</Suspense>;
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
      <Suspense fallback={<div className={styles['head']} />}>
        <TopBar isNarrow={isNarrow} />
      </Suspense>
      <div className={styles['body']}>
        <Frame
          isBare={isNarrow}
          left={
            <Soon>
              <LeftPanel />
            </Soon>
          }
          right={<RightPanel />}
          bottom={<LogPanel />}
        >
          <main className={styles['canvas']} id={canvasId} aria-label="Canvas" tabIndex={-1}>
            <Canvas />
            <Strips />
          </main>
        </Frame>
        {isNarrow && (
          <Soon>
            <Sheets />
          </Soon>
        )}
      </div>
      <Suspense fallback={<div className={styles['foot']} />}>
        <Timeline isNarrow={isNarrow} />
      </Suspense>
      {isNarrow && (
        <Soon>
          <CompactBar />
        </Soon>
      )}
      <Soon>
        <Notices />
        <RestartNotices />
        <DropFile />
        <TooltipLayer />
      </Soon>
      <Dialogs />
      <LiveRegion />
    </div>
  );
}

/** Lines over the canvas: what is going on, where nothing else on the screen says it. */
function Strips(): JSX.Element {
  const isScripted = usePlayback(({ history }) => history.run.script !== undefined);
  const isAlarmed = usePlayback(({ history }) => history.present.broker.alarms.length > 0);
  const asks = usePrograms(({ status }) => status === 'asking' || status === 'failed');
  return (
    <Soon>
      {asks && <ProgramStrip />}
      {isAlarmed && <AlarmStrip />}
      {isScripted && <CaseStrip />}
    </Soon>
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
