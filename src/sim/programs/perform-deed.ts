/** A deed of a program happens: what it asks sets out for the broker, and the rest is noted. */
import { unreachable } from '#base';
import type { ChannelMethod, ConnectionMethod, MessageId } from '#engine';
import type { ClientState } from '../clients/client-state.ts';
import type { Moment } from '../moment.ts';
import type { Deed, SourcePlace } from '../programs.ts';
import { methodInWords } from './method-words.ts';
import {
  fetches,
  over,
  published,
  settled,
  withConfirming,
  withProgram,
  withoutChannel,
  withoutConnection,
} from './program-client.ts';

type Method = ConnectionMethod | ChannelMethod;

export function performDeed(moment: Moment, deed: Deed): void {
  const { client: name, place } = deed;
  const client = moment.client(name);
  if (client === undefined || client.status === 'stopped') return;
  switch (deed.type) {
    case 'asks':
      ask(moment, client, deed.method, place);
      break;
    case 'says': {
      const { level, text } = deed;
      moment.putClient(withProgram(client, { place: place ?? client.program?.place ?? null }));
      moment.note({ type: 'program.said', client: name, level, text, place });
      break;
    }
    case 'fails':
      fail(moment, over(client), 'program.failed', deed);
      dropAll(moment, client);
      break;
    case 'ends':
      moment.putClient(withProgram(over(client), { exitCode: deed.code }));
      moment.note({ type: 'program.ended', client: name, code: deed.code });
      dropAll(moment, client);
      break;
    case 'is-stopped':
      fail(moment, over(client), 'program.stopped', deed);
      dropAll(moment, client);
      break;
    default:
      unreachable(deed);
  }
}

/** The world notices that a program is gone by its connections. */
export function dropAll(moment: Moment, { program }: ClientState): void {
  for (const connection of program?.connections ?? []) {
    if (moment.broker.connections.has(connection))
      moment.ask({ type: 'connection.drop', connection });
  }
}

function fail(
  moment: Moment,
  client: ClientState,
  type: 'program.failed' | 'program.stopped',
  { text, place }: { readonly text: string; readonly place: SourcePlace | null },
): void {
  const problem = { text, place };
  moment.putClient({ ...withProgram(client, { problem }), lastError: text });
  moment.note({ type, client: client.spec.name, text, place });
}

function ask(moment: Moment, client: ClientState, method: Method, place: SourcePlace | null): void {
  const { name } = client.spec;
  const { session } = client;
  let message: MessageId | null = null;
  if (method.type === 'basic.publish') {
    const next = moment.edit();
    message = (next.lastMessageId + 1) as MessageId;
    next.lastMessageId = message;
  }
  const after = asking(moment, client, method, message);
  moment.putClient(withProgram(after, { place: place ?? client.program?.place ?? null }));
  const what = methodInWords(method);
  moment.note({ type: 'program.asked', client: name, what, message, place });
  const flight = { client: name, session, method, message, isReply: false, departedAt: moment.at };
  moment.send({ type: 'method.arrives', ...flight });
}

/** What can be seen of the client once it has asked that. */
function asking(
  moment: Moment,
  client: ClientState,
  method: Method,
  message: MessageId | null,
): ClientState {
  switch (method.type) {
    case 'connection.open': {
      const { connections = [] } = client.program ?? {};
      return withProgram(client, { connections: [...connections, method.connection] });
    }
    case 'connection.close':
    case 'connection.drop':
      return withoutConnection(client, method.connection);
    case 'channel.open':
      return withConfirming(client, method.channel, null);
    case 'channel.close':
      return withoutChannel(client, method.channel);
    case 'confirm.select':
      return client.program?.confirming.has(method.channel) === true
        ? client
        : withConfirming(client, method.channel, 0);
    case 'basic.publish':
      return message === null ? client : published(client, method, message);
    case 'basic.get': {
      const last = moment.broker.channels.get(method.channel)?.lastQueue;
      const queue = method.queue === '' ? last : method.queue;
      return queue === undefined ? client : fetches(client, method.channel, queue);
    }
    case 'basic.ack':
    case 'basic.nack':
      return settled(client, method.channel, method.deliveryTag, method.multiple ?? false);
    case 'basic.reject':
      return settled(client, method.channel, method.deliveryTag, false);
    default:
      return client;
  }
}
