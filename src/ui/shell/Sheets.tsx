/** The panels on a phone, one at a time. */
import { lazy, Suspense } from 'react';
import type { JSX } from 'react';
import type { PanelSide } from '#app';
import { useApp, usePlayback, useView } from '../app-context.tsx';
import { isBrokerTab } from '../broker/broker-place.ts';
import { LeftPanel } from './LeftPanel.tsx';
import { LogPanel } from './LogPanel.tsx';
import { RightPanel } from './RightPanel.tsx';

const Sheet = lazy(async () => ({ default: (await import('./Sheet.tsx')).Sheet }));

const titles: Readonly<Record<PanelSide, string>> = {
  left: 'Add, library and notes',
  right: 'Inspector',
  bottom: 'Event log',
};

const leftTitle = (isCase: boolean, isBroker: boolean): string =>
  isCase ? 'Recorded case' : isBroker ? 'Broker' : titles.left;

export function Sheets(): JSX.Element | null {
  const app = useApp();
  const sheet = useView((view) => view.sheet);
  const isCase = usePlayback(({ history }) => history.run.script !== undefined);
  const isBroker = useView(({ panels }) => isBrokerTab(panels.left.tab));
  if (sheet === null) return null;
  return (
    <Suspense fallback={null}>
      <Sheet
        key={sheet}
        title={sheet === 'left' ? leftTitle(isCase, isBroker) : titles[sheet]}
        onClose={() => app.view.getState().setPanel(sheet, { open: false })}
      >
        {sheet === 'left' && <LeftPanel />}
        {sheet === 'right' && <RightPanel />}
        {sheet === 'bottom' && <LogPanel />}
      </Sheet>
    </Suspense>
  );
}
