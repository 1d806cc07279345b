import { expect, it } from 'vitest';
import { aRun } from '../testing/a-run.ts';
import { createUndoStore, undoEntriesMax } from './undo-store.ts';

const runs = Array.from({ length: 5 }, (_, seed) => aRun({ seed }));
const [first, second, third] = runs as [Run, Run, Run];
type Run = ReturnType<typeof aRun>;

it('gives back the runs as they were, the latest first, and again in the order they were made', () => {
  const undo = createUndoStore().getState();
  undo.remember('one', first);
  undo.remember('two', second);

  expect(undo.takeBack(third)).toMatchObject({ label: 'two', run: second });
  expect(undo.takeBack(second)).toMatchObject({ label: 'one', run: first });
  expect(undo.takeBack(first)).toBeNull();
  expect(undo.takeAgain(first)).toMatchObject({ label: 'one', run: second });
  expect(undo.takeAgain(second)).toMatchObject({ label: 'two', run: third });
  expect(undo.takeAgain(third)).toBeNull();
});

it('forgets what was undone as soon as something else is done', () => {
  const store = createUndoStore();
  store.getState().remember('one', first);
  store.getState().takeBack(second);
  store.getState().remember('other', first);

  expect(store.getState().future).toEqual([]);
});

it('takes entries in a row with the same key for one step', () => {
  const store = createUndoStore();
  store.getState().remember('type', first, 'text');
  store.getState().remember('type', second, 'text');

  expect(store.getState().past).toMatchObject([{ run: first }]);
});

it('does not let a step grow any more that was undone and done again', () => {
  const store = createUndoStore();
  store.getState().remember('type', first, 'text');
  store.getState().takeBack(second);
  store.getState().takeAgain(first);
  store.getState().remember('type', second, 'text');

  expect(store.getState().past).toHaveLength(2);
});

it('keeps so many steps and no more', () => {
  const store = createUndoStore();
  for (let step = 0; step < undoEntriesMax + 50; step++)
    store.getState().remember(`${step}`, first);

  expect(store.getState().past).toHaveLength(undoEntriesMax);
  expect(store.getState().past.at(-1)?.label).toBe(`${undoEntriesMax + 49}`);
});
