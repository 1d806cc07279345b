/**
 * The edge by which a panel is made larger or smaller: by dragging, or with the arrow keys. Pushed
 * far below its least size, the panel closes.
 */
import { useRef } from 'react';
import type { JSX, KeyboardEvent, PointerEvent } from 'react';
import type { PanelSide } from '#app';
import { useApp } from '../app-context.tsx';
import styles from './Frame.module.css';

interface ResizerProps {
  readonly side: PanelSide;
  readonly size: number;
  readonly onDrag: (isDragged: boolean) => void;
}

interface Bounds {
  readonly label: string;
  readonly min: number;
  readonly max: number;
}

const bounds: Readonly<Record<PanelSide, Bounds>> = {
  left: { label: 'Width of the left panel', min: 190, max: 420 },
  right: { label: 'Width of the right panel', min: 260, max: 900 },
  bottom: { label: 'Height of the event log', min: 110, max: 600 },
};

const keyStepPx = 16;

export function Resizer({ side, size, onDrag }: ResizerProps): JSX.Element {
  const app = useApp();
  const { label, min, max } = bounds[side];
  const drag = useRef<{ readonly from: number; readonly size: number } | null>(null);

  const resize = (wanted: number): void => {
    const { setPanel } = app.view.getState();
    if (wanted < min / 2) setPanel(side, { open: false });
    else setPanel(side, { size: Math.round(Math.min(max, Math.max(min, wanted))) });
  };
  const placeOf = (event: PointerEvent): number =>
    side === 'bottom' ? event.clientY : event.clientX;
  const end = (): void => {
    drag.current = null;
    onDrag(false);
  };
  return (
    // An <hr> cannot be a separator that moves.
    <div
      className={styles['resizer']}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={side === 'bottom' ? 'horizontal' : 'vertical'}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={size}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: placeOf(event), size };
        onDrag(true);
      }}
      onPointerMove={(event) => {
        if (drag.current === null) return;
        const moved = placeOf(event) - drag.current.from;
        resize(drag.current.size + (side === 'left' ? moved : -moved));
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={(event) => {
        const grows = growthOf(side, event);
        if (grows === null) return;
        event.preventDefault();
        resize(Math.max(min, size + grows * keyStepPx));
      }}
    />
  );
}

/** 1 where the key makes that panel larger, -1 where smaller. */
function growthOf(side: PanelSide, { key }: KeyboardEvent): 1 | -1 | null {
  const [larger, smaller] = {
    left: ['ArrowRight', 'ArrowLeft'],
    right: ['ArrowLeft', 'ArrowRight'],
    bottom: ['ArrowUp', 'ArrowDown'],
  }[side] as [string, string];
  if (key === larger) return 1;
  return key === smaller ? -1 : null;
}
