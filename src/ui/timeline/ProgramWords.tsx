/** Why the playhead waits for programs, where it waits long enough to be noticed. */
import { useEffect, useState } from 'react';
import type { JSX } from 'react';
import type { App, ProgramsStatus } from '#app';
import { useApp } from '../app-context.tsx';
import styles from './Transport.module.css';

/** While it plays, the playhead waits for a moment again and again, and nobody needs to know. */
const noticedMs = 500;

export function ProgramWords(): JSX.Element | null {
  const words = useWords(useApp());
  return (
    <span className={styles['programs']} role="status">
      {words}
    </span>
  );
}

function useWords({ playback, programs }: App): string | null {
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: { readonly words: string | null; readonly playheadMs: number } | null = null;
    const look = (): void => {
      const { wanted, playheadMs } = playback.getState();
      const words = wordsFor(programs.getState().status, wanted !== null);
      if (last?.words === words && last.playheadMs === playheadMs) return;
      last = { words, playheadMs };
      clearTimeout(timer);
      setShown(null);
      if (words !== null) timer = setTimeout(() => setShown(words), noticedMs);
    };
    look();
    const ends = [playback.subscribe(look), programs.subscribe(look)];
    return () => {
      for (const end of ends) end();
      clearTimeout(timer);
    };
  }, [playback, programs]);
  return shown;
}

function wordsFor(status: ProgramsStatus, isWaiting: boolean): string | null {
  switch (status) {
    case 'loading':
      return 'Loading what runs programs…';
    case 'catching-up':
      return 'Running the programs again up to here…';
    case 'running':
      return isWaiting ? 'Waiting for the programs…' : null;
    default:
      return null;
  }
}
