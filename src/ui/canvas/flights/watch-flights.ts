/**
 * Keeps the picture of the flights up to date: hears of whatever changes it (the run, the viewport,
 * the lines, the theme, what is looked at), and asks for a new one then and only then.
 */
import type { ReactFlowState } from '@xyflow/react';
import type { App } from '#app';
import type { CanvasStore } from '../canvas-store.ts';
import type { FlightPainter } from './flight-painter.ts';

export interface FlowStore {
  readonly getState: () => ReactFlowState;
  readonly subscribe: (
    listener: (now: ReactFlowState, before: ReactFlowState) => void,
  ) => () => void;
}

/** Gives the function that ends it. */
export function watchFlights(
  painter: FlightPainter,
  pane: HTMLElement,
  { app, canvas, flow }: { app: App; canvas: CanvasStore; flow: FlowStore },
): () => void {
  const endings = [
    app.playback.subscribe((now, before) => {
      if (now.isPlaying && now.playheadMs !== before.playheadMs) painter.requestNow();
      else painter.request();
    }),
    app.view.subscribe((now, before) => {
      if (now.message !== before.message || now.followed !== before.followed) painter.request();
    }),
    canvas.subscribe((now, before) => {
      if (now.lines !== before.lines || now.flightStyle !== before.flightStyle) painter.request();
    }),
    flow.subscribe((now, before) => {
      if (now.transform !== before.transform) painter.request();
    }),
    watchSize(painter, pane),
    watchColours(painter),
  ];
  return () => {
    for (const end of endings) end();
  };
}

function watchSize(painter: FlightPainter, pane: HTMLElement): () => void {
  const observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined) painter.resize(entry.contentRect.width, entry.contentRect.height);
  });
  observer.observe(pane);
  return () => observer.disconnect();
}

function watchColours(painter: FlightPainter): () => void {
  const forget = (): void => painter.forgetColours();
  const theme = new MutationObserver(forget);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
  const queries = ['(prefers-color-scheme: light)', '(prefers-reduced-motion: reduce)'].map(
    (query) => matchMedia(query),
  );
  for (const query of queries) query.addEventListener('change', forget);
  return () => {
    theme.disconnect();
    for (const query of queries) query.removeEventListener('change', forget);
  };
}
