/** A menu at a point of the screen: for right click and long press. */
import { lazy, Suspense } from 'react';
import type { JSX } from 'react';
import styles from './Menu.module.css';
import type { MenuEntry } from './menu-entry.ts';

const MenuSurface = lazy(async () => ({
  default: (await import('./MenuSurface.tsx')).MenuSurface,
}));

interface PopupMenuProps {
  readonly label: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
}

export function PopupMenu({ label, at, entries, onClose }: PopupMenuProps): JSX.Element {
  return (
    <span className={styles['point']} style={{ left: at.x, top: at.y }}>
      <Suspense fallback={null}>
        <MenuSurface label={label} entries={entries} align="start" onClose={onClose} />
      </Suspense>
    </span>
  );
}
