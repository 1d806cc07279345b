/**
 * How far a consumer has come with the message it works on. The playhead moves the ring; React
 * draws it when the work begins and when it ends.
 */
import { useEffect, useRef } from 'react';
import type { JSX } from 'react';
import type { ConsumerSpec } from '#scenario';
import type { Held } from '#sim';
import { usePlayhead } from '../../app-context.tsx';
import styles from './slots.module.css';

const steps = 72;

interface WorkRingProps {
  readonly spec: ConsumerSpec;
  readonly held: readonly Held[];
  readonly diameter: number;
}

export function WorkRing({ spec, held, diameter }: WorkRingProps): JSX.Element {
  const playhead = usePlayhead();
  const arc = useRef<SVGCircleElement>(null);
  const work = held.find(({ worksUntil }) => worksUntil !== null);
  const until = work?.worksUntil ?? null;
  const from = work === undefined ? 0 : workStartOf(work, spec);
  const strokeWidth = diameter > 20 ? 3 : 2.5;
  const radius = (diameter - strokeWidth) / 2;

  useEffect(() => {
    const circle = arc.current;
    if (circle === null) return undefined;
    let shown = -1;
    const show = (): void => {
      const done = until === null || until <= from ? 0 : (playhead.get() - from) / (until - from);
      const step = Math.round(Math.max(0, Math.min(1, done)) * steps);
      if (step === shown) return;
      shown = step;
      circle.style.strokeDashoffset = String(1 - step / steps);
      circle.style.visibility = step === 0 ? 'hidden' : 'visible';
    };
    show();
    return until === null ? undefined : playhead.subscribe(show);
  }, [playhead, from, until]);

  const place = { cx: diameter / 2, cy: diameter / 2, r: radius, strokeWidth };
  return (
    <svg className={styles['ring']} width={diameter} height={diameter} aria-hidden="true">
      <circle className={styles['ringTrack']} {...place} />
      <circle
        ref={arc}
        className={styles['ringWork']}
        {...place}
        pathLength={1}
        strokeDasharray="1"
        style={{ visibility: 'hidden' }}
      />
    </svg>
  );
}

/** The consumer tells when its work ends; it took up the message the time of its work before. */
function workStartOf({ since, worksUntil }: Held, { work_ms: work }: ConsumerSpec): number {
  const longest = typeof work === 'number' ? work : work.max;
  return Math.max(since, (worksUntil ?? since) - Math.max(1, longest));
}
