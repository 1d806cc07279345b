/**
 * Streams: what many flights on one line look like together. Dashes run along the line, the thicker
 * and the denser the more there are, and the rate stands beside it.
 */
import { stretchCount } from '../edges/curve.ts';
import type { SampledLine } from '../edges/curve.ts';
import { streamPart } from './level-of-detail.ts';
import type { FlightStyle } from './level-of-detail.ts';
import type { Palette } from './palette.ts';
import { writeBeside } from './paint-tokens.ts';
import { isSmall } from './token-field.ts';
import type { TokenField, Transform } from './token-field.ts';

interface Stream {
  readonly line: SampledLine;
  isReverse: boolean;
  /** On the line at this moment. */
  count: number;
  /** Of those, per virtual millisecond. */
  perMs: number;
  /** The same, evened out over the last pictures. */
  evenPerMs: number;
  /** How much of the line is shown as a stream; it follows its aim from picture to picture. */
  part: number;
  aim: number;
  flightMs: number;
}

/** A picture comes this much nearer to the aim than the one before it. */
const nearing = 0.22;
/** High speeds show only a sample of the flights in each picture; the rate is their mean. */
const evening = 0.12;
const settled = 0.01;

export class Streams {
  readonly #byLine = new Map<string, Stream>();

  /** Counts the flights of a picture. Says whether the next picture would differ from this one. */
  update(field: TokenField, style: FlightStyle, realMsPerMs: number): boolean {
    for (const stream of this.#byLine.values()) {
      stream.count = 0;
      stream.perMs = 0;
    }
    for (let index = 0; index < field.count; index++) {
      const flight = field.flights[index];
      const way = field.lines[index];
      if (flight === undefined || way === null || way === undefined || isSmall(flight.kind)) continue;
      const stream = this.#streamOf(way.id, way.line);
      const span = Math.max(1, flight.arrives - flight.departs);
      stream.isReverse = way.isReverse;
      stream.count++;
      stream.perMs += 1 / span;
      stream.flightMs = span;
    }
    return this.#settle(style, realMsPerMs);
  }

  #settle(style: FlightStyle, realMsPerMs: number): boolean {
    let isMoving = false;
    for (const [id, stream] of this.#byLine) {
      const isRunning = Number.isFinite(realMsPerMs);
      stream.evenPerMs = isRunning
        ? stream.evenPerMs + (stream.perMs - stream.evenPerMs) * evening
        : stream.perMs;
      const isIdle = stream.count === 0 && (!isRunning || stream.evenPerMs < 1e-5);
      stream.aim = isIdle ? 0 : streamPart(style, stream.count, stream.flightMs * realMsPerMs);
      stream.part += (stream.aim - stream.part) * nearing;
      if (Math.abs(stream.aim - stream.part) < settled) stream.part = stream.aim;
      else isMoving = true;
      if (isIdle && stream.part === 0) this.#byLine.delete(id);
    }
    return isMoving;
  }

  #streamOf(id: string, line: SampledLine): Stream {
    const known = this.#byLine.get(id);
    if (known !== undefined && known.line === line) return known;
    const fresh = {
      isReverse: false,
      count: 0,
      perMs: 0,
      evenPerMs: 0,
      part: 0,
      aim: 0,
      flightMs: 1,
      ...known,
      line,
    };
    this.#byLine.set(id, fresh);
    return fresh;
  }

  readonly partOf = (lineId: string): number => this.#byLine.get(lineId)?.part ?? 0;

  paint(
    g: CanvasRenderingContext2D,
    [left, top, zoom]: Transform,
    playheadMs: number,
    palette: Palette,
  ): void {
    for (const stream of this.#byLine.values()) {
      if (stream.part < 0.02) continue;
      const perSecond = stream.evenPerMs * 1_000;
      const weight = Math.min(1, Math.log10(1 + perSecond) / 4);
      const { points } = stream.line;
      g.globalAlpha = stream.part;
      g.beginPath();
      g.moveTo((points[0] as number) * zoom + left, (points[1] as number) * zoom + top);
      for (let index = 1; index <= stretchCount; index++) {
        g.lineTo(
          (points[index * 2] as number) * zoom + left,
          (points[index * 2 + 1] as number) * zoom + top,
        );
      }
      g.lineJoin = 'round';
      g.lineCap = 'butt';
      g.strokeStyle = palette.accent;
      g.lineWidth = (2 + 5 * weight) * Math.max(0.6, Math.min(1.4, zoom));
      g.globalAlpha = stream.part * 0.28;
      g.stroke();
      const dash = 4 + 10 * weight;
      const gap = 16 - 11 * weight;
      g.setLineDash([dash, gap]);
      // The dashes move as fast as the messages do, but never so fast that they seem to go back.
      const run = (playheadMs * stream.line.length * zoom) / Math.max(stream.flightMs, 1);
      g.lineDashOffset = (stream.isReverse ? 1 : -1) * (slowed(run) % (dash + gap));
      g.globalAlpha = stream.part * 0.9;
      g.stroke();
      g.setLineDash([]);
      const middle = stretchCount;
      const x = (points[middle] as number) * zoom + left;
      const y = (points[middle + 1] as number) * zoom + top;
      g.globalAlpha = stream.part;
      writeBeside(g, rateText(perSecond), x + 10, y - 16, palette);
    }
    g.globalAlpha = 1;
  }
}

const slowed = (run: number): number => run / 4;

/** `1,250/s`, of virtual time. */
export function rateText(perSecond: number): string {
  if (perSecond >= 9_950) return `${(perSecond / 1_000).toFixed(0)}k/s`;
  if (perSecond >= 995) return `${(perSecond / 1_000).toFixed(1)}k/s`;
  return perSecond >= 9.95 ? `${perSecond.toFixed(0)}/s` : `${perSecond.toFixed(1)}/s`;
}
