/**
 * The canvas and the panels at its edges. Panels open, resize, close, and come back as they were.
 * The canvas stays the same element whatever opens beside it.
 */
import { useState } from 'react';
import type { CSSProperties, JSX, ReactNode } from 'react';
import type { PanelSide } from '#app';
import { usePlayback, usePrograms, useView } from '../app-context.tsx';
import { isBrokerTab } from '../broker/broker-place.ts';
import styles from './Frame.module.css';
import { Resizer } from './Resizer.tsx';

interface FrameProps {
  /** Without panels: on a phone they are sheets. */
  readonly isBare: boolean;
  readonly left: ReactNode;
  readonly right: ReactNode;
  readonly bottom: ReactNode;
  readonly children: ReactNode;
}

export function Frame({ isBare, left, right, bottom, children }: FrameProps): JSX.Element {
  return (
    <div className={styles['frame']}>
      {!isBare && <SidePanel side="left">{left}</SidePanel>}
      <div className={styles['middle']}>
        {children}
        {!isBare && <SidePanel side="bottom">{bottom}</SidePanel>}
      </div>
      {!isBare && <SidePanel side="right">{right}</SidePanel>}
    </div>
  );
}

const widthMinOf = (tab: string): number =>
  tab === 'code' ? codeWidthMin : isBrokerTab(tab) ? brokerWidthMin : 0;

interface SidePanelProps {
  readonly side: PanelSide;
  readonly children: ReactNode;
}

/** Text needs more room than forms do; what is remembered is the size for forms. */
const codeWidthMin = 460;
const programWidthMin = 480;
const caseWidthMin = 308;
const brokerWidthMin = 340;

function SidePanel({ side, children }: SidePanelProps): JSX.Element {
  const { open, size: kept, tab } = useView(({ panels }) => panels[side]);
  const [isDragged, setIsDragged] = useState(false);
  const isCase = usePlayback(({ history }) => side === 'left' && history.run.script !== undefined);
  const isProgrammed = usePrograms(({ status }) => side === 'right' && status !== 'none');
  const size = Math.max(
    kept,
    isCase ? caseWidthMin : isProgrammed ? programWidthMin : widthMinOf(tab),
  );
  const style = { '--size': `${size}px` } as CSSProperties;
  return (
    <div
      className={styles['side']}
      style={style}
      data-side={side}
      data-open={open}
      data-dragged={isDragged}
    >
      {open && (
        <>
          <div className={styles['content']}>{children}</div>
          <Resizer side={side} size={size} onDrag={setIsDragged} />
        </>
      )}
    </div>
  );
}
