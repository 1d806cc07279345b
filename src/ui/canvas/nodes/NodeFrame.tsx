/**
 * What every node has: an outline that says what it is, two ports, a name for screen readers that
 * follows the run, and its part in wiring. It is what the keyboard focuses.
 */
import { Handle, Position } from '@xyflow/react';
import type { JSX, ReactNode } from 'react';
import { useDocument } from '../../app-context.tsx';
import { useCanvas } from '../canvas-context.tsx';
import type { Wiring } from '../canvas-store.ts';
import { hexagonTip } from '../edges/node-box.ts';
import { tooltip } from '../../parts/tooltip.ts';
import { sizeOf } from '../graph/node-size.ts';
import type { Thing } from '../graph/thing.ts';
import styles from './node.module.css';

interface NodeFrameProps {
  readonly thing: Thing;
  /** Read out when the node is focused: `Queue billing, 4 ready, 2 unacknowledged`. */
  readonly label: string;
  readonly selected: boolean;
  /** It is not in the broker at the playhead. */
  readonly isGone?: boolean;
  readonly children: ReactNode;
}

export function NodeFrame({
  thing,
  label,
  selected,
  isGone = false,
  children,
}: NodeFrameProps): JSX.Element {
  const wire = useCanvas(({ wiring }) => wireStateOf(wiring, thing.key));
  const end = useCanvas(({ wiring }) =>
    wiring?.by === 'pointer' && wiring.from !== thing.key ? wiring.seeks : undefined,
  );
  const isFound = useDocument(({ found }) => found.has(thing.key));
  const size = sizeOf(thing);
  return (
    <div
      className={styles['frame']}
      style={size}
      // Nodes are walked with the arrow keys.
      tabIndex={0}
      role="group"
      aria-label={isFound ? `${label}, declared by a program` : label}
      aria-roledescription="node"
      data-node-key={thing.key}
      data-kind={thing.kind}
      data-selected={selected}
      data-gone={isGone}
      data-wire={wire}
      data-end={end}
    >
      {isFound && <span className={styles['found']} {...tooltip('Declared by a program')} />}
      {thing.kind === 'exchange' ? <Hexagon {...size} /> : null}
      <Handle
        className={styles['handle'] ?? ''}
        type="target"
        position={Position.Left}
        data-end="target"
        data-off={thing.kind === 'producer'}
      />
      {children}
      <Handle
        className={styles['handle'] ?? ''}
        type="source"
        position={Position.Right}
        data-end="source"
        data-off={thing.kind === 'consumer'}
      />
    </div>
  );
}

type WireState = 'from' | 'yes' | 'no' | 'chosen';

function wireStateOf(wiring: Wiring | null, key: string): WireState | undefined {
  if (wiring === null) return undefined;
  if (wiring.from === key) return 'from';
  const isAllowed = wiring.reasons.get(key) === null;
  if (!isAllowed) return 'no';
  return wiring.chosen === key ? 'chosen' : 'yes';
}

function Hexagon({ width, height }: { width: number; height: number }): JSX.Element {
  const tip = hexagonTip;
  const path = `M${tip},0 H${width - tip} L${width},${height / 2} L${width - tip},${height} H${tip} L0,${height / 2} Z`;
  return (
    <svg className={styles['hexagon']} width={width} height={height} aria-hidden="true">
      <path className={styles['hexagonHalo']} d={path} />
      <path className={styles['hexagonShadow']} d={path} transform="translate(0 2.5)" />
      <path className={styles['hexagonBody']} d={path} />
    </svg>
  );
}
