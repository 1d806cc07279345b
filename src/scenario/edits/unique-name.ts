/** A name that nothing in the document has: `queue`, then `queue-2`, and so on. */
import type { Scenario } from '../schema.ts';

export function uniqueName(
  { exchanges, queues, clients }: Pick<Scenario, 'exchanges' | 'queues' | 'clients'>,
  base: string,
  alsoTaken: Iterable<string> = [],
): string {
  const taken = new Set(alsoTaken);
  for (const { name } of [...exchanges, ...queues, ...clients]) taken.add(name);
  if (!taken.has(base)) return base;
  // `billing-2` goes on as `billing-3`.
  const [, stem = base, last = '1'] = /^(.+)-(\d{1,9})$/s.exec(base) ?? [];
  for (let number = Number(last) + 1; ; number++) {
    const name = `${fitting(stem)}-${number}`;
    if (!taken.has(name)) return name;
  }
}

/** Names have at most 255 bytes; one that may be too long with a number gives way to it. */
const fitting = (stem: string): string =>
  stem.length > 60 ? Array.from(stem).slice(0, 60).join('') : stem;
