/**
 * The canvas and the panels at its edges. Panels open, resize, close, and come back as they were.
 * The canvas stays the same element whatever opens beside it.
 */
import { useCallback, useEffect, useRef } from 'react';
import type { JSX, ReactNode, RefObject } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { PanelImperativeHandle } from 'react-resizable-panels';
import type { PanelSide } from '#app';
import { useApp, useView } from '../app-context.tsx';
import styles from './Frame.module.css';

interface FrameProps {
  /** Without panels: on a phone they are sheets. */
  readonly isBare: boolean;
  readonly left: ReactNode;
  readonly right: ReactNode;
  readonly bottom: ReactNode;
  readonly children: ReactNode;
}

/** Text needs more room than forms do; what is remembered is the width of the forms. */
const codeWidthMin = 460;

export function Frame({ isBare, left, right, bottom, children }: FrameProps): JSX.Element {
  const sides = { left: useSide('left'), right: useSide('right'), bottom: useSide('bottom') };
  const { remember } = sides.left;
  return (
    <Group
      className={styles['group'] ?? ''}
      orientation="horizontal"
      onLayoutChanged={(_, { isUserInteraction }) => {
        if (isUserInteraction) remember([sides.left, sides.right]);
      }}
    >
      {!isBare && (
        <>
          <SidePanel side={sides.left} min={190} max={420}>
            {left}
          </SidePanel>
          <Separator className={styles['separator'] ?? ''} aria-label="Width of the left panel" />
        </>
      )}
      <Panel id="middle" minSize={240} className={styles['middle'] ?? ''}>
        <Group
          className={styles['group'] ?? ''}
          orientation="vertical"
          onLayoutChanged={(_, { isUserInteraction }) => {
            if (isUserInteraction) remember([sides.bottom]);
          }}
        >
          <Panel id="canvas" minSize={120} className={styles['middle'] ?? ''}>
            {children}
          </Panel>
          {!isBare && (
            <>
              <Separator
                className={styles['separator'] ?? ''}
                aria-label="Height of the event log"
              />
              <SidePanel side={sides.bottom} min={110} max={600}>
                {bottom}
              </SidePanel>
            </>
          )}
        </Group>
      </Panel>
      {!isBare && (
        <>
          <Separator className={styles['separator'] ?? ''} aria-label="Width of the right panel" />
          <SidePanel side={sides.right} min={260} max={900}>
            {right}
          </SidePanel>
        </>
      )}
    </Group>
  );
}

interface Side {
  readonly name: PanelSide;
  readonly isOpen: boolean;
  /** In pixels, while it is open. */
  readonly size: number;
  readonly panel: RefObject<PanelImperativeHandle | null>;
  readonly remember: (sides: readonly Side[]) => void;
}

function useSide(name: PanelSide): Side {
  const app = useApp();
  const { open: isOpen, size: kept, tab } = useView(({ panels }) => panels[name]);
  const size = tab === 'code' ? Math.max(kept, codeWidthMin) : kept;
  const panel = useRef<PanelImperativeHandle | null>(null);
  useEffect(() => {
    const handle = panel.current;
    if (handle === null) return;
    if (!isOpen) handle.collapse();
    else if (Math.abs(handle.getSize().inPixels - size) > 1) handle.resize(size);
  }, [isOpen, size]);

  /** After a drag: a panel that was pushed shut is closed. */
  const remember = useCallback(
    (sides: readonly Side[]): void => {
      for (const side of sides) {
        const px = Math.round(side.panel.current?.getSize().inPixels ?? 0);
        const open = px > 1;
        const { setPanel, panels } = app.view.getState();
        const isKept = panels[side.name].tab !== 'code' || px > codeWidthMin;
        setPanel(side.name, open && isKept ? { open, size: px } : { open });
      }
    },
    [app],
  );
  return { name, isOpen, size, panel, remember };
}

interface SidePanelProps {
  readonly side: Side;
  readonly min: number;
  readonly max: number;
  readonly children: ReactNode;
}

function SidePanel({ side, min, max, children }: SidePanelProps): JSX.Element {
  return (
    <Panel
      id={side.name}
      panelRef={side.panel}
      className={styles['side'] ?? ''}
      defaultSize={side.isOpen ? side.size : 0}
      minSize={min}
      maxSize={max}
      collapsible
      collapsedSize={0}
      groupResizeBehavior="preserve-pixel-size"
    >
      {side.isOpen && (
        <div
          className={styles['content']}
          style={side.name === 'bottom' ? { minHeight: min } : { minWidth: min }}
        >
          {children}
        </div>
      )}
    </Panel>
  );
}
