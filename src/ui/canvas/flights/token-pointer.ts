/** The pointer over tokens: what is under it is named beside it, and a click opens the message. */
import type { App } from '#app';
import type { Flight } from '#sim';
import { inspectMessage } from '../gestures/select.ts';
import type { FlightPainter } from './flight-painter.ts';

/** How near to the middle of a token the pointer must be, in pixels. */
const reachOfMouse = 11;
const reachOfFinger = 22;

/** What has a purpose of its own, and is not given up for a token that passes over it. */
const ownPurpose = 'button, input, [role="menu"], [role="listbox"], .nokey, .react-flow__minimap';

export interface TokenPointer {
  /** After a new picture: the name goes with its token. */
  readonly painted: () => void;
  readonly end: () => void;
}

export function watchPointer(
  painter: FlightPainter,
  pane: HTMLElement,
  label: HTMLElement,
  app: App,
): TokenPointer {
  let hovered: Flight | null = null;
  const tokenAt = (event: MouseEvent | PointerEvent): Flight | null => {
    if ((event.target as Element).closest(ownPurpose) !== null) return null;
    const box = pane.getBoundingClientRect();
    const isFinger = 'pointerType' in event && event.pointerType === 'touch';
    const reach = isFinger ? reachOfFinger : reachOfMouse;
    return painter.at(event.clientX - box.left, event.clientY - box.top, reach);
  };
  const hover = (flight: Flight | null): void => {
    if (flight?.id === hovered?.id) return;
    hovered = flight;
    pane.toggleAttribute('data-over-token', flight !== null);
    painter.hover(flight?.message ?? null);
    placeLabel(label, painter, flight);
  };
  const onMove = (event: PointerEvent): void => {
    // A finger does not hover.
    hover(event.buttons === 0 && event.pointerType !== 'touch' ? tokenAt(event) : null);
  };
  const onLeave = (): void => hover(null);
  const onClick = (event: MouseEvent): void => {
    const flight = tokenAt(event);
    if (flight === null) return;
    event.stopPropagation();
    event.preventDefault();
    inspectMessage(app, flight.message);
  };
  pane.addEventListener('pointermove', onMove, { passive: true });
  pane.addEventListener('pointerleave', onLeave);
  pane.addEventListener('click', onClick, { capture: true });
  return {
    painted: () => {
      if (hovered !== null) placeLabel(label, painter, hovered);
    },
    end: () => {
      pane.removeEventListener('pointermove', onMove);
      pane.removeEventListener('pointerleave', onLeave);
      pane.removeEventListener('click', onClick, { capture: true });
    },
  };
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

/** Beside the token, wherever it has got to; hidden once it has arrived. */
function placeLabel(label: HTMLElement, { field }: FlightPainter, flight: Flight | null): void {
  const index = flight === null ? -1 : field.flights.findIndex(({ id }) => id === flight.id);
  label.hidden = index === -1;
  if (flight === null || index === -1) return;
  const key = flight.routingKey === '' ? '' : ` ${flight.routingKey}`;
  const text = `#${flight.message}${key}, ${kindWords[flight.kind]}`;
  if (label.textContent !== text) label.textContent = text;
  const x = Math.round(field.x[index] as number) + 14;
  const y = Math.round(field.y[index] as number) - 30;
  label.style.transform = `translate(${x}px, ${y}px)`;
}
