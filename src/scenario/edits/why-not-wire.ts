/** Why two things cannot be wired, in a sentence that says what can be done instead. */
import { clientKindOf } from '../client-kind.ts';
import { parseNodeKey } from '../node-key.ts';
import type { NodeName } from '../node-key.ts';
import { isPredeclared } from '../predeclared-exchanges.ts';
import type { ClientSpec, PublisherSpec, Scenario } from '../schema.ts';

/** Null where the wire may be made. */
export function whyNotWire(scenario: Scenario, fromKey: string, toKey: string): string | null {
  const from = endOf(scenario, fromKey);
  const to = endOf(scenario, toKey);
  if (from === null || to === null) return 'There is nothing to wire.';
  if (fromKey === toKey) return 'A thing is not wired to itself.';
  return (
    whyNotKinds(from, to) ??
    whyNotVhosts(from, to) ??
    whyNotInternal(scenario, from, to) ??
    whyNotDeclared(scenario, from, to) ??
    whyNotAgain(from, to)
  );
}

/** An end of a wire: a client of the document, or a queue or an exchange, declared or not. */
type End =
  | { readonly kind: 'client'; readonly client: ClientSpec }
  | (NodeName & { readonly kind: 'queue' | 'exchange' });

function endOf({ clients }: Scenario, key: string): End | null {
  const node = parseNodeKey(key);
  if (node === null) return null;
  const { kind, name, vhost } = node;
  if (kind !== 'client') return { kind, name, vhost };
  const client = clients.find((each) => each.name === name);
  return client === undefined ? null : { kind, client };
}

const isProgram = (end: End): boolean => end.kind === 'client' && end.client.program !== undefined;

function whyNotKinds(from: End, to: End): string | null {
  if (isProgram(from) || isProgram(to))
    return 'A program says in its text what it publishes and consumes.';
  if (from.kind === 'client') {
    if (to.kind === 'client') {
      return 'Clients do not talk to one another: put an exchange or a queue between them.';
    }
    return clientKindOf(from.client) === 'consumer'
      ? 'A consumer takes messages from a queue; use an app to do both.'
      : null;
  }
  if (from.kind === 'queue' && to.kind !== 'client') {
    return 'A queue hands messages to consumers only; a dead letter exchange is one of its arguments.';
  }
  if (to.kind !== 'client') return null;
  if (from.kind === 'exchange') {
    return 'Consumers take messages from queues, not from exchanges: put a queue between them.';
  }
  return clientKindOf(to.client) === 'producer'
    ? 'A producer sends messages; use an app to do both.'
    : null;
}

function whyNotVhosts(from: End, to: End): string | null {
  const [one, other] = [vhostOf(from), vhostOf(to)];
  if (one === null || other === null || one === other) return null;
  return 'They are in different virtual hosts, which know nothing of each other.';
}

/** Null for a client without anything to do: it goes where it is wired to. */
function vhostOf(end: End): string | null {
  if (end.kind !== 'client') return end.vhost;
  const { publishers, consumers, vhost } = end.client;
  return consumers.length === 0 && publishers.every(isUnwired) ? null : vhost;
}

/** A publisher of which nobody has said where to. */
export const isUnwired = ({ exchange, routing_key: key }: PublisherSpec): boolean =>
  exchange === '' && key === '';

function whyNotInternal({ exchanges }: Scenario, from: End, to: End): string | null {
  if (from.kind !== 'client' || to.kind !== 'exchange') return null;
  const { name, vhost } = to;
  const isInternal = exchanges.some(
    (each) => each.name === name && each.vhost === vhost && each.internal,
  );
  return isInternal
    ? `Clients may not publish to ${name}, which is internal: bind it to another exchange.`
    : null;
}

/** One may publish to what is not there, to see what happens, but neither bind nor consume it. */
function whyNotDeclared(scenario: Scenario, from: End, to: End): string | null {
  if (from.kind === 'client') return null;
  for (const end of [from, to]) {
    if (end.kind === 'client' || isDeclared(scenario, end)) continue;
    return `No ${end.kind} is named '${end.name}': declare it first.`;
  }
  return null;
}

function isDeclared({ queues, exchanges }: Scenario, { kind, name, vhost }: NodeName): boolean {
  if (kind === 'exchange' && isPredeclared(name)) return true;
  const specs = kind === 'queue' ? queues : exchanges;
  return specs.some((spec) => spec.name === name && spec.vhost === vhost);
}

/** Exchanges may be bound to the same thing again, by another key. */
function whyNotAgain(from: End, to: End): string | null {
  const isWired =
    (from.kind === 'client' && to.kind !== 'client' && publishesTo(from.client, to)) ||
    (to.kind === 'client' &&
      from.kind === 'queue' &&
      to.client.consumers.some(({ queue }) => queue === from.name));
  return isWired ? 'They are wired already.' : null;
}

const publishesTo = ({ publishers }: ClientSpec, { kind, name }: NodeName): boolean =>
  publishers.some(({ exchange, routing_key: key }) =>
    kind === 'exchange' ? exchange === name : exchange === '' && keysOf(key).includes(name),
  );

const keysOf = (key: PublisherSpec['routing_key']): readonly string[] =>
  typeof key === 'string' ? [key] : key.map((choice) => choice.key);
