/** On a phone, at the very bottom: which panel is up. */
import { Plus, ScrollText, SlidersHorizontal } from 'lucide-react';
import type { JSX } from 'react';
import type { PanelSide } from '#app';
import styles from './CompactBar.module.css';

interface CompactBarProps {
  readonly current: PanelSide | null;
  readonly onChoose: (name: PanelSide | null) => void;
}

const entries: readonly {
  readonly name: PanelSide;
  readonly label: string;
  readonly icon: JSX.Element;
}[] = [
  { name: 'left', label: 'Add', icon: <Plus /> },
  { name: 'right', label: 'Inspect', icon: <SlidersHorizontal /> },
  { name: 'bottom', label: 'Log', icon: <ScrollText /> },
];

export function CompactBar({ current, onChoose }: CompactBarProps): JSX.Element {
  return (
    <nav className={styles['bar']} aria-label="Panels">
      {entries.map(({ name, label, icon }) => (
        <button
          key={name}
          type="button"
          className={styles['entry']}
          aria-pressed={current === name}
          onClick={() => onChoose(current === name ? null : name)}
        >
          {icon}
          {label}
        </button>
      ))}
    </nav>
  );
}
