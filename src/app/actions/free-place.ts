/** Where on the canvas there is room for one more thing. */
import type { Scenario } from '#scenario';

/** As large as the largest node with some room round it. */
const width = 280;
const height = 130;

type Place = readonly [x: number, y: number];

/**
 * A top left corner near `centre` where nothing lies yet; near what is there already, where no centre
 * is known. Goes down first, as things of one kind stand below one another.
 */
export function freePlace({ positions }: Scenario, centre: Place | null): Place {
  const taken = Object.values(positions);
  const [startX, startY] = centre ?? middleOf(taken);
  for (let ring = 0; ring < 40; ring++) {
    for (const [x, y] of ringAround(startX - width / 2, startY - height / 2, ring)) {
      if (!taken.some((other) => overlaps([x, y], other))) return [Math.round(x), Math.round(y)];
    }
  }
  return [Math.round(startX), Math.round(startY)];
}

const overlaps = ([x, y]: Place, [otherX, otherY]: Place): boolean =>
  Math.abs(x - otherX) < width && Math.abs(y - otherY) < height;

function middleOf(places: readonly Place[]): Place {
  if (places.length === 0) return [0, 0];
  const xs = places.map(([x]) => x);
  const ys = places.map(([, y]) => y);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

/** The cells at that distance: below first, then above, then to the sides. */
function ringAround(x: number, y: number, ring: number): readonly Place[] {
  if (ring === 0) return [[x, y]];
  const cells: Place[] = [];
  for (let column = -ring; column <= ring; column++) {
    for (let row = -ring; row <= ring; row++) {
      if (Math.max(Math.abs(column), Math.abs(row)) !== ring) continue;
      cells.push([x + column * width, y + row * height]);
    }
  }
  return cells.toSorted((one, other) => costOf(one, x, y) - costOf(other, x, y));
}

const costOf = ([cellX, cellY]: Place, x: number, y: number): number =>
  Math.abs(cellX - x) * 2 + Math.abs(cellY - y) + (cellY < y ? 1 : 0);
