/**
 * The flights: one canvas laid over the graph, which follows its viewport. It hears what changes
 * from the stores and renders nothing; a token under the pointer says what it is, and a click on one
 * opens its message.
 */
import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { JSX } from 'react';
import type { Flight } from '#sim';
import { useApp } from '../../app-context.tsx';
import { useCanvasStore } from '../canvas-context.tsx';
import { FlightPainter } from './flight-painter.ts';
import { keepInSight } from './keep-in-sight.ts';
import styles from './flights.module.css';

/** How near to the middle of a token the pointer must be, in pixels. */
const reachOfMouse = 11;
const reachOfFinger = 22;

export function FlightsOverlay(): JSX.Element {
  const element = useRef<HTMLCanvasElement>(null);
  const label = useRef<HTMLDivElement>(null);
  const flow = useStoreApi();
  const app = useApp();
  const canvas = useCanvasStore();

  useEffect(() => {
    const surface = element.current;
    const pane = surface?.closest<HTMLElement>('.react-flow');
    if (surface === null || pane === null || pane === undefined) return undefined;
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    let hovered: Flight | null = null;
    const follow = keepInSight(flow, canvas, app.view);
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
        if (hovered !== null) placeLabel(label.current, painter, hovered);
        follow(painter);
      },
    );
    const hover = (flight: Flight | null): void => {
      if (flight?.id === hovered?.id) return;
      hovered = flight;
      pane.toggleAttribute('data-over-token', flight !== null);
      painter.hover(flight?.message ?? null);
      placeLabel(label.current, painter, flight);
    };
    const tokenAt = (event: MouseEvent | PointerEvent): Flight | null => {
      const isOwn = (event.target as Element).closest('button, input, [role="menu"], .nokey');
      if (isOwn !== null) return null;
      const box = pane.getBoundingClientRect();
      const isFinger = 'pointerType' in event && event.pointerType === 'touch';
      const reach = isFinger ? reachOfFinger : reachOfMouse;
      return painter.at(event.clientX - box.left, event.clientY - box.top, reach);
    };
    const onMove = (event: PointerEvent): void => hover(event.buttons === 0 ? tokenAt(event) : null);
    const onLeave = (): void => hover(null);
    const onClick = (event: MouseEvent): void => {
      const flight = tokenAt(event);
      if (flight === null) return;
      event.stopPropagation();
      event.preventDefault();
      const { inspectMessage, setPanel } = app.view.getState();
      inspectMessage(flight.message);
      setPanel('right', { open: true, tab: 'inspector' });
    };
    pane.addEventListener('pointermove', onMove, { passive: true });
    pane.addEventListener('pointerleave', onLeave);
    pane.addEventListener('click', onClick, { capture: true });

    const size = new ResizeObserver(([entry]) => {
      if (entry !== undefined) painter.resize(entry.contentRect.width, entry.contentRect.height);
    });
    size.observe(pane);
    const theme = new MutationObserver(() => painter.forgetColours());
    theme.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
    const light = matchMedia('(prefers-color-scheme: light)');
    const forget = (): void => painter.forgetColours();
    light.addEventListener('change', forget);
    still.addEventListener('change', forget);
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
    ];
    return () => {
      for (const end of endings) end();
      light.removeEventListener('change', forget);
      still.removeEventListener('change', forget);
      theme.disconnect();
      size.disconnect();
      pane.removeEventListener('pointermove', onMove);
      pane.removeEventListener('pointerleave', onLeave);
      pane.removeEventListener('click', onClick, { capture: true });
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

const kindWords: Readonly<Record<Flight['kind'], string>> = {
  publish: 'being published',
  route: 'being routed',
  deliver: 'being delivered',
  'dead-letter': 'being dead-lettered',
  alternate: 'on its way to the alternate exchange',
  return: 'being returned',
  confirm: 'being confirmed',
  ack: 'being answered for',
  reply: 'being published on',
};

/** Beside the token, wherever it has got to; hidden when it has arrived. */
function placeLabel(
  label: HTMLElement | null,
  { field }: FlightPainter,
  flight: Flight | null,
): void {
  if (label === null) return;
  const index = flight === null ? -1 : field.flights.findIndex(({ id }) => id === flight.id);
  label.hidden = flight === null || index === -1;
  if (flight === null || index === -1) return;
  const key = flight.routingKey === '' ? '' : ` ${flight.routingKey}`;
  const text = `#${flight.message}${key}, ${kindWords[flight.kind]}`;
  if (label.textContent !== text) label.textContent = text;
  const x = Math.round(field.x[index] as number) + 14;
  const y = Math.round(field.y[index] as number) - 30;
  label.style.transform = `translate(${x}px, ${y}px)`;
}
