/** What is said beside the pointer while a wire is drawn: why not here, or what would come of it. */
import { useConnection, useStore } from '@xyflow/react';
import type { JSX } from 'react';
import { useCanvas } from '../canvas-context.tsx';
import styles from '../canvas.module.css';

/** Nearer to the right border than this, it opens to the left. */
const roomForHint = 290;

export function WireHint(): JSX.Element | null {
  const x = useConnection(({ pointer }) => pointer?.x ?? null);
  const y = useConnection(({ pointer }) => pointer?.y ?? null);
  const over = useConnection(({ toNode }) => toNode?.id ?? null);
  const reason = useCanvas(({ wiring }) =>
    over === null || wiring === null ? null : (wiring.reasons.get(over) ?? null),
  );
  const isWiring = useCanvas(({ wiring }) => wiring?.by === 'pointer');
  const from = useCanvas(({ wiring }) => wiring?.from);
  const isNearEdge = useStore(({ width }) => x !== null && x > width - roomForHint);
  if (!isWiring || x === null || y === null || over === from) return null;
  if (over !== null && reason === null) return null;
  return (
    <div
      className={styles['hint']}
      data-tone={reason === null ? 'offer' : 'refusal'}
      style={{
        transform: isNearEdge
          ? `translate(${Math.round(x) - 16}px, ${Math.round(y) + 16}px) translateX(-100%)`
          : `translate(${Math.round(x) + 16}px, ${Math.round(y) + 16}px)`,
      }}
    >
      {reason ?? 'Drop it here to make something new.'}
    </div>
  );
}
