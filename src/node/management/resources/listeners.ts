/** Where the node can be reached, and by which protocol. */
import { nodeName } from '#engine';
import type { Call } from '../call.ts';
import type { Fields } from '../json.ts';

interface Listener extends Fields {
  readonly protocol: string;
  readonly port: number;
}

export function listenersOf({ node, port }: Pick<Call, 'node' | 'port'>): readonly Listener[] {
  const { listensAt } = node.running;
  const host = listensAt?.host ?? '127.0.0.1';
  const common = { node: nodeName, ip_address: host === 'localhost' ? '127.0.0.1' : host };
  return [
    ...(listensAt === null
      ? []
      : [{ ...common, protocol: 'amqp' as const, port: listensAt.port, socket_opts: {} }]),
    { ...common, protocol: 'http', port, socket_opts: { port } },
  ];
}
