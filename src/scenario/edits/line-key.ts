/**
 * The lines of the canvas have keys as well, `kind|from|to`. Nothing in the document is a line: it may
 * stand for several bindings, or for what one of its ends says of the other.
 */
export interface LineKey {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

/** Null for what is no key of a line. Bindings are told apart by keys that may hold any character. */
export function parseLineKey(key: string): LineKey | null {
  const [kind, from, to, ...more] = key.split('|');
  if (key.startsWith('binding:') || kind === undefined || from === undefined) return null;
  return to === undefined || more.length > 0 ? null : { kind, from, to };
}
