/** The wire under the pointer: it runs as the line will, and says by its colour whether it may. */
import type { ConnectionLineComponentProps } from '@xyflow/react';
import { useEffect } from 'react';
import type { JSX } from 'react';
import { useCanvas, useCanvasStore } from '../canvas-context.tsx';
import { curveBetween, svgPathOf } from '../edges/curve.ts';
import type { FlowNode } from '../flow-elements.ts';
import styles from '../canvas.module.css';

export function ConnectionLine({
  fromX,
  fromY,
  toX,
  toY,
  fromHandle,
  toNode,
}: ConnectionLineComponentProps<FlowNode>): JSX.Element {
  const canvas = useCanvasStore();
  const over = toNode?.id ?? null;
  // A whole node is a port here; React Flow calls a wire valid only near the middle of one.
  const status = useCanvas(({ wiring }) =>
    over === null || over === wiring?.from
      ? 'free'
      : wiring?.reasons.get(over) === null
        ? 'valid'
        : 'invalid',
  );
  const target = status === 'valid' ? over : null;
  useEffect(() => canvas.getState().chooseTarget(target), [canvas, target]);
  const isForward = fromHandle.type === 'source';
  const path = svgPathOf(
    curveBetween(
      { x: fromX, y: fromY },
      isForward ? 'right' : 'left',
      { x: toX, y: toY },
      isForward ? 'left' : 'right',
    ),
  );
  return (
    <g>
      <path className={styles['wire']} data-status={status} d={path} />
      <circle className={styles['wireEnd']} data-status={status} cx={toX} cy={toY} r={4} />
    </g>
  );
}
