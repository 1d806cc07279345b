/**
 * The journal as a person searches it: by group, by text, by the node that an entry is about. The
 * sentences of entries are kept, for a search asks for the same ones again and again.
 */
import { nodeKeyOf } from '#scenario';
import { clientOfChannel, clientOfConnection, describeEntry, entriesOf } from '#sim';
import type { JournalEntry, Simulation } from '#sim';
import type { ChannelId, ConnectionId, MessageId } from '#engine';

export const journalGroups = [
  'published',
  'routed',
  'queued',
  'delivered',
  'acknowledged',
  'dead-lettered',
  'returned',
  'errors',
  'operator',
  'console',
  'lifecycle',
  'yours',
] as const;

export type JournalGroup = (typeof journalGroups)[number];

export interface JournalQuestion {
  /** Null for all groups. */
  readonly groups: ReadonlySet<JournalGroup> | null;
  readonly text: string;
  /** The node that it must be about; null for any. */
  readonly nodeKey: string | null;
}

/** All that pass, the oldest first. */
export function askJournal(
  simulation: Simulation,
  { groups, text, nodeKey }: JournalQuestion,
): readonly JournalEntry[] {
  const wanted = text.trim().toLowerCase();
  const all = entriesOf(simulation.journal, { max: Infinity });
  if (groups === null && wanted === '' && nodeKey === null) return all;
  return all.filter(
    (entry) =>
      (groups === null || groups.has(groupOf(entry))) &&
      (wanted === '' || searchTextOf(entry).includes(wanted)) &&
      (nodeKey === null || isAbout(entry, nodeKey)),
  );
}

type EventType = JournalEntry['event']['type'];

const groupOfType: Readonly<Partial<Record<EventType, JournalGroup>>> = {
  'message.published': 'published',
  'message.routed': 'routed',
  'message.unroutable': 'routed',
  'message.enqueued': 'queued',
  'message.requeued': 'queued',
  'message.delivered': 'delivered',
  'message.answered': 'delivered',
  'message.acknowledged': 'acknowledged',
  'message.confirmed': 'acknowledged',
  'message.dead-lettered': 'dead-lettered',
  'message.discarded': 'dead-lettered',
  'dead-letter-cycle.broken': 'dead-lettered',
  'dead-letter.kept': 'dead-lettered',
  'message.returned': 'returned',
  'basic.return': 'returned',
  'message.refused': 'errors',
  'message.nacked': 'errors',
  'basic.nack': 'errors',
  'method.refused': 'errors',
  'channel.close': 'errors',
  'connection.close': 'errors',
  'client.disconnected': 'errors',
  'publish.lost': 'errors',
  'delivery.lost': 'errors',
  'publish.impossible': 'errors',
  'message.forgotten': 'errors',
  'policy.applied': 'operator',
  'operator.refused': 'operator',
  'alarm.raised': 'operator',
  'alarm.cleared': 'operator',
  'connection.blocked': 'operator',
  'connection.unblocked': 'operator',
  'tracing.started': 'operator',
  'tracing.stopped': 'operator',
  'broker.restarted': 'operator',
  'program.said': 'console',
  'program.failed': 'errors',
  'program.stopped': 'errors',
  'act.performed': 'yours',
};

/** What is in no other group is about things that come and go. */
export const groupOf = ({ event }: JournalEntry): JournalGroup =>
  groupOfType[event.type] ?? 'lifecycle';

const sentences = new WeakMap<JournalEntry, string>();

export function sentenceOf(entry: JournalEntry): string {
  const known = sentences.get(entry);
  if (known !== undefined) return known;
  const sentence = describeEntry(entry);
  sentences.set(entry, sentence);
  return sentence;
}

/** `#12` finds the entries of message 12. */
function searchTextOf(entry: JournalEntry): string {
  const message = messageOf(entry);
  const sentence = sentenceOf(entry).toLowerCase();
  return message === null ? sentence : `#${message} ${sentence}`;
}

/** The message that an entry is about; null where it is about none. */
export function messageOf({ event }: JournalEntry): MessageId | null {
  if (!('message' in event)) return null;
  const { message } = event;
  return typeof message === 'object' && message !== null ? message.id : message;
}

function isAbout(entry: JournalEntry, nodeKey: string): boolean {
  const { event } = entry;
  const vhost = 'vhost' in event ? event.vhost : '/';
  if ('queue' in event && nodeKeyOf('queue', event.queue, vhost) === nodeKey) return true;
  if ('exchange' in event && nodeKeyOf('exchange', event.exchange, vhost) === nodeKey) return true;
  if (event.type === 'message.published') {
    if (nodeKeyOf('exchange', event.message.exchange, vhost) === nodeKey) return true;
  }
  if (event.type === 'binding.created' || event.type === 'binding.removed') {
    const { kind, name } = event.destination;
    if (nodeKeyOf('exchange', event.source, vhost) === nodeKey) return true;
    if (nodeKeyOf(kind, name, vhost) === nodeKey) return true;
  }
  const client = clientNameOf(event);
  if (client === null) return false;
  return nodeKeyOf('client', client) === nodeKey;
}

function clientNameOf(event: JournalEntry['event']): string | null {
  if ('client' in event) return event.client;
  if (event.type === 'act.performed') return 'client' in event.act ? event.act.client : null;
  if ('channel' in event && event.channel !== null)
    return clientOfChannel(event.channel as ChannelId);
  return 'connection' in event ? clientOfConnection(event.connection as ConnectionId) : null;
}
