/**
 * Streams: what many flights on one line look like together. Dashes run along the line, the thicker
 * and the denser the more there are, and the rate stands beside it.
 */
import type { Rectangle } from '../edges/place-chips.ts';
import { clipOut } from './clip-out.ts';
import type { FlightLine } from './flight-lines.ts';
import { streamPart } from './level-of-detail.ts';
import type { FlightStyle } from './level-of-detail.ts';
import { tracePath } from './paint-highlights.ts';
import { writeText } from './paint-tokens.ts';
import type { Palette } from './palette.ts';
import { isSmall } from './token-field.ts';
import type { TokenField, Transform } from './token-field.ts';

interface Stream {
  way: FlightLine;
  /** On the line at this moment. */
  count: number;
  /** Those that set out, for each virtual millisecond. */
  perMs: number;
  /** The same, evened out over the last pictures. */
  evenPerMs: number;
  /** How much of the line is shown as a stream, 0 to 1. */
  part: number;
  /** How long one of them takes, in virtual milliseconds. */
  flightMs: number;
}

/** With each picture a stream comes this much nearer to what it is to be. */
const nearing = 0.22;
/** High speeds show but a sample of the flights in each picture: the rate is the mean of many. */
const evening = 0.12;
const settled = 0.01;
const idlePerMs = 1e-5;

export class Streams {
  readonly #byLine = new Map<string, Stream>();

  /**
   * Counts the flights of a picture. `realMsPerMs` is how long a virtual millisecond lasts on the
   * screen; infinite while nothing moves. Says whether the next picture would differ from this one
   * although nothing else has changed.
   */
  update(field: TokenField, style: FlightStyle, realMsPerMs: number): boolean {
    for (const stream of this.#byLine.values()) {
      stream.count = 0;
      stream.perMs = 0;
    }
    for (let index = 0; index < field.count; index++) {
      const flight = field.flights[index];
      const way = field.lines[index];
      if (flight === undefined || way === null || way === undefined || isSmall(flight.kind))
        continue;
      const stream = this.#byLine.get(way.id) ?? this.#begin(way);
      const span = Math.max(1, flight.arrives - flight.departs);
      stream.way = way;
      stream.count++;
      stream.perMs += 1 / span;
      stream.flightMs = span;
    }
    return this.#settle(style, realMsPerMs);
  }

  #begin(way: FlightLine): Stream {
    const stream = { way, count: 0, perMs: 0, evenPerMs: 0, part: 0, flightMs: 1 };
    this.#byLine.set(way.id, stream);
    return stream;
  }

  #settle(style: FlightStyle, realMsPerMs: number): boolean {
    const isMoving = Number.isFinite(realMsPerMs);
    let isUnsettled = false;
    for (const [id, stream] of this.#byLine) {
      stream.evenPerMs += (stream.perMs - stream.evenPerMs) * (isMoving ? evening : 1);
      const isIdle = stream.count === 0 && (!isMoving || stream.evenPerMs < idlePerMs);
      const aim = isIdle ? 0 : streamPart(style, stream.count, stream.flightMs * realMsPerMs);
      stream.part += (aim - stream.part) * nearing;
      if (Math.abs(aim - stream.part) < settled) stream.part = aim;
      else isUnsettled = true;
      if (isIdle && stream.part === 0) this.#byLine.delete(id);
    }
    return isUnsettled;
  }

  /** Something of a stream is to be seen. */
  get isVisible(): boolean {
    for (const { part } of this.#byLine.values()) if (part >= 0.02) return true;
    return false;
  }

  readonly partOf = (lineId: string): number => this.#byLine.get(lineId)?.part ?? 0;

  /** Streams run below nodes and chips, as the lines do: where those are, nothing is painted. */
  paint(
    g: CanvasRenderingContext2D,
    transform: Transform,
    playheadMs: number,
    palette: Palette,
    covered: Iterable<Rectangle>,
  ): void {
    const visible = [...this.#byLine.values()].filter(({ part }) => part >= 0.02);
    if (visible.length === 0) return;
    g.save();
    clipOut(g, covered, transform);
    for (const stream of visible) paintStream(g, stream, transform, playheadMs, palette);
    g.restore();
    for (const stream of visible) writeRate(g, stream, transform, palette);
    g.globalAlpha = 1;
  }
}

/** The dashes run this much slower than the messages do, or they would seem to run back. */
const slowness = 4;

function paintStream(
  g: CanvasRenderingContext2D,
  { way, part, evenPerMs, flightMs }: Stream,
  transform: Transform,
  playheadMs: number,
  palette: Palette,
): void {
  const zoom = transform[2];
  const perSecond = evenPerMs * 1_000;
  const weight = Math.min(1, Math.log10(1 + perSecond) / 4);
  tracePath(g, way, transform);
  g.strokeStyle = palette.accent;
  g.lineCap = 'butt';
  g.lineWidth = (2 + 5 * weight) * Math.max(0.6, Math.min(1.4, zoom));
  g.globalAlpha = part * 0.25;
  g.stroke();
  const dash = 4 + 10 * weight;
  const gap = 16 - 11 * weight;
  const run = (playheadMs * way.line.length * zoom) / (flightMs * slowness);
  g.setLineDash([dash, gap]);
  g.lineDashOffset = (way.isReverse ? 1 : -1) * (run % (dash + gap));
  g.globalAlpha = part * 0.9;
  g.stroke();
  g.setLineDash([]);
}

function writeRate(
  g: CanvasRenderingContext2D,
  { way, part, evenPerMs }: Stream,
  [left, top, zoom]: Transform,
  palette: Palette,
): void {
  const { x, y } = way.wordsAt;
  g.globalAlpha = part;
  const text = rateText(evenPerMs * 1_000);
  writeText(g, text, x * zoom + left, y * zoom + top, palette, 'center');
}

/** `1.3k/s`, of virtual time. */
export function rateText(perSecond: number): string {
  if (perSecond >= 9_950) return `${(perSecond / 1_000).toFixed(0)}k/s`;
  if (perSecond >= 995) return `${(perSecond / 1_000).toFixed(1)}k/s`;
  return perSecond >= 9.95 ? `${perSecond.toFixed(0)}/s` : `${perSecond.toFixed(1)}/s`;
}
