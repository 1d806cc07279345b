/**
 * The virtual clock and the number of the step. The digits change with every frame, so they are
 * written past React; a screen reader asks for them instead of being told.
 */
import { useEffect, useRef } from 'react';
import type { JSX } from 'react';
import { clockText, countText } from '#app';
import { useApp, usePlayhead } from '../app-context.tsx';
import { tooltip } from '../parts/tooltip.ts';
import styles from './Transport.module.css';

export function Clock({ isNarrow }: { readonly isNarrow: boolean }): JSX.Element {
  const app = useApp();
  const playhead = usePlayhead();
  const time = useRef<HTMLSpanElement>(null);
  const step = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const write = (): void => {
      const { playheadMs, history } = app.playback.getState();
      setText(time.current, clockText(playheadMs));
      // A recorded case has steps of its own, which are counted otherwise.
      const isCounted = history.run.script === undefined;
      setText(step.current, isCounted ? `step ${countText(history.present.stepCount)}` : '');
    };
    write();
    const end = app.playback.subscribe(write);
    return end;
  }, [app]);

  return (
    <span className={styles['clock']} role="timer" aria-label="Virtual time" aria-live="off">
      <span className={styles['time']} ref={time} {...tooltip('Time in the simulated world')}>
        {clockText(playhead.get())}
      </span>
      <span
        className={styles['step']}
        ref={step}
        hidden={isNarrow}
        {...tooltip('So many things have happened')}
      />
    </span>
  );
}

function setText(element: HTMLElement | null, text: string): void {
  if (element !== null && element.textContent !== text) element.textContent = text;
}
