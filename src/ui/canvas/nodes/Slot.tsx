/** A message that lies somewhere: its colour, its number where there is room, and its state. */
import { memo } from 'react';
import type { JSX } from 'react';
import { colourIndexOf } from '#app';
import type { Instant, MessageId } from '#engine';
import type { SlotSize } from './slots.ts';
import styles from './slots.module.css';

interface SlotProps {
  readonly message: MessageId;
  readonly routingKey: string;
  readonly state: 'ready' | 'unacked' | 'held' | 'forgotten';
  readonly size: SlotSize;
  readonly isRedelivered?: boolean;
  readonly isChosen?: boolean;
  readonly enqueuedAt?: Instant;
  /** When it expires if it stays; null where it never does. */
  readonly expiresAt?: Instant | null;
  /** 0 to 1: how high it stands, by its priority. */
  readonly height?: number;
  /** A word above it: an offset, or how often it came back. */
  readonly badge?: string;
  /** Who reads it next, of a stream. */
  readonly readers?: string;
}

const stateWords = {
  ready: 'ready',
  unacked: 'unacknowledged',
  held: 'with the consumer',
  forgotten: 'with the consumer, which will not answer',
} as const;

const fullHeight = 20;

export const Slot = memo(function Slot({
  message,
  routingKey,
  state,
  size,
  isRedelivered = false,
  isChosen = false,
  enqueuedAt,
  expiresAt = null,
  height = 1,
  badge = '',
  readers = '',
}: SlotProps): JSX.Element {
  const text = String(message);
  const redelivered = isRedelivered ? ', redelivered' : '';
  return (
    <span
      className={styles['slot']}
      style={height < 1 ? { height: Math.round(fullHeight * height) } : undefined}
      title={`#${text} ${routingKey} (${stateWords[state]}${redelivered})${readers === '' ? '' : `, next for ${readers}`}`}
      data-badge={badge === '' ? undefined : badge}
      data-read={readers === '' ? undefined : true}
      data-message={text}
      data-state={state}
      data-size={size}
      data-colour={colourIndexOf(message)}
      data-digits={text.length > 2 ? text.length : undefined}
      data-redelivered={isRedelivered || undefined}
      data-chosen={isChosen || undefined}
      data-enqueued={expiresAt === null ? undefined : enqueuedAt}
      data-expires={expiresAt === null ? undefined : expiresAt}
    >
      {size === 'wide' ? text : null}
    </span>
  );
});
