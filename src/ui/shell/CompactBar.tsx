/** On a phone, at the very bottom: which panel is up. */
import { Plus, ScrollText, Server, SlidersHorizontal } from 'lucide-react';
import type { JSX } from 'react';
import type { PanelSide } from '#app';
import { useApp, useView } from '../app-context.tsx';
import { isBrokerTab } from '../broker/broker-place.ts';
import styles from './CompactBar.module.css';

const entries: readonly {
  readonly side: PanelSide;
  readonly tab: string;
  readonly label: string;
  readonly icon: JSX.Element;
}[] = [
  { side: 'left', tab: 'add', label: 'Add', icon: <Plus /> },
  { side: 'left', tab: 'broker', label: 'Broker', icon: <Server /> },
  { side: 'right', tab: 'inspector', label: 'Inspect', icon: <SlidersHorizontal /> },
  { side: 'bottom', tab: 'journal', label: 'Log', icon: <ScrollText /> },
];

export function CompactBar(): JSX.Element {
  const app = useApp();
  const sheet = useView((view) => view.sheet);
  const leftTab = useView(({ panels }) => (isBrokerTab(panels.left.tab) ? 'broker' : 'add'));
  return (
    <nav className={styles['bar']} aria-label="Panels">
      {entries.map(({ side, tab, label, icon }) => (
        <button
          key={tab}
          type="button"
          className={styles['entry']}
          aria-pressed={sheet === side && (side !== 'left' || tab === leftTab)}
          onClick={() => app.view.getState().togglePanel(side, tab)}
        >
          {icon}
          {label}
        </button>
      ))}
    </nav>
  );
}
