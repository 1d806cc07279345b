/** `/api/connections`: the clients that are connected, and sending them away. */
import { nodeName } from '#engine';
import type { Connection, VhostName } from '#engine';
import { anyUser, isMonitor, refuseUnlessOwn } from '../access.ts';
import type { ConnectedClient } from '../broker-node.ts';
import { askedVhost, part } from '../call.ts';
import type { Call } from '../call.ts';
import { tableJson } from '../field-json.ts';
import type { Fields } from '../json.ts';
import { list, only, pagedList } from '../listing.ts';
import { noSuchObject } from '../reply.ts';
import type { Resource } from '../route.ts';
import { channelsOf } from './channels.ts';
import { nameOfClient, plainHost } from './connection-names.ts';

function connectionJson(known: Connection, client: ConnectedClient): Fields {
  const { info } = client.connection;
  const noRate = { rate: 0 };
  return {
    auth_mechanism: info.mechanism ?? '',
    channel_max: info.channelMax,
    channels: known.channels.length,
    client_properties: tableJson(info.clientProperties),
    connected_at: client.connectedAt,
    frame_max: info.frameMax,
    host: plainHost(client.local.host),
    name: nameOfClient(client),
    node: nodeName,
    peer_cert_issuer: null,
    peer_cert_subject: null,
    peer_cert_validity: null,
    peer_host: plainHost(client.peer.host),
    peer_port: client.peer.port,
    port: client.local.port,
    protocol: 'AMQP 0-9-1',
    recv_oct: info.receivedBytes,
    recv_oct_details: noRate,
    send_oct: info.sentBytes,
    send_oct_details: noRate,
    ssl: false,
    ssl_cipher: null,
    ssl_hash: null,
    ssl_key_exchange: null,
    ssl_protocol: null,
    state: known.held === null ? 'running' : 'blocked',
    timeout: info.heartbeatSeconds,
    type: 'network',
    user: known.user,
    ...nameGivenBy(info),
    user_who_performed_action: known.user,
    vhost: known.vhost,
  };
}

/** What the client calls its connection, if anything. */
const nameGivenBy = ({ clientProperties }: ConnectedClient['connection']['info']): Fields =>
  typeof clientProperties['connection_name'] === 'string'
    ? { user_provided_name: clientProperties['connection_name'] }
    : {};

interface Found {
  /** As the broker knows it. */
  readonly known: Connection;
  readonly client: ConnectedClient;
}

/** Those that have not logged in yet, or are gone for the broker, are not listed. */
function clientsOf({ node: { running } }: Call): readonly Found[] {
  return [...running.connections].flatMap(([id, client]) => {
    const known = running.broker.connections.get(id);
    return known === undefined ? [] : [{ known, client }];
  });
}

const json = ({ known, client }: Found): Fields => connectionJson(known, client);

/** Whoever does not watch all sees only its own. */
export const connectionsIn = (call: Call, vhost: VhostName | null): readonly Fields[] =>
  clientsOf(call)
    .filter(({ known }) => vhost === null || known.vhost === vhost)
    .filter(({ known }) => isMonitor(call.user) || known.user === call.user.name)
    .map(json);

const asked = (call: Call): Found | undefined =>
  clientsOf(call).find(({ client }) => nameOfClient(client) === part(call, 'connection'));

const ownersOnly = (call: Call): void => refuseUnlessOwn(call, asked(call)?.known.user ?? null);

const reasonIn = ({ headers }: Call): string => {
  const reason = headers['x-reason'];
  return typeof reason === 'string' ? reason : 'Closed via management plugin';
};

const one: Resource = {
  path: 'connections/:connection',
  access: ownersOnly,
  exists: (call) => asked(call) !== undefined,
  get: (call) => {
    const found = asked(call);
    if (found === undefined) throw noSuchObject();
    return only(call, json(found));
  },
  delete: (call) => asked(call)?.client.connection.closeByOperator(reasonIn(call)),
};

const channels: Resource = {
  path: 'connections/:connection/channels',
  access: ownersOnly,
  exists: (call) => asked(call) !== undefined,
  get: (call) => list(call, channelsOf(call.node, asked(call)?.known.id)),
};

const clientsOfUser = (call: Call): readonly Found[] =>
  clientsOf(call).filter(({ known }) => known.user === part(call, 'username'));

const ofUser: Resource = {
  path: 'connections/username/:username',
  access: (call) => refuseUnlessOwn(call, part(call, 'username')),
  get: (call) =>
    pagedList(
      call,
      clientsOfUser(call).map(({ known: { user, vhost }, client }) => ({
        name: nameOfClient(client),
        node: nodeName,
        user,
        vhost,
      })),
    ),
  delete: (call) => {
    for (const { client } of clientsOfUser(call)) client.connection.closeByOperator(reasonIn(call));
  },
};

export const connectionResources: readonly Resource[] = [
  {
    path: 'connections',
    access: anyUser,
    get: (call) => pagedList(call, connectionsIn(call, askedVhost(call) ?? null)),
  },
  ofUser,
  one,
  channels,
];
