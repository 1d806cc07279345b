/**
 * The run as a strip: how busy each moment was, what stands out, and the playhead. Click or drag
 * anywhere on it to go there; with the focus on it, the arrow keys do the same.
 */
import { useRef } from 'react';
import type { JSX, KeyboardEvent, PointerEvent } from 'react';
import { spokenTime } from '#app';
import type { App } from '#app';
import { useApp } from '../app-context.tsx';
import { Bars } from './Bars.tsx';
import { Marks } from './Marks.tsx';
import { PlayheadLine } from './PlayheadLine.tsx';
import styles from './Track.module.css';
import { useCoarsePlayhead } from './use-coarse-playhead.ts';
import { useTimeline } from './use-timeline.ts';

export function Track(): JSX.Element {
  const app = useApp();
  const { spanMs, reachedMs, bars, marks, ticks } = useTimeline();
  const playheadMs = useCoarsePlayhead();
  const track = useRef<HTMLDivElement>(null);
  const drag = useDrag(app, spanMs);
  return (
    <div
      ref={track}
      className={styles['track']}
      role="slider"
      tabIndex={0}
      aria-label="Playhead"
      aria-valuemin={0}
      aria-valuemax={Math.max(reachedMs, playheadMs)}
      aria-valuenow={playheadMs}
      aria-valuetext={spokenTime(playheadMs)}
      {...drag}
      onKeyDown={(event) => onKey(app, event, reachedMs)}
    >
      <div className={styles['ruler']} aria-hidden="true">
        {ticks.map(({ at, text }) => (
          <span key={at} className={styles['tick']} style={{ left: `${(at / spanMs) * 100}%` }}>
            {text}
          </span>
        ))}
      </div>
      <Bars bars={bars} spanMs={spanMs} />
      <Marks marks={marks} spanMs={spanMs} />
      <PlayheadLine spanMs={spanMs} />
    </div>
  );
}

interface DragHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLDivElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLDivElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLDivElement>) => void;
  readonly onPointerCancel: (event: PointerEvent<HTMLDivElement>) => void;
}

/** While it is dragged the run stands still under the pointer, and plays on when let go. */
function useDrag(app: App, spanMs: number): DragHandlers {
  const drag = useRef<{ readonly wasPlaying: boolean; readonly spanMs: number } | null>(null);
  const go = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    app.playback.getState().seek(share * (drag.current?.spanMs ?? spanMs));
  };
  const end = (): void => {
    if (drag.current?.wasPlaying === true) app.playback.getState().play();
    drag.current = null;
  };
  return {
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      // The scale must not change under the pointer, however far the run is played by it.
      drag.current = { wasPlaying: app.playback.getState().isPlaying, spanMs };
      app.playback.getState().pause();
      go(event);
    },
    onPointerMove: (event) => {
      if (drag.current !== null) go(event);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

function onKey({ playback }: App, event: KeyboardEvent, reachedMs: number): void {
  const { playheadMs, seek } = playback.getState();
  const stepMs = event.shiftKey ? 10_000 : 1_000;
  const to: Readonly<Record<string, number>> = {
    ArrowRight: playheadMs + stepMs,
    ArrowUp: playheadMs + stepMs,
    ArrowLeft: playheadMs - stepMs,
    ArrowDown: playheadMs - stepMs,
    PageUp: playheadMs + 10_000,
    PageDown: playheadMs - 10_000,
    Home: 0,
    End: reachedMs,
  };
  const target = to[event.key];
  if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  seek(target);
}
