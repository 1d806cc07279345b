/** A line on the canvas, with an arrow at its end and the chips of its bindings. */
import type { Edge, EdgeProps } from '@xyflow/react';
import { ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import type { JSX } from 'react';
import { useCanvas } from '../canvas-context.tsx';
import type { GraphEdge } from '../graph/graph-edge.ts';
import { BindingChip } from './BindingChip.tsx';
import styles from './edge.module.css';

/** Only what stays the same while a run goes on. */
export type WireData = { readonly edge: GraphEdge };

const arrowHead = 'M6,0 L-4,-4.6 Q-2,0 -4,4.6 Z';

export const WireEdge = memo(function WireEdge({
  id,
  data,
  selected = false,
}: EdgeProps<Edge<WireData>>): JSX.Element | null {
  const line = useCanvas(({ lines }) => lines.get(id));
  if (line === undefined || data === undefined) return null;
  const { edge } = data;
  const { tip, angle, chipsAt, path } = line;
  const end = line.curve.end;
  const chips = edge.chips.filter(({ text }) => text !== '');
  return (
    <>
      <g className={styles['edge']} data-kind={edge.kind} data-selected={selected}>
        <path className={styles['hit']} d={path} />
        <path className={styles['line']} d={path} />
        <path
          className={styles['arrow']}
          d={arrowHead}
          transform={`translate(${(tip.x + end.x) / 2} ${(tip.y + end.y) / 2}) rotate(${angle})`}
        />
      </g>
      {chips.length === 0 ? null : (
        <ViewportPortal>
          <div
            className={styles['chips']}
            style={{ transform: `translate(${chipsAt.x}px, ${chipsAt.y}px) translate(-50%, -50%)` }}
          >
            {chips.map((chip) => (
              <BindingChip key={chip.key} chip={chip} edge={edge} isLineSelected={selected} />
            ))}
          </div>
        </ViewportPortal>
      )}
    </>
  );
});
