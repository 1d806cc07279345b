/** Holds a conversation with a broker and tells what it answered. */
import type { FieldsToSend } from '#amqp';
import { bytesSaid } from './bytes-said.ts';
import { ConversationEar } from './conversation-ear.ts';
import { beginnings, conversationPlace } from './conversation.ts';
import type {
  Beginning,
  Conversation,
  ConversationClient,
  Said,
  Turn,
  Heard,
} from './conversation.ts';

/** The broker's end of a connection: of a socket, or of one that there is in memory only. */
export interface Peer {
  write(bytes: Uint8Array): void;
  /** What has come since it was last asked for. */
  take(): Uint8Array;
  readonly isClosed: boolean;
  /** Whole milliseconds that have gone by since the connection was made. */
  readonly elapsed: number;
  pause(ms: number): Promise<void>;
}

const pauseMs = 20;
const quietMs = 300;
/** How long the broker may take to open a connection. */
const patienceMs = 5000;

const allCapabilities = {
  publisher_confirms: true,
  exchange_exchange_bindings: true,
  'basic.nack': true,
  consumer_cancel_notify: true,
  'connection.blocked': true,
  authentication_failure_close: true,
};

const usualClient: ConversationClient = {
  user: conversationPlace.user,
  capabilities: allCapabilities,
  channelMax: 2047,
  frameMax: 131_072,
};

/** The turns with what was heard in each. */
export async function playConversation(
  { from, client, turns }: Conversation,
  peer: Peer,
): Promise<readonly Turn[]> {
  const one = { ...usualClient, ...client };
  const ear = new ConversationEar();
  for (const step of stepsTo(from, one)) {
    peer.write(bytesSaid([step], one.frameMax));
    if ('method' in step && step.method === 'connection.tune-ok') continue;
    await hearAnswer(peer, ear);
  }
  const played: Turn[] = [];
  for (const { says, waits } of turns) {
    const began = peer.elapsed;
    const wasClosed = peer.isClosed;
    peer.write(bytesSaid(says, one.frameMax));
    await listen(peer, ear, (waits ?? 0) * 1000 + quietMs);
    played.push({
      says,
      ...(waits === undefined ? {} : { waits }),
      hears: ear.take().toSorted((a, b) => channelOf(a) - channelOf(b)),
      ...(peer.isClosed && !wasClosed ? { closed: secondsSince(began, peer) } : {}),
    });
  }
  return played;
}

async function hearAnswer(peer: Peer, ear: ConversationEar): Promise<void> {
  const began = peer.elapsed;
  while (peer.elapsed - began < patienceMs && !peer.isClosed) {
    await peer.pause(pauseMs);
    ear.push(peer.take());
    const [answer] = ear.take();
    if (answer === undefined) continue;
    if ('method' in answer && !answer.method.endsWith('.close')) return;
    throw new Error(`The broker answered ${JSON.stringify(answer)} before the conversation began.`);
  }
  throw new Error('The broker did not answer before the conversation began.');
}

/** Until nothing has come for so long, or nothing more can. */
async function listen(peer: Peer, ear: ConversationEar, quiet: number): Promise<void> {
  let heardAt = peer.elapsed;
  while (peer.elapsed - heardAt < quiet && !peer.isClosed) {
    await peer.pause(pauseMs);
    const bytes = peer.take();
    if (bytes.length === 0) continue;
    ear.push(bytes);
    heardAt = peer.elapsed;
  }
}

const channelOf = (heard: Heard): number => ('channel' in heard ? heard.channel : 0);

/** To the whole second: brokers take their time. */
const secondsSince = (began: number, { elapsed }: Peer): number =>
  Math.floor((elapsed - began + quietMs) / 1000);

const protocolHeader = { hex: '414d515000000901' };

function stepsTo(from: Beginning, client: ConversationClient): readonly Said[] {
  const { user, capabilities, channelMax, frameMax } = client;
  const onZero = (method: string, fields: FieldsToSend): Said => ({ method, channel: 0, fields });
  const all: readonly Said[] = [
    protocolHeader,
    onZero('connection.start-ok', {
      clientProperties: { capabilities },
      mechanism: 'PLAIN',
      response: `\0${user}\0${conversationPlace.password}`,
      locale: 'en_US',
    }),
    onZero('connection.tune-ok', { channelMax, frameMax, heartbeat: 0 }),
    onZero('connection.open', { virtualHost: conversationPlace.vhost }),
    { method: 'channel.open', channel: 1, fields: {} },
  ];
  return all.slice(0, beginnings.indexOf(from));
}
