/**
 * The tokens of one picture: where each flight stands on the screen.
 *
 * A pure function of the flights, the playhead and the viewport; the object only keeps its arrays
 * from one picture to the next, so that five thousand tokens cost no garbage.
 */
import type { Flight } from '#sim';
import { stretchCount } from '../edges/curve.ts';
import type { FlightLine, FlightLines } from './flight-lines.ts';

/** x, y and zoom of React Flow's viewport. */
export type Transform = readonly [number, number, number];

/** Acknowledgements and confirms keep so far off the line, and let the messages pass. */
const asideBy = 5;

/** What goes back is not the message itself, and is drawn small. */
export const isSmall = (kind: Flight['kind']): boolean => kind === 'confirm' || kind === 'ack';

export class TokenField {
  flights: readonly Flight[] = [];
  /** The line of each flight; null where it cannot be shown. */
  lines: (FlightLine | null)[] = [];
  x = new Float32Array(256);
  y = new Float32Array(256);
  /** How far each is from the nearer end of its line, in pixels of the screen. */
  fromEnd = new Float32Array(256);

  get count(): number {
    return this.flights.length;
  }

  place(
    flights: readonly Flight[],
    playheadMs: number,
    [left, top, zoom]: Transform,
    lines: FlightLines,
  ): void {
    this.flights = flights;
    const count = flights.length;
    if (this.x.length < count) {
      this.x = new Float32Array(count * 2);
      this.y = new Float32Array(count * 2);
      this.fromEnd = new Float32Array(count * 2);
    }
    this.lines.length = count;
    for (let index = 0; index < count; index++) {
      const flight = flights[index] as Flight;
      const way = lines.lineOf(flight);
      this.lines[index] = way;
      if (way === null) continue;
      const span = flight.arrives - flight.departs;
      const gone = span <= 0 ? 1 : (playheadMs - flight.departs) / span;
      const part = gone < 0 ? 0 : gone > 1 ? 1 : gone;
      const exact = (way.isReverse ? 1 - part : part) * stretchCount;
      const stretch = exact >= stretchCount ? stretchCount - 1 : exact | 0;
      const rest = exact - stretch;
      const { points } = way.line;
      const at = stretch * 2;
      const x0 = points[at] as number;
      const y0 = points[at + 1] as number;
      const dx = (points[at + 2] as number) - x0;
      const dy = (points[at + 3] as number) - y0;
      let x = x0 + dx * rest;
      let y = y0 + dy * rest;
      if (isSmall(flight.kind)) {
        const length = Math.hypot(dx, dy) || 1;
        x += (-dy / length) * asideBy;
        y += (dx / length) * asideBy;
      }
      this.x[index] = x * zoom + left;
      this.y[index] = y * zoom + top;
      this.fromEnd[index] = Math.min(part, 1 - part) * way.line.length * zoom;
    }
  }

  /** The token nearest to a point of the pane, within reach; the one painted last wins. */
  at(x: number, y: number, reach: number): Flight | null {
    let best: Flight | null = null;
    let nearest = reach * reach;
    for (let index = 0; index < this.count; index++) {
      if (this.lines[index] === null) continue;
      const dx = (this.x[index] as number) - x;
      const dy = (this.y[index] as number) - y;
      const distance = dx * dx + dy * dy;
      if (distance <= nearest) {
        nearest = distance;
        best = this.flights[index] as Flight;
      }
    }
    return best;
  }

  /** Where the token of a message is; null where it has none. The message itself before its acks. */
  whereIs(message: number): { readonly x: number; readonly y: number } | null {
    let found = -1;
    for (let index = 0; index < this.count; index++) {
      const flight = this.flights[index] as Flight;
      if (flight.message !== message || this.lines[index] === null) continue;
      if (found === -1 || !isSmall(flight.kind)) found = index;
    }
    return found === -1 ? null : { x: this.x[found] as number, y: this.y[found] as number };
  }
}
