/**
 * What a queue holds, head at the right, where its consumers are: dashed what has been delivered
 * and not yet acknowledged, filled what is ready; as a bar what is too much to show.
 */
import { useRef } from 'react';
import type { JSX } from 'react';
import { readersAt, slotsOf } from '#app';
import type { Queue, QueuedMessage } from '#engine';
import { useApp } from '../../app-context.tsx';
import { Slot } from './Slot.tsx';
import { layOutTrack, slotMeasures } from './slots.ts';
import { useSlide } from './use-slide.ts';
import { useTimeToLive } from './use-time-to-live.ts';
import styles from './slots.module.css';

export const trackWidth = 215;

export function QueueTrack({ queue }: { readonly queue: Queue }): JSX.Element {
  const { playback } = useApp();
  const row = useRef<HTMLDivElement>(null);
  const { maxLength, maxPriority } = queue.settings;
  const layout = layOutTrack({ ...queue, maxLength }, trackWidth);
  const { limitAt, barWidth, size, slotCount } = layout;
  const { unacked, ready } = slotsOf(playback.getState().history.present, queue, slotCount);
  useTimeToLive(
    row,
    ready.some(({ expiresAt }) => expiresAt !== null),
  );
  useSlide(row, [...unacked, ...ready], slotMeasures[size].pitch);
  const slot = (queued: QueuedMessage, state: 'ready' | 'unacked'): JSX.Element => (
    <Slot
      key={queued.position}
      message={queued.message.id}
      routingKey={queued.message.routingKey}
      state={state}
      size={size}
      isRedelivered={queued.redelivered}
      enqueuedAt={queued.enqueuedAt}
      expiresAt={state === 'ready' ? queued.expiresAt : null}
      height={heightOf(queued, maxPriority)}
      badge={badgeOf(queue, queued)}
      readers={queue.stream === null ? '' : readersAt(queue, queued).join(', ')}
    />
  );
  return (
    <div
      className={styles['track']}
      data-limited={limitAt !== null}
      style={{ width: trackWidth }}
      aria-hidden="true"
    >
      {limitAt === null ? null : <span className={styles['limit']} style={{ width: limitAt }} />}
      <div ref={row} className={styles['row']} data-size={size}>
        {unacked.map((queued) => slot(queued, 'unacked'))}
        {ready.map((queued) => slot(queued, 'ready'))}
        {barWidth === 0 ? null : (
          <span
            className={styles['bar']}
            style={{ width: barWidth }}
            title={`${(queue.readyCount - ready.length).toLocaleString('en')} more are ready`}
          />
        )}
      </div>
    </div>
  );
}

/** The offset in a stream; how often a quorum queue got it back. */
function badgeOf({ stream }: Queue, { position, deliveryCount = 0 }: QueuedMessage): string {
  if (stream !== null) return String(position - 1);
  return deliveryCount > 0 ? `${deliveryCount}×` : '';
}

function heightOf({ message }: QueuedMessage, maxPriority: number | null): number {
  if (maxPriority === null || maxPriority <= 0) return 1;
  const priority = Math.min(message.properties.priority ?? 0, maxPriority);
  return 0.6 + (0.4 * priority) / maxPriority;
}
