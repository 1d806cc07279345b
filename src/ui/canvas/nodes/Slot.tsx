/** A message that lies somewhere: its colour, its number where there is room, and its state. */
import { memo } from 'react';
import type { CSSProperties, JSX } from 'react';
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
  /** How far from the head, in pixels; left out where the layout is not the slot's own. */
  readonly offset?: number;
  /** 0 to 1: how high it stands, by its priority. */
  readonly height?: number;
}

const stateWords = {
  ready: 'ready',
  unacked: 'unacknowledged',
  held: 'with the consumer',
  forgotten: 'with the consumer, which will not answer',
} as const;

export const Slot = memo(function Slot({
  message,
  routingKey,
  state,
  size,
  isRedelivered = false,
  isChosen = false,
  enqueuedAt,
  expiresAt = null,
  offset,
  height = 1,
}: SlotProps): JSX.Element {
  const style: CSSProperties = {};
  if (offset !== undefined) style.transform = `translateX(${-offset}px)`;
  if (height < 1) style.height = `${Math.round(20 * height)}px`;
  const text = String(message);
  const redelivered = isRedelivered ? ', redelivered' : '';
  return (
    <span
      className={styles['slot']}
      style={style}
      title={`#${text} ${routingKey} (${stateWords[state]}${redelivered})`}
      data-message={text}
      data-state={state}
      data-size={size}
      data-colour={colourIndexOf(message)}
      data-digits={text.length}
      data-redelivered={isRedelivered || undefined}
      data-chosen={isChosen || undefined}
      data-enqueued={expiresAt === null ? undefined : enqueuedAt}
      data-expires={expiresAt === null ? undefined : expiresAt}
    >
      {size === 'wide' && height >= 0.5 ? text : null}
    </span>
  );
});
