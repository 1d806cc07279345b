/**
 * How much a token shows, by how many there are. Everything fades and shrinks over a span of
 * numbers, so that one message more never changes the picture with a jump.
 */
export interface Detail {
  /** Half the width of a message's token, in pixels of the screen. */
  readonly reach: number;
  /** 0 to 1: how clearly the number is written on it. */
  readonly numbers: number;
  /** 0 to 1: how clearly the routing key is written beside it. */
  readonly keys: number;
  /** Rounded and outlined one by one; else plain squares, at most one for each cell. */
  readonly isFine: boolean;
}

/** From 0 at `low` to 1 at `high`, without a corner. */
export function smoothStep(low: number, high: number, value: number): number {
  const part = Math.max(0, Math.min(1, (value - low) / (high - low)));
  return part * part * (3 - 2 * part);
}

export const fineTokensMax = 300;

export function detailOf(tokenCount: number, zoom: number): Detail {
  const full = 9.5 - 3 * smoothStep(30, 120, tokenCount) - 3 * smoothStep(180, 420, tokenCount);
  const scale = Math.max(0.55, Math.min(1.35, zoom));
  const reach = Math.max(2, full * scale);
  const isLargeEnough = smoothStep(5.5, 6.8, reach);
  return {
    reach,
    numbers: isLargeEnough * (1 - smoothStep(60, 110, tokenCount)),
    keys: smoothStep(0.82, 0.9, zoom) * (1 - smoothStep(10, 18, tokenCount)),
    isFine: tokenCount <= fineTokensMax,
  };
}

/** How many flights on one line merge into a stream, from when on they begin to. */
const streamFrom = 140;
const streamBy = 280;
/** A flight that takes less real time than this is no more than a flicker. */
const flickerMs = 70;
const visibleMs = 170;

export type FlightStyle = 'auto' | 'tokens' | 'streams';

/** 0: tokens; 1: a stream; between the two, both, fading. */
export function streamPart(
  style: FlightStyle,
  countOnLine: number,
  /** How long a flight takes on the screen; infinite while nothing moves. */
  realMs: number,
): number {
  if (style !== 'auto') return style === 'streams' ? 1 : 0;
  const byCount = smoothStep(streamFrom, streamBy, countOnLine);
  return Math.max(byCount, 1 - smoothStep(flickerMs, visibleMs, realMs));
}
