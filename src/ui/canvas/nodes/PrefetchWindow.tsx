/** A consumer's prefetch window: what it holds, and how much more it may be given. */
import type { JSX } from 'react';
import type { ConsumerSpec } from '#scenario';
import type { Held } from '#sim';
import { Slot } from './Slot.tsx';
import type { SlotSize } from './slots.ts';
import styles from './slots.module.css';

interface PrefetchWindowProps {
  readonly spec: ConsumerSpec;
  readonly held: readonly Held[];
  /** In pixels. */
  readonly width: number;
  /** The delivery that the buttons answer for; null where there are none. */
  readonly chosen: number | null;
  readonly onChoose?: (deliveryTag: number) => void;
}

const pitches: Readonly<Record<SlotSize, number>> = { wide: 23, medium: 14, narrow: 9 };

export function PrefetchWindow({
  spec,
  held,
  width,
  chosen,
  onChoose,
}: PrefetchWindowProps): JSX.Element {
  const limit = spec.acknowledgement === 'automatic' ? 0 : spec.prefetch;
  const count = Math.max(held.length, limit);
  const size = sizeFor(count, width);
  const room = Math.floor((width - 34) / pitches[size]);
  const fitsAll = count * pitches[size] <= width;
  const shown = fitsAll ? held : held.slice(0, room);
  const free = fitsAll
    ? Math.max(0, limit - held.length)
    : Math.max(0, Math.min(limit, room) - shown.length);
  const slots = shown.map((delivery) => (
    <Slot
      key={delivery.deliveryTag}
      message={delivery.message}
      routingKey={delivery.routingKey}
      state={stateOf(delivery)}
      size={size}
      isRedelivered={delivery.frame.redelivered}
      isChosen={delivery.deliveryTag === chosen}
    />
  ));
  return (
    <div
      className={styles['window']}
      aria-hidden="true"
      onPointerDown={chooseWith(shown, onChoose)}
    >
      {slots}
      {Array.from({ length: free }, (_, index) => (
        <span
          // Free places are all alike.
          key={`free-${index}`}
          className={styles['slot']}
          data-state="free"
          data-size={size}
        />
      ))}
      {fitsAll ? null : <span>{`${held.length}/${limit === 0 ? '∞' : limit}`}</span>}
    </div>
  );
}

const stateOf = ({ isForgotten }: Held): 'held' | 'forgotten' =>
  isForgotten ? 'forgotten' : 'held';

function sizeFor(count: number, width: number): SlotSize {
  if (count * pitches.wide <= width) return 'wide';
  return count * pitches.medium <= width ? 'medium' : 'narrow';
}

function chooseWith(held: readonly Held[], onChoose?: (deliveryTag: number) => void) {
  if (onChoose === undefined) return undefined;
  return (event: { readonly target: EventTarget }): void => {
    const slot = (event.target as HTMLElement).closest<HTMLElement>('[data-message]');
    const found = held.find(({ message }) => String(message) === slot?.dataset['message']);
    if (found !== undefined) onChoose(found.deliveryTag);
  };
}
