/** Publishing a message over HTTP and getting some, as the management page does. */
import { bytesOf, isWellFormed, textOf } from '#base';
import type { ExchangeName, Frame, Properties, QueueName } from '#engine';
import { usersOfVhost } from '../access.ts';
import { readFields, readInteger } from '../body.ts';
import { exchangePart, part, vhostOf } from '../call.ts';
import type { Call } from '../call.ts';
import { onChannel, refusedFor } from '../direct-request.ts';
import { Refused } from '../hidden-channel.ts';
import type { Ask } from '../hidden-channel.ts';
import type { Fields, Json } from '../json.ts';
import { only } from '../listing.ts';
import { badRequest, blocked } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { Resource } from '../route.ts';
import { propertiesJson, readProperties } from './properties-json.ts';
import { isBase64 } from './user-json.ts';

function publish(call: Call): Reply {
  const names = ['routing_key', 'properties', 'payload', 'payload_encoding'];
  const fields = readFields(call, names);
  const { routing_key: routingKey, payload, payload_encoding: encoding = null } = fields;
  if (typeof payload !== 'string') throw badRequest('payload_not_string');
  if (typeof routingKey !== 'string') throw badRequest(['not_string', 'routing_key']);
  const properties = readProperties(fields['properties']);
  const body = decoded(payload, encoding);
  vhostOf(call);
  const frames = onChannel(call, (ask) => {
    ask({ type: 'confirm.select' });
    try {
      return ask({
        type: 'basic.publish',
        exchange: exchangePart(call, 'exchange') as ExchangeName,
        routingKey,
        mandatory: true,
        properties,
        body,
      });
    } catch (error) {
      throw error instanceof Refused ? refusedFor(error) : error;
    }
  });
  return { status: 200, body: only(call, { routed: isRouted(frames) }) };
}

function isRouted(frames: readonly Frame[]): boolean {
  const types = new Set(frames.map(({ type }) => type));
  if (types.has('basic.nack'))
    throw badRequest('rejected Unable to publish message. Check queue limits.');
  if (types.has('connection.blocked')) throw blocked();
  return !types.has('basic.return');
}

function decoded(payload: string, encoding: Json): string {
  if (encoding === 'string') return payload;
  if (encoding !== 'base64') throw badRequest(['unsupported_encoding', encoding]);
  if (!isBase64(payload)) throw badRequest(['not_base64', payload]);
  return textOf(new Uint8Array(Buffer.from(payload, 'base64')));
}

/** How each mode gets, and whether what it has got goes back. */
const modes: Readonly<Record<string, { readonly noAck: boolean; readonly requeue: boolean }>> = {
  ack_requeue_false: { noAck: true, requeue: false },
  ack_requeue_true: { noAck: false, requeue: true },
  reject_requeue_false: { noAck: false, requeue: false },
  reject_requeue_true: { noAck: false, requeue: true },
};

interface GetWish {
  readonly ackMode: string;
  readonly count: number;
  readonly isBase64: boolean;
  /** Bytes. */
  readonly truncateAt: number;
}

function readWish(call: Call): GetWish {
  const fields = readFields(call, ['ackmode', 'count', 'encoding']);
  const { ackmode, count = 0, encoding = null, truncate } = fields;
  if (encoding !== 'auto' && encoding !== 'base64')
    throw badRequest('Unsupported encoding. Please use auto or base64.');
  if (typeof ackmode !== 'string' || !Object.hasOwn(modes, ackmode))
    throw badRequest(['unsupported_ackmode', ackmode ?? null]);
  return {
    ackMode: ackmode,
    count: readInteger(count),
    isBase64: encoding === 'base64',
    truncateAt: truncate === undefined ? Infinity : readInteger(truncate),
  };
}

function get(call: Call): Reply {
  const wish = readWish(call);
  vhostOf(call);
  const messages = onChannel(call, (ask) => getMessages(call, wish, ask));
  return { status: 200, body: only(call, messages) };
}

function getMessages(call: Call, wish: GetWish, ask: Ask): readonly Fields[] {
  const { noAck = true, requeue = false } = modes[wish.ackMode] ?? {};
  const queue = part(call, 'queue') as QueueName;
  const got: GetOk[] = [];
  // A queue never has fewer than none; a negative count gets all of them.
  while (got.length !== wish.count) {
    const found = ask({ type: 'basic.get', queue, noAck }).find(
      (frame) => frame.type === 'basic.get-ok',
    );
    if (found === undefined) break;
    got.push(found);
  }
  if (wish.ackMode.startsWith('reject')) {
    for (const { deliveryTag } of got) ask({ type: 'basic.reject', deliveryTag, requeue });
  }
  return got.map((frame) => messageJson(frame, wish));
}

/** RabbitMQ writes no properties as an empty list. */
function propertiesOrNone(properties: Properties): Json {
  const json = propertiesJson(properties);
  return Object.keys(json).length === 0 ? [] : json;
}

type GetOk = Extract<Frame, { type: 'basic.get-ok' }>;

function messageJson(frame: GetOk, { isBase64, truncateAt }: GetWish): Fields {
  const bytes = bytesOf(frame.body);
  const shown = bytes.subarray(0, Math.max(0, truncateAt));
  const text = textOf(shown);
  const isText = !isBase64 && isWellFormed(text);
  return {
    payload_bytes: bytes.length,
    redelivered: frame.redelivered,
    exchange: frame.exchange,
    routing_key: frame.routingKey,
    message_count: frame.messageCount,
    properties: propertiesOrNone(frame.properties),
    payload: isText ? text : Buffer.from(shown).toString('base64'),
    payload_encoding: isText ? 'string' : 'base64',
  };
}

export const messageResources: readonly Resource[] = [
  {
    path: 'exchanges/:vhost/:exchange/publish',
    access: usersOfVhost,
    post: publish,
  },
  {
    path: 'queues/:vhost/:queue/get',
    access: usersOfVhost,
    post: get,
  },
];
