/** Brings the selected things into line. */
import type { App } from '../app.ts';
import type { Action } from './action.ts';
import { selectedNodeKeys } from './selected-nodes.ts';

type Place = readonly [number, number];

const aligning = (
  id: string,
  label: string,
  align: (place: Place, all: readonly Place[]) => Place,
): Action => ({
  id,
  label,
  group: 'Arrange',
  keywords: 'align line up',
  isEnabled: (app) => placedKeys(app).length > 1,
  perform: (app) => {
    const keys = placedKeys(app);
    app.document.getState().edit(label, (scenario) => {
      const { positions } = scenario;
      const all = keys.flatMap((key) => (positions[key] === undefined ? [] : [positions[key]]));
      const moved = keys.flatMap((key) => {
        const place = positions[key];
        return place === undefined ? [] : [[key, align(place, all)] as const];
      });
      return { ...scenario, positions: { ...positions, ...Object.fromEntries(moved) } };
    });
  },
});

const placedKeys = (app: App): readonly string[] => {
  const { positions } = app.document.getState().scenario;
  return selectedNodeKeys(app).filter((key) => positions[key] !== undefined);
};

export const alignLeft = aligning('align-left', 'Align left edges', ([, y], all) => [
  Math.min(...all.map(([x]) => x)),
  y,
]);

export const alignTop = aligning('align-top', 'Align top edges', ([x], all) => [
  x,
  Math.min(...all.map(([, y]) => y)),
]);
