/**
 * A button that opens a menu. The menu itself is loaded when it is first wanted, and fetched ahead
 * as soon as somebody points at the button.
 */
import { lazy, Suspense, useRef, useState } from 'react';
import type { JSX, ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import styles from './Menu.module.css';
import type { MenuEntry } from './menu-entry.ts';

const loadSurface = (): Promise<typeof import('./MenuSurface.tsx')> => import('./MenuSurface.tsx');
const MenuSurface = lazy(async () => ({ default: (await loadSurface()).MenuSurface }));

interface MenuProps {
  /** The name of the menu, for screen readers. */
  readonly label: string;
  /** What the button says; the menu's name where left out. */
  readonly buttonLabel?: string;
  readonly icon: ReactNode;
  readonly align?: 'start' | 'end';
  /** Asked when it opens. */
  readonly entries: () => readonly MenuEntry[];
}

export function Menu(props: MenuProps): JSX.Element {
  const { label, buttonLabel = label, icon, align = 'start', entries } = props;
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const prefetch = (): void => void loadSurface();
  const close = (): void => {
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    <span className={styles['anchor']}>
      <IconButton
        ref={button}
        label={buttonLabel}
        icon={icon}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        onPointerEnter={prefetch}
        onFocus={prefetch}
      />
      {isOpen && (
        <Suspense fallback={null}>
          <MenuSurface label={label} entries={entries()} align={align} onClose={close} />
        </Suspense>
      )}
    </span>
  );
}
