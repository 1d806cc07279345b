/**
 * For those who want no motion: the lines on which something is on its way are highlighted, and the
 * numbers of the messages stand beside them. Nothing moves; the picture changes when a flight begins
 * or ends.
 */
import { stretchCount } from '../edges/curve.ts';
import type { Rectangle } from '../edges/place-chips.ts';
import { clipOut } from './clip-out.ts';
import type { FlightLine } from './flight-lines.ts';
import type { Palette } from './palette.ts';
import { writeText } from './paint-tokens.ts';
import { isSmall } from './token-field.ts';
import type { TokenField, Transform } from './token-field.ts';

const numbersMax = 3;

export function paintHighlights(
  g: CanvasRenderingContext2D,
  field: TokenField,
  transform: Transform,
  palette: Palette,
  covered: Iterable<Rectangle>,
): void {
  const onLine = new Map<FlightLine, number[]>();
  for (let index = 0; index < field.count; index++) {
    const way = field.lines[index];
    const flight = field.flights[index];
    if (way === null || way === undefined || flight === undefined || isSmall(flight.kind)) continue;
    const numbers = onLine.get(way) ?? [];
    onLine.set(way, numbers);
    numbers.push(flight.message);
  }
  g.save();
  clipOut(g, covered, transform);
  g.lineWidth = 4;
  g.globalAlpha = 0.8;
  g.strokeStyle = palette.accent;
  for (const way of onLine.keys()) {
    tracePath(g, way, transform);
    g.stroke();
  }
  g.restore();
  for (const [way, numbers] of onLine) {
    const [left, top, zoom] = transform;
    const { x, y } = way.wordsAt;
    writeText(g, numbersText(numbers), x * zoom + left, y * zoom + top, palette, 'center');
  }
}

function numbersText(numbers: readonly number[]): string {
  const first = numbers.slice(0, numbersMax).map((number) => `#${number}`);
  const rest = numbers.length - first.length;
  return rest > 0 ? `${first.join(' ')} and ${rest} more` : first.join(' ');
}

export function tracePath(
  g: CanvasRenderingContext2D,
  { line: { points } }: Pick<FlightLine, 'line'>,
  [left, top, zoom]: Transform,
): void {
  g.beginPath();
  g.moveTo((points[0] as number) * zoom + left, (points[1] as number) * zoom + top);
  for (let index = 1; index <= stretchCount; index++) {
    g.lineTo(
      (points[index * 2] as number) * zoom + left,
      (points[index * 2 + 1] as number) * zoom + top,
    );
  }
  g.lineJoin = 'round';
}
