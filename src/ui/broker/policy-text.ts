/** Policies in words. */
import type { FieldValue } from '#engine';
import type { PolicyKind } from '#scenario';

export type { PolicyKind } from '#scenario';

export const policyWord = (kind: PolicyKind): string =>
  kind === 'policies' ? 'policy' : 'operator policy';

/** `30000`, `drop-head`, `(default exchange)`. */
export function valueText(key: string, value: FieldValue): string {
  if (value === '' && key.endsWith('-exchange')) return '(default exchange)';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** RabbitMQ's own exchanges, by which a list is not to be flooded. */
export const isBuiltIn = (name: string): boolean => name === '' || name.startsWith('amq.');
