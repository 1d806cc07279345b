/** What the canvas shows a client as. */
import type { ClientSpec } from './schema.ts';

export type ClientKind = 'producer' | 'consumer' | 'app';

export function clientKindOf({
  publishers,
  consumers,
  program,
}: Pick<ClientSpec, 'publishers' | 'consumers' | 'program'>): ClientKind {
  if (program !== undefined) return 'app';
  if (publishers.length === 1 && consumers.length === 0) return 'producer';
  if (publishers.length === 0 && consumers.length === 1) return 'consumer';
  return 'app';
}
