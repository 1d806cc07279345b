/**
 * How a thing on the canvas is named: `queue:orders`, `client:shop`, and in another virtual host than
 * `/`, `queue:orders@staging`. An `@` and a `%` in a name are written `%40` and `%25`, so that the
 * key can be read back.
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

/** Null for what is no key. */
export function parseNodeKey(key: string): NodeName | null {
  const colon = key.indexOf(':');
  const kind = key.slice(0, colon);
  if (colon === -1 || !kinds.includes(kind)) return null;
  const [name = '', vhost = '/'] = key.slice(colon + 1).split('@');
  return { kind: kind as NodeKind, name: unescaped(name), vhost: unescaped(vhost) };
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('@', '%40');
const unescaped = (text: string): string => text.replaceAll('%40', '@').replaceAll('%25', '%');
