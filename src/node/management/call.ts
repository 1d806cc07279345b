/** A request that is understood as far as its path, and whoever makes it. */
import type { IncomingHttpHeaders } from 'node:http';
import type { User, VhostName } from '#engine';
import type { BrokerNode } from './broker-node.ts';
import { notFound } from './reply.ts';

export interface Call {
  readonly method: string;
  /** The named parts of the path, decoded. */
  readonly parts: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The port at which it was asked. */
  readonly port: number;
  readonly user: User;
  readonly password: string;
  readonly node: BrokerNode;
}

export const part = ({ parts }: Call, name: string): string => parts[name] ?? '';

/** The default exchange has no name that could stand in a path. */
export const exchangePart = (call: Call, name: string): string =>
  part(call, name) === 'amq.default' ? '' : part(call, name);

export const queryText = ({ query }: Call, name: string): string | undefined =>
  query.get(name) ?? undefined;

export const isAsked = ({ query }: Call, name: string): boolean => query.get(name) === 'true';

/** The virtual host of the path or the header: null where none is asked for, undefined if unknown. */
export function askedVhost({ parts, headers, node }: Call): VhostName | null | undefined {
  const header = headers['x-vhost'];
  const named = parts['vhost'] ?? (typeof header === 'string' && header !== '' ? header : null);
  if (named === null) return null;
  return node.running.broker.vhosts.has(named as VhostName) ? (named as VhostName) : undefined;
}

/** For paths that name one. */
export function vhostOf(call: Call): VhostName {
  const vhost = askedVhost(call);
  if (vhost === undefined || vhost === null) throw notFound('vhost_not_found');
  return vhost;
}
