/** Where a channel has published to; it has no buttons, for it does what it is told elsewhere. */
import type { JSX } from 'react';
import type { PublisherSpec } from '#scenario';
import { useUnconfirmed } from './client-face.ts';
import { KindGlyph } from './KindGlyph.tsx';
import styles from './node.module.css';

interface ChannelPublisherRowProps {
  readonly name: string;
  readonly index: number;
  readonly spec: PublisherSpec;
}

export function ChannelPublisherRow({ name, index, spec }: ChannelPublisherRowProps): JSX.Element {
  const unconfirmed = useUnconfirmed(name, index).length;
  const { exchange, routing_key: key } = spec;
  const target = exchange === '' ? `${String(key)} (default exchange)` : exchange;
  const text = `${target}${unconfirmed === 0 ? '' : ` · ${unconfirmed} unconfirmed`}`;
  return (
    <div className={styles['appRow']} data-role="publisher">
      <span className={styles['icon']}>
        <KindGlyph kind="producer" />
      </span>
      <span className={`${styles['facts']} ${styles['grow']}`} title={`Publishes to ${text}`}>
        {text}
      </span>
    </div>
  );
}
