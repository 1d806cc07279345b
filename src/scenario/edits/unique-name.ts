/** A name that nothing in the document has: `queue`, then `queue-2`, and so on. */
import type { Scenario } from '../schema.ts';

export function uniqueName({ exchanges, queues, clients }: Scenario, base: string): string {
  const taken = new Set([...exchanges, ...queues, ...clients].map(({ name }) => name));
  // `billing-2` goes on as `billing-3`.
  const stem = base.replace(/-\d+$/, '');
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) {
    const name = `${stem}-${number}`;
    if (!taken.has(name)) return name;
  }
}
