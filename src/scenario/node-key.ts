/**
 * How a thing on the canvas is named: `queue:orders`, `client:shop`, and in another virtual host than
 * `/`, `queue:orders@staging`. What has a meaning in keys is escaped in names, `@` as `%40`, so that a
 * key can be read back; and `|`, which stands between the keys of a line's ends, as `%7C`.
 */
export type NodeKind = 'queue' | 'exchange' | 'client';

export interface NodeName {
  readonly kind: NodeKind;
  readonly name: string;
  readonly vhost: string;
}

const kinds: readonly string[] = ['queue', 'exchange', 'client'] satisfies NodeKind[];

/** Clients are told apart by name alone, whatever virtual host they use. */
export function nodeKeyOf(kind: NodeKind, name: string, vhost = '/'): string {
  if (kind === 'client' || vhost === '/') return `${kind}:${escaped(name)}`;
  return `${kind}:${escaped(name)}@${escaped(vhost)}`;
}

/** Null for what is no key, such as that of a binding. */
export function parseNodeKey(key: string): NodeName | null {
  const colon = key.indexOf(':');
  const kind = key.slice(0, colon);
  if (colon === -1 || !kinds.includes(kind)) return null;
  const [name = '', vhost = '/', ...more] = key.slice(colon + 1).split('@');
  if (name === '' || vhost === '' || more.length > 0 || key.includes('|')) return null;
  return { kind: kind as NodeKind, name: unescaped(name), vhost: unescaped(vhost) };
}

const escaped = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('@', '%40').replaceAll('|', '%7C');

/** The percent sign last: it may be the beginning of what was escaped itself. */
const unescaped = (text: string): string =>
  text.replaceAll('%7C', '|').replaceAll('%40', '@').replaceAll('%25', '%');
