/**
 * The flights: one canvas laid over the graph, which follows its viewport. React puts it there and
 * has nothing more to do with it.
 */
import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { JSX } from 'react';
import { useApp } from '../../app-context.tsx';
import { useCanvasStore } from '../canvas-context.tsx';
import { FlightPainter } from './flight-painter.ts';
import styles from './flights.module.css';
import { keepInSight } from './keep-in-sight.ts';
import { watchPointer } from './token-pointer.ts';
import type { TokenPointer } from './token-pointer.ts';
import { watchFlights } from './watch-flights.ts';

export function FlightsOverlay(): JSX.Element {
  const element = useRef<HTMLCanvasElement>(null);
  const label = useRef<HTMLDivElement>(null);
  const flow = useStoreApi();
  const app = useApp();
  const canvas = useCanvasStore();

  useEffect(() => {
    const surface = element.current;
    const pane = surface?.closest<HTMLElement>('.react-flow') ?? null;
    if (surface === null || pane === null || label.current === null) return undefined;
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    const follow = keepInSight(flow, canvas, app.view);
    let pointer: TokenPointer | null = null;
    const painter = new FlightPainter(
      surface,
      {
        playback: () => app.playback.getState(),
        canvas,
        view: app.view,
        transform: () => flow.getState().transform,
        prefersStill: () => still.matches,
      },
      () => {
        pointer?.painted();
        follow(painter);
      },
    );
    pointer = watchPointer(painter, pane, label.current, app);
    const stopWatching = watchFlights(painter, pane, { app, canvas, flow });
    return () => {
      stopWatching();
      pointer?.end();
      painter.dispose();
    };
  }, [app, canvas, flow]);

  return (
    <>
      <canvas ref={element} className={styles['overlay']} aria-hidden="true" />
      <div ref={label} className={styles['label']} aria-hidden="true" hidden />
    </>
  );
}
