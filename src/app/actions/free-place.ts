/** Where on the canvas there is room for one more thing. */
import type { Scenario } from '#scenario';

/** As large as the largest node with some room round it. */
const width = 272;
const height = 120;
const gridPx = 40;
const reachMax = 60;

type Place = readonly [x: number, y: number];

/**
 * A top left corner as near to `centre` as there is room; near what is there already, where no centre
 * is known.
 */
export function freePlace({ positions }: Scenario, centre: Place | null): Place {
  const taken = Object.values(positions);
  const [middleX, middleY] = centre ?? middleOf(taken);
  const start: Place = [middleX - width / 2, middleY - height / 2];
  for (let reach = 0; reach <= reachMax; reach++) {
    const free = ringAround(start, reach).filter(
      (place) => !taken.some((other) => overlaps(place, other)),
    );
    const nearest = free.toSorted((one, other) => costOf(one, start) - costOf(other, start))[0];
    if (nearest !== undefined) return [Math.round(nearest[0]), Math.round(nearest[1])];
  }
  return [Math.round(start[0]), Math.round(start[1])];
}

const overlaps = ([x, y]: Place, [otherX, otherY]: Place): boolean =>
  Math.abs(x - otherX) < width && Math.abs(y - otherY) < height;

function middleOf(places: readonly Place[]): Place {
  if (places.length === 0) return [0, 0];
  const xs = places.map(([x]) => x);
  const ys = places.map(([, y]) => y);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

/** The points of the grid that are so many steps away, in one direction or the other. */
function ringAround([x, y]: Place, reach: number): readonly Place[] {
  if (reach === 0) return [[x, y]];
  const places: Place[] = [];
  for (let step = -reach; step <= reach; step++) {
    const [along, away] = [step * gridPx, reach * gridPx];
    places.push([x + along, y + away], [x + along, y - away]);
    places.push([x + away, y + along], [x - away, y + along]);
  }
  return places;
}

/** Straight below is best, as things of one kind stand below one another; then straight above. */
const costOf = ([x, y]: Place, [startX, startY]: Place): number =>
  Math.abs(x - startX) + (y < startY ? 1 : 0);
