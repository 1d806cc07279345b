/**
 * The curve of a line, and the points along it that flights follow.
 *
 * A cubic Bézier curve is walked once, when it is laid out, and kept as 65 points that are equally
 * far from one another along the line; where a flight is then costs two multiplications.
 */
import { outward } from './node-box.ts';
import type { Side } from './node-box.ts';
import type { Point } from '../graph/place-things.ts';

export interface Curve {
  readonly start: Point;
  readonly startControl: Point;
  readonly endControl: Point;
  readonly end: Point;
}

const clamp = (value: number, min: number, max: number): number =>
  Math.max(min, Math.min(max, value));

/** A smooth way out of one side and straight into the other. */
export function curveBetween(start: Point, from: Side, end: Point, to: Side): Curve {
  const reach = reachOf(start, from, end, to);
  const out = outward[from];
  const back = outward[to];
  return {
    start,
    startControl: { x: start.x + out.x * reach, y: start.y + out.y * reach },
    endControl: { x: end.x + back.x * reach, y: end.y + back.y * reach },
    end,
  };
}

/** How far a curve goes straight out before it turns. */
function reachOf(start: Point, from: Side, end: Point, to: Side): number {
  const dx = Math.abs(end.x - start.x);
  const dy = Math.abs(end.y - start.y);
  if (from === to) return clamp((dx + dy) * 0.3, 70, 200);
  const isAcross = from === 'left' || from === 'right';
  const isFacing = isAcross ? to === 'left' || to === 'right' : to === 'top' || to === 'bottom';
  if (isFacing) return clamp((isAcross ? dx : dy) * 0.5, 24, 260);
  return clamp(Math.hypot(dx, dy) * 0.45, 40, 240);
}

export function svgPathOf({ start, startControl: a, endControl: b, end }: Curve): string {
  const at = ({ x, y }: Point): string => `${round(x)},${round(y)}`;
  return `M${at(start)} C${at(a)} ${at(b)} ${at(end)}`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** So many stretches of equal length make up a sampled line. */
export const stretchCount = 64;

export interface SampledLine {
  /** x and y of 65 points, one after the other. */
  readonly points: Float32Array;
  readonly length: number;
}

const stepsPerStretch = 4;

export function sampleCurve(curve: Curve): SampledLine {
  const stepCount = stretchCount * stepsPerStretch;
  const steps: Point[] = [];
  const lengths = new Float64Array(stepCount + 1);
  for (let step = 0; step <= stepCount; step++) {
    const point = pointOfCurve(curve, step / stepCount);
    const last = steps[step - 1] ?? point;
    lengths[step] = (lengths[step - 1] ?? 0) + Math.hypot(point.x - last.x, point.y - last.y);
    steps.push(point);
  }
  const length = lengths[stepCount] ?? 0;
  const points = new Float32Array((stretchCount + 1) * 2);
  let step = 0;
  for (let index = 0; index <= stretchCount; index++) {
    const wanted = (length * index) / stretchCount;
    while (step < stepCount - 1 && (lengths[step + 1] ?? 0) < wanted) step++;
    const before = lengths[step] ?? 0;
    const span = (lengths[step + 1] ?? 0) - before;
    const part = span === 0 ? 0 : clamp((wanted - before) / span, 0, 1);
    const a = steps[step] as Point;
    const b = steps[step + 1] as Point;
    points[index * 2] = a.x + (b.x - a.x) * part;
    points[index * 2 + 1] = a.y + (b.y - a.y) * part;
  }
  return { points, length };
}

export function sampleStraight(start: Point, end: Point): SampledLine {
  const points = new Float32Array((stretchCount + 1) * 2);
  for (let index = 0; index <= stretchCount; index++) {
    points[index * 2] = start.x + ((end.x - start.x) * index) / stretchCount;
    points[index * 2 + 1] = start.y + ((end.y - start.y) * index) / stretchCount;
  }
  return { points, length: Math.hypot(end.x - start.x, end.y - start.y) };
}

function pointOfCurve({ start, startControl, endControl, end }: Curve, part: number): Point {
  const rest = 1 - part;
  const a = rest * rest * rest;
  const b = 3 * rest * rest * part;
  const c = 3 * rest * part * part;
  const d = part * part * part;
  return {
    x: a * start.x + b * startControl.x + c * endControl.x + d * end.x,
    y: a * start.y + b * startControl.y + c * endControl.y + d * end.y,
  };
}

/** The point at that part (0 to 1) of the line's length. */
export function pointAlong({ points }: SampledLine, part: number): Point {
  const exact = clamp(part, 0, 1) * stretchCount;
  const index = Math.min(stretchCount - 1, Math.floor(exact));
  const rest = exact - index;
  const x = points[index * 2] ?? 0;
  const y = points[index * 2 + 1] ?? 0;
  return {
    x: x + ((points[index * 2 + 2] ?? 0) - x) * rest,
    y: y + ((points[index * 2 + 3] ?? 0) - y) * rest,
  };
}
