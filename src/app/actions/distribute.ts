/** Gives the selected things the same distance from one another. */
import { moveThings } from '#scenario';
import type { App } from '../app.ts';
import type { Action } from './action.ts';
import { selectedNodeKeys } from './selected-nodes.ts';

type Place = readonly [number, number];

interface Placed {
  readonly key: string;
  readonly place: Place;
}

const distributing = (id: string, label: string, axis: 0 | 1): Action => ({
  id,
  label,
  group: 'Arrange',
  keywords: 'align space',
  isEnabled: (app) => placed(app).length > 2,
  perform: (app) => {
    const inOrder = placed(app).toSorted((one, other) => one.place[axis] - other.place[axis]);
    const first = inOrder[0]?.place[axis] ?? 0;
    const last = inOrder.at(-1)?.place[axis] ?? 0;
    const distance = (last - first) / Math.max(1, inOrder.length - 1);
    const moved = inOrder.map(({ key, place: [x, y] }, index): [string, Place] => {
      const there = Math.round(first + index * distance);
      return [key, axis === 0 ? [there, y] : [x, there]];
    });
    app.document
      .getState()
      .edit(label, (scenario) => moveThings(scenario, Object.fromEntries(moved)));
  },
});

function placed(app: App): readonly Placed[] {
  const { positions } = app.document.getState().scenario;
  return selectedNodeKeys(app).flatMap((key) => {
    const place = positions[key];
    return place === undefined ? [] : [{ key, place }];
  });
}

export const distributeAcross = distributing('distribute-across', 'Space evenly across', 0);
export const distributeDown = distributing('distribute-down', 'Space evenly down', 1);
