import { describe, expect, it } from 'vitest';
import { migrate } from './index.ts';
import type { Migration } from './index.ts';

const steps: readonly Migration[] = [
  { to: 2, up: ({ name, ...others }) => ({ ...others, title: name }) },
  { to: 3, up: (document) => ({ ...document, seed: 1 }) },
];

describe('a document', () => {
  it('of the first version goes through all migrations in turn', () => {
    const first = { version: 1, name: 'Orders' };
    expect(migrate(first, 1, steps)).toEqual({ version: 3, title: 'Orders', seed: 1 });
    expect(first).toEqual({ version: 1, name: 'Orders' });
  });

  it('of a later version goes through those that came after it', () => {
    const second = { version: 2, title: 'Orders', name: 'kept' };
    expect(migrate(second, 2, steps)).toEqual({ ...second, version: 3, seed: 1 });
  });

  it('of the current version stays as it is', () => {
    const third = { version: 3 };
    expect(migrate(third, 3, steps)).toBe(third);
  });
});
