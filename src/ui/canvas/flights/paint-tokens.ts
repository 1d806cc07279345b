/**
 * Paints the tokens. Up to a few hundred are drawn one by one, rounded and numbered; above, plain
 * squares and no more than one for each cell of four pixels, because those beneath cannot be seen:
 * so five thousand cost as little as one thousand.
 */
import { colourIndexOf } from '#app';
import type { Flight } from '#sim';
import { smoothStep } from './level-of-detail.ts';
import type { Detail } from './level-of-detail.ts';
import { messageColourCount } from './palette.ts';
import type { Palette } from './palette.ts';
import { isSmall } from './token-field.ts';
import type { TokenField } from './token-field.ts';

export interface TokenPicture {
  readonly field: TokenField;
  readonly detail: Detail;
  readonly palette: Palette;
  readonly width: number;
  readonly height: number;
  /** How much of each flight is a stream instead, 0 to 1, by its line. */
  readonly streamPartOf: (lineId: string) => number;
  /** The message that is looked at, that which is followed, and that under the pointer. */
  readonly marked: ReadonlySet<number>;
}

export function paintTokens(g: CanvasRenderingContext2D, picture: TokenPicture): void {
  if (picture.detail.isFine) paintFine(g, picture);
  else paintCells(g, picture);
  if (picture.marked.size > 0) paintMarks(g, picture);
}

const cellSize = 4;
let cells = new Uint8Array(0);

function paintCells(g: CanvasRenderingContext2D, picture: TokenPicture): void {
  const { field, detail, palette, width, height, streamPartOf } = picture;
  const columns = Math.ceil(width / cellSize);
  const size = columns * Math.ceil(height / cellSize);
  if (cells.length < size) cells = new Uint8Array(size);
  cells.fill(0, 0, size);
  let lastColour = -1;
  for (let index = 0; index < field.count; index++) {
    const way = field.lines[index];
    if (way === null || way === undefined) continue;
    const x = field.x[index] as number;
    const y = field.y[index] as number;
    if (x < 0 || y < 0 || x >= width || y >= height) continue;
    const cell = ((y / cellSize) | 0) * columns + ((x / cellSize) | 0);
    if (cells[cell] === 1) continue;
    const alpha = 1 - streamPartOf(way.id);
    if (alpha <= 0.02) continue;
    cells[cell] = 1;
    const flight = field.flights[index] as Flight;
    const colour = colourIndexOf(flight.message);
    if (colour !== lastColour) {
      g.fillStyle = palette.messages[colour] as string;
      lastColour = colour;
    }
    g.globalAlpha = alpha;
    const reach = isSmall(flight.kind) ? 1.5 : detail.reach;
    g.fillRect((x - reach) | 0, (y - reach) | 0, Math.round(reach * 2), Math.round(reach * 2));
  }
  g.globalAlpha = 1;
}

function paintFine(g: CanvasRenderingContext2D, picture: TokenPicture): void {
  const { field, detail, palette, streamPartOf } = picture;
  for (let index = 0; index < field.count; index++) {
    const way = field.lines[index];
    if (way === null || way === undefined) continue;
    const x = field.x[index] as number;
    const y = field.y[index] as number;
    if (x < -40 || y < -40 || x > picture.width + 160 || y > picture.height + 40) continue;
    g.globalAlpha = 1 - streamPartOf(way.id);
    if (g.globalAlpha < 0.02) continue;
    const flight = field.flights[index] as Flight;
    if (isSmall(flight.kind)) paintSmall(g, flight, x, y, palette);
    else paintMessage(g, flight, x, y, detail, palette);
    if (detail.keys > 0.02 && saysKey(flight)) {
      // Near a node there is no room for it.
      const room = smoothStep(18, 42, field.fromEnd[index] as number);
      g.globalAlpha *= detail.keys * room;
      if (g.globalAlpha > 0.02) {
        writeText(g, shortened(flight.routingKey), x, y - detail.reach - 9, palette, 'center');
      }
    }
  }
  g.globalAlpha = 1;
}

/** An acknowledgement or a confirm: a dot in the colour of its message. */
function paintSmall(
  g: CanvasRenderingContext2D,
  flight: Flight,
  x: number,
  y: number,
  palette: Palette,
): void {
  g.beginPath();
  g.arc(x, y, 3, 0, Math.PI * 2);
  g.fillStyle = palette.messages[colourIndexOf(flight.message) % messageColourCount] as string;
  g.fill();
  g.lineWidth = 1.5;
  g.strokeStyle = palette.surface;
  g.stroke();
}

function paintMessage(
  g: CanvasRenderingContext2D,
  flight: Flight,
  x: number,
  y: number,
  { reach, numbers }: Detail,
  palette: Palette,
): void {
  const alpha = g.globalAlpha;
  const colour = colourIndexOf(flight.message) % messageColourCount;
  g.beginPath();
  g.roundRect(x - reach, y - reach, reach * 2, reach * 2, reach * 0.45);
  g.fillStyle = palette.messages[colour] as string;
  g.fill();
  // The rim keeps a token apart from the line it travels on, and says what is special about it.
  const special = specialColour(flight.kind, palette);
  g.lineWidth = special === null ? 1.5 : 2;
  g.strokeStyle = special ?? palette.surface;
  g.stroke();
  if (numbers > 0.02) {
    const text = String(flight.message);
    const fontSize = Math.min(reach * 1.15, (reach * 3.1) / Math.max(2, text.length));
    g.globalAlpha = alpha * numbers;
    g.font = `600 ${fontSize.toFixed(1)}px ${palette.fontMono}`;
    g.textAlign = 'center';
    g.textBaseline = 'middle';
    g.fillStyle = palette.onMessages[colour] as string;
    g.fillText(text, x, y + 0.5);
  }
  g.globalAlpha = alpha;
}

/** Where a binding says what it takes, the key is not said again. */
const saysKey = ({ kind, routingKey }: Flight): boolean =>
  routingKey !== '' && kind !== 'route' && !isSmall(kind);

const keyTextMax = 24;
const shortened = (text: string): string =>
  text.length <= keyTextMax ? text : `${text.slice(0, keyTextMax - 1)}…`;

/** Text with a halo, readable over lines. */
export function writeText(
  g: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  palette: Palette,
  align: 'left' | 'center' = 'left',
): void {
  g.font = `500 10.5px ${palette.fontMono}`;
  g.textAlign = align;
  g.textBaseline = 'middle';
  g.lineJoin = 'round';
  g.lineWidth = 4;
  g.strokeStyle = palette.surface;
  g.strokeText(text, x, y);
  g.fillStyle = palette.dim;
  g.fillText(text, x, y);
}

function specialColour(kind: Flight['kind'], palette: Palette): string | null {
  if (kind === 'dead-letter' || kind === 'return') return palette.deadLetter;
  return kind === 'alternate' ? palette.warning : null;
}

function paintMarks(g: CanvasRenderingContext2D, picture: TokenPicture): void {
  const { field, detail, palette, marked } = picture;
  for (let index = 0; index < field.count; index++) {
    const flight = field.flights[index] as Flight;
    if (!marked.has(flight.message) || field.lines[index] === null) continue;
    const reach = isSmall(flight.kind) ? 4 : detail.reach;
    g.beginPath();
    g.arc(field.x[index] as number, field.y[index] as number, reach + 6, 0, Math.PI * 2);
    g.lineWidth = 2;
    g.strokeStyle = palette.accent;
    g.stroke();
  }
}
