/** What a channel consumes from, and what it holds. */
import type { JSX } from 'react';
import type { ConsumerSpec } from '#scenario';
import { useHeld } from './client-face.ts';
import { KindGlyph } from './KindGlyph.tsx';
import { PrefetchWindow } from './PrefetchWindow.tsx';
import styles from './node.module.css';

interface ChannelConsumerRowProps {
  readonly name: string;
  readonly index: number;
  readonly spec: ConsumerSpec;
}

const windowWidthMax = 118;
const slotPitch = 23;

export function ChannelConsumerRow({ name, index, spec }: ChannelConsumerRowProps): JSX.Element {
  const held = useHeld(name, index);
  const width = Math.min(windowWidthMax, Math.max(1, spec.prefetch, held.length) * slotPitch);
  return (
    <div className={styles['appRow']} data-role="consumer">
      <span className={styles['icon']}>
        <KindGlyph kind="consumer" />
      </span>
      <span
        className={`${styles['facts']} ${styles['grow']}`}
        title={`Consumes from ${spec.queue}`}
      >
        {spec.queue}
      </span>
      <div style={{ flex: 'none', width, display: 'flex' }}>
        <PrefetchWindow spec={spec} held={held} width={width} chosen={null} />
      </div>
    </div>
  );
}
