/** Keeps what is painted along the lines off what lies over them: nodes, and the chips of bindings. */
import type { EdgeLines } from '../edges/lay-out-edges.ts';
import type { Rectangle } from '../edges/place-chips.ts';
import type { Transform } from './token-field.ts';

const everywhere = 1e5;

/**
 * Until the context is restored, nothing is painted on these; but for where two of them overlap, which
 * is rare and small, and not worth a clip for each.
 */
export function clipOut(
  g: CanvasRenderingContext2D,
  covered: Iterable<Rectangle>,
  [left, top, zoom]: Transform,
): void {
  g.beginPath();
  g.rect(-everywhere, -everywhere, everywhere * 2, everywhere * 2);
  for (const { x, y, width, height } of covered) {
    g.rect(x * zoom + left, y * zoom + top, width * zoom, height * zoom);
  }
  g.clip('evenodd');
}

export function* coveredBy(
  boxes: ReadonlyMap<string, Rectangle>,
  lines: EdgeLines,
): Generator<Rectangle> {
  yield* boxes.values();
  for (const { chipsBox } of lines.values()) if (chipsBox !== null) yield chipsBox;
}
