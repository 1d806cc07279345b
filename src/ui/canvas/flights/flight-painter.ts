/**
 * Paints the flights over the graph, and only when the picture has changed: there is no loop. What
 * changes it asks for a picture; however many ask, there is one in a frame. While a run plays it is
 * painted in the very frame in which the playhead moved, so that tokens and nodes agree.
 */
import { flightsIn } from '#app';
import type { Flight } from '#sim';
import { coveredBy } from './clip-out.ts';
import { FlightLines } from './flight-lines.ts';
import { detailOf } from './level-of-detail.ts';
import { paintHighlights } from './paint-highlights.ts';
import { paintTokens } from './paint-tokens.ts';
import { readPalette } from './palette.ts';
import type { Palette } from './palette.ts';
import type { PictureSource } from './picture-source.ts';
import { Streams } from './streams.ts';
import { TokenField } from './token-field.ts';

/** More pixels than that cost time and cannot be told apart. */
const pixelRatioMax = 2;

export class FlightPainter {
  readonly field = new TokenField();
  readonly #element: HTMLCanvasElement;
  readonly #source: PictureSource;
  readonly #onPainted: () => void;
  readonly #streams = new Streams();
  #palette: Palette | null = null;
  #lines: FlightLines | null = null;
  #linesOf: unknown = null;
  #width = 0;
  #height = 0;
  #frame: number | null = null;
  #isQueued = false;
  #isClean = true;
  #isDisposed = false;
  #hovered: number | null = null;

  constructor(element: HTMLCanvasElement, source: PictureSource, onPainted: () => void) {
    this.#element = element;
    this.#source = source;
    this.#onPainted = onPainted;
  }

  dispose(): void {
    this.#isDisposed = true;
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
  }

  /** A picture with the next frame. */
  request(): void {
    if (this.#isDisposed) return;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.paint();
    });
  }

  /** A picture in this frame, once whoever asks has done what there is to do. */
  requestNow(): void {
    if (this.#isQueued || this.#isDisposed) return;
    this.#isQueued = true;
    queueMicrotask(() => {
      this.#isQueued = false;
      if (this.#isDisposed) return;
      if (this.#frame !== null) cancelAnimationFrame(this.#frame);
      this.#frame = null;
      this.paint();
    });
  }

  forgetColours(): void {
    this.#palette = null;
    this.request();
  }

  hover(message: number | null): void {
    if (message === this.#hovered) return;
    this.#hovered = message;
    this.request();
  }

  resize(width: number, height: number): void {
    const ratio = Math.min(pixelRatioMax, devicePixelRatio || 1);
    this.#width = width;
    this.#height = height;
    this.#element.width = Math.round(width * ratio);
    this.#element.height = Math.round(height * ratio);
    this.#element.getContext('2d')?.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.request();
  }

  /** The token under a point of the pane. */
  at(x: number, y: number, reach: number): Flight | null {
    return this.#source.prefersStill() ? null : this.field.at(x, y, reach);
  }

  paint(): void {
    const { history, playheadMs, isPlaying, speed } = this.#source.playback();
    const { flightStyle, boxes, lines } = this.#source.canvas.getState();
    const transform = this.#source.transform();
    const flights = flightsIn(history, playheadMs);
    this.field.place(flights, playheadMs, transform, this.#currentLines());
    const realMsPerMs = isPlaying ? 1 / speed : Infinity;
    if (this.#streams.update(this.field, flightStyle, realMsPerMs)) this.request();

    const g = this.#element.getContext('2d');
    if (g === null) return;
    if (!this.#isClean) g.clearRect(0, 0, this.#width, this.#height);
    this.#palette ??= readPalette(this.#element);
    const palette = this.#palette;
    if (this.#source.prefersStill()) {
      paintHighlights(g, this.field, transform, palette, coveredBy(boxes, lines));
    } else {
      this.#streams.paint(g, transform, playheadMs, palette, coveredBy(boxes, lines));
      paintTokens(g, {
        field: this.field,
        detail: detailOf(flights.length, transform[2]),
        palette,
        width: this.#width,
        height: this.#height,
        streamPartOf: this.#streams.partOf,
        marked: this.#marked(),
      });
    }
    this.#isClean = flights.length === 0 && !this.#streams.isVisible;
    this.#onPainted();
  }

  #currentLines(): FlightLines {
    const { graph, lines, boxes } = this.#source.canvas.getState();
    if (this.#lines === null || this.#linesOf !== lines) {
      this.#lines = new FlightLines(graph.edges, lines, boxes);
      this.#linesOf = lines;
    }
    return this.#lines;
  }

  #marked(): ReadonlySet<number> {
    const { message, followed } = this.#source.view.getState();
    const marked = new Set<number>();
    for (const one of [message, followed, this.#hovered]) if (one !== null) marked.add(one);
    return marked;
  }
}
