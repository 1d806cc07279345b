/**
 * What has happened so far, in numbers. While a run plays they change at most ten times a second:
 * faster nobody could read them.
 */
import { memo, useEffect, useState } from 'react';
import type { JSX } from 'react';
import { readyTotal, unackedTotal } from '#app';
import type { App } from '#app';
import { useApp } from '../app-context.tsx';
import styles from './canvas.module.css';

export const msBetweenCounts = 100;

interface Counts {
  readonly published: number;
  readonly routed: number;
  readonly delivered: number;
  readonly acknowledged: number;
  readonly deadLettered: number;
  readonly returned: number;
  readonly dropped: number;
  readonly ready: number;
  readonly unacknowledged: number;
}

export const CountersStrip = memo(function CountersStrip(): JSX.Element {
  const counts = useCounts();
  return (
    <section className={styles['strip']} aria-label="Counters">
      <div className={styles['group']}>
        <Count name="Published" value={counts.published} />
        <Count name="Routed" value={counts.routed} isMinor />
        <Count name="Delivered" value={counts.delivered} />
        <Count name="Acknowledged" value={counts.acknowledged} />
        <Count name="Dead-lettered" value={counts.deadLettered} isAlarm />
        <Count name="Returned" value={counts.returned} isAlarm isMinor />
        <Count name="Dropped" value={counts.dropped} isAlarm isMinor />
      </div>
      <div className={styles['group']}>
        <Count name="Ready" value={counts.ready} />
        <Count name="Unacknowledged" value={counts.unacknowledged} />
      </div>
    </section>
  );
});

interface CountProps {
  readonly name: string;
  readonly value: number;
  /** It is coloured as soon as there is any. */
  readonly isAlarm?: boolean;
  /** A phone has no room for it. */
  readonly isMinor?: boolean;
}

function Count({ name, value, isAlarm = false, isMinor = false }: CountProps): JSX.Element {
  return (
    <span className={styles['count']} data-alarm={isAlarm && value > 0} data-minor={isMinor}>
      {name} <b>{value.toLocaleString('en')}</b>
    </span>
  );
}

function useCounts(): Counts {
  const app = useApp();
  const [counts, setCounts] = useState(() => countsAt(app));
  useEffect(() => {
    let shown: Counts | null = null;
    let shownAt = -Infinity;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const show = (): void => {
      timer = null;
      shownAt = performance.now();
      const counts = countsAt(app);
      if (shown !== null && areSame(shown, counts)) return;
      shown = counts;
      setCounts(counts);
    };
    show();
    const end = app.playback.subscribe((now, before) => {
      if (now.history === before.history && now.isPlaying === before.isPlaying) return;
      const rest = now.isPlaying ? msBetweenCounts - (performance.now() - shownAt) : 0;
      if (rest > 0) {
        timer ??= setTimeout(show, rest);
        return;
      }
      if (timer !== null) clearTimeout(timer);
      show();
    });
    return () => {
      end();
      if (timer !== null) clearTimeout(timer);
    };
  }, [app]);
  return counts;
}

function countsAt({ playback }: App): Counts {
  const { broker, counters } = playback.getState().history.present;
  const {
    published,
    routed,
    delivered,
    acknowledged,
    deadLettered,
    returned,
    dropped,
    unroutable,
  } = counters;
  return {
    published,
    routed,
    delivered,
    acknowledged,
    deadLettered,
    returned,
    // A message that no queue took and nobody asked to have back is as lost as one that was dropped.
    dropped: dropped + unroutable,
    ready: readyTotal(broker),
    unacknowledged: unackedTotal(broker),
  };
}

const areSame = (one: Counts, other: Counts): boolean =>
  (Object.keys(one) as (keyof Counts)[]).every((name) => one[name] === other[name]);
