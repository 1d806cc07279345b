/**
 * A button that opens a menu. The menu itself is loaded when it is first wanted, and fetched ahead
 * as soon as somebody points at the button.
 */
import { lazy, Suspense, useRef, useState } from 'react';
import type { JSX, ReactNode } from 'react';
import styles from './Menu.module.css';
import type { MenuEntry } from './menu-entry.ts';

const loadSurface = (): Promise<typeof import('./MenuSurface.tsx')> => import('./MenuSurface.tsx');
const MenuSurface = lazy(async () => ({ default: (await loadSurface()).MenuSurface }));

interface MenuProps {
  /** For screen readers: the name of the menu. */
  readonly label: string;
  readonly entries: () => readonly MenuEntry[];
  readonly align?: 'start' | 'end';
  /** The button: gets what makes it one of a menu. */
  readonly trigger: (props: MenuTriggerProps) => ReactNode;
}

export interface MenuTriggerProps {
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly onClick: () => void;
  readonly onPointerEnter: () => void;
  readonly onFocus: () => void;
}

export function Menu({ label, entries, align = 'start', trigger }: MenuProps): JSX.Element {
  const [isOpen, setIsOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const prefetch = (): void => void loadSurface();
  const close = (): void => {
    setIsOpen(false);
    anchor.current?.querySelector('button')?.focus();
  };
  return (
    <span className={styles['anchor']} ref={anchor}>
      {trigger({
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        onClick: () => setIsOpen(!isOpen),
        onPointerEnter: prefetch,
        onFocus: prefetch,
      })}
      {isOpen && (
        <Suspense fallback={null}>
          <MenuSurface label={label} entries={entries()} align={align} onClose={close} />
        </Suspense>
      )}
    </span>
  );
}
