/** The panels on a phone, one at a time. */
import type { JSX } from 'react';
import type { PanelSide } from '#app';
import { useApp, useView } from '../app-context.tsx';
import { Journal } from '../journal/Journal.tsx';
import { LeftPanel } from './LeftPanel.tsx';
import { RightPanel } from './RightPanel.tsx';
import { Sheet } from './Sheet.tsx';

const titles: Readonly<Record<PanelSide, string>> = {
  left: 'Add, library and notes',
  right: 'Inspector',
  bottom: 'Event log',
};

export function Sheets(): JSX.Element | null {
  const app = useApp();
  const sheet = useView((view) => view.sheet);
  if (sheet === null) return null;
  return (
    <Sheet
      key={sheet}
      title={titles[sheet]}
      onClose={() => app.view.getState().setPanel(sheet, { open: false })}
    >
      {sheet === 'left' && <LeftPanel />}
      {sheet === 'right' && <RightPanel />}
      {sheet === 'bottom' && <Journal />}
    </Sheet>
  );
}
