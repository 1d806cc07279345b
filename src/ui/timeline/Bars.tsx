/** How busy each moment was: one path for all bars, and the part before the playhead in colour. */
import { memo, useEffect, useId, useRef } from 'react';
import type { JSX } from 'react';
import { usePlayhead } from '../app-context.tsx';
import styles from './Track.module.css';
import { timelineBarCount } from './use-timeline.ts';

interface BarsProps {
  readonly bars: readonly number[];
  readonly spanMs: number;
}

const height = 100;

export const Bars = memo(function Bars({ bars, spanMs }: BarsProps): JSX.Element {
  const playhead = usePlayhead();
  const played = useRef<SVGRectElement>(null);
  const id = useId();
  useEffect(() => {
    const follow = (playheadMs: number): void =>
      played.current?.setAttribute('width', String((playheadMs / spanMs) * timelineBarCount));
    follow(playhead.get());
    return playhead.subscribe(follow);
  }, [playhead, spanMs]);

  const path = bars.map(barPath).join('');
  return (
    <svg
      className={styles['bars']}
      viewBox={`0 0 ${timelineBarCount} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <clipPath id={id}>
        <rect ref={played} x="0" y="0" width="0" height={height} />
      </clipPath>
      <path className={styles['toCome']} d={path} />
      <path className={styles['played']} d={path} clipPath={`url(#${id})`} />
    </svg>
  );
});

const barPath = (share: number, index: number): string => {
  if (share <= 0) return '';
  const top = height - Math.max(4, share * height);
  return `M${index + 0.14} ${height}V${top.toFixed(1)}h0.72V${height}Z`;
};
