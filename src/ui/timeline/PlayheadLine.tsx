/** Where the playhead is. It moves with every frame, past React. */
import { useEffect, useRef } from 'react';
import type { JSX } from 'react';
import { usePlayhead } from '../app-context.tsx';
import styles from './Track.module.css';

export function PlayheadLine({ spanMs }: { readonly spanMs: number }): JSX.Element {
  const playhead = usePlayhead();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = (playheadMs: number): void => {
      const share = Math.min(1, playheadMs / spanMs);
      line.current?.style.setProperty('transform', `translateX(${share * 100}%)`);
    };
    follow(playhead.get());
    return playhead.subscribe(follow);
  }, [playhead, spanMs]);
  return (
    <div className={styles['playhead']} ref={line} aria-hidden="true">
      <span className={styles['line']} />
    </div>
  );
}
