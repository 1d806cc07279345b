/** The wire that Enter would make, while a target is chosen by keys. */
import { ViewportPortal } from '@xyflow/react';
import type { JSX } from 'react';
import { useCanvas } from '../canvas-context.tsx';
import type { CanvasState } from '../canvas-store.ts';
import styles from '../canvas.module.css';
import { curveBetween, svgPathOf } from '../edges/curve.ts';
import { borderPoint } from '../edges/node-box.ts';

export function WirePreview(): JSX.Element | null {
  const path = useCanvas(previewPath);
  return path === null ? null : (
    <ViewportPortal>
      <svg className={styles['preview']} aria-hidden="true">
        <path className={styles['wire']} data-status="free" d={path} />
      </svg>
    </ViewportPortal>
  );
}

function previewPath({ wiring, boxes }: CanvasState): string | null {
  if (wiring?.by !== 'keys' || wiring.chosen === null) return null;
  const isForward = wiring.seeks === 'target';
  const from = boxes.get(isForward ? wiring.from : wiring.chosen);
  const to = boxes.get(isForward ? wiring.chosen : wiring.from);
  if (from === undefined || to === undefined) return null;
  return svgPathOf(
    curveBetween(borderPoint(from, 'right', 0), 'right', borderPoint(to, 'left', 0), 'left'),
  );
}
