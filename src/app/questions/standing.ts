/**
 * How a client stands, and why it stands still where it does: a sentence for the client and one for
 * each of its publishers and consumers.
 */
import { explainWait, queueOf } from '#engine';
import type { QueueName, VhostName } from '#engine';
import { blockedReason } from './blocked-clients.ts';
import { programStanding } from './programs.ts';
import type { ClientState, ConsumerState, PublisherState, Simulation } from '#sim';

/** `still`: nothing is wrong, and nothing happens either. `held-up`: it would go on if it could. */
export type Condition = 'working' | 'still' | 'held-up' | 'trouble';

export interface Standing {
  readonly condition: Condition;
  /** A whole sentence. */
  readonly sentence: string;
}

export interface PartStanding extends Standing {
  readonly part: 'publisher' | 'consumer';
  readonly index: number;
}

export interface ClientStanding extends Standing {
  /** What the broker said when it last refused something; null once all is well again. */
  readonly lastError: string | null;
  readonly parts: readonly PartStanding[];
}

/** Null where the run has no such client at the playhead. */
export function clientStanding(simulation: Simulation, name: string): ClientStanding | null {
  const client = simulation.clients.get(name);
  if (client === undefined) return null;
  const { lastError } = client;
  if (simulation.scripted?.script.owns(name) === true)
    return { ...scriptedStanding(client), lastError, parts: [] };
  const whole =
    blockedStanding(simulation, client) ??
    programsStanding(client) ??
    wholeStanding(client, simulation.now);
  if (client.status !== 'running') return { ...whole, lastError, parts: [] };
  return {
    ...whole,
    lastError,
    parts: [
      ...client.publishers.map((state, index) => ({
        part: 'publisher' as const,
        index,
        ...publisherStanding(client, state, index, simulation.now),
      })),
      ...client.consumers.map((state, index) => ({
        part: 'consumer' as const,
        index,
        ...consumerStanding(simulation, client, state, index),
      })),
    ],
  };
}

/** It does what its script says, so there is nothing that it waits for. */
function scriptedStanding({ status, lastError, consumers }: ClientState): Standing {
  if (lastError !== null) return trouble('The broker refused it.');
  if (status === 'disconnected') return trouble('Its connection is lost.');
  if (status !== 'running') return still('Its channel is not open.');
  const count = consumers.reduce((sum, { held }) => sum + held.length, 0);
  const messages = countOf(count);
  return working(
    count === 0 ? 'Its channel is open.' : `Its channel is open, and holds ${messages}.`,
  );
}

const still = (sentence: string): Standing => ({ condition: 'still', sentence });
const working = (sentence: string): Standing => ({ condition: 'working', sentence });
const heldUp = (sentence: string): Standing => ({ condition: 'held-up', sentence });
const trouble = (sentence: string): Standing => ({ condition: 'trouble', sentence });

/** Null where the broker reads what it sends. */
function blockedStanding(simulation: Simulation, client: ClientState): Standing | null {
  const reason = client.status === 'running' ? blockedReason(simulation, client) : null;
  return reason === null ? null : heldUp(`It is blocked: the broker is ${reason}.`);
}

/** Null for a client that is no program. */
function programsStanding(client: ClientState): Standing | null {
  if (client.program === null) return null;
  const { condition, exitCode } = programStanding(client);
  switch (condition) {
    case 'failed':
      return trouble('It has failed.');
    case 'ended':
      return still(exitCode === 0 ? 'It has ended.' : `It has ended with code ${exitCode}.`);
    case 'stopped':
      return still('It is stopped.');
    default:
      return client.lastError === null
        ? working('It is running.')
        : trouble('The broker refused something of it.');
  }
}

function wholeStanding({ status, reconnectsAt, lastError }: ClientState, now: number): Standing {
  switch (status) {
    case 'stopped':
      return still('It is stopped.');
    case 'connecting':
      return still('It is connecting.');
    case 'disconnected':
      return trouble(`Its connection is lost; ${again('it reconnects', reconnectsAt, now)}.`);
    case 'running':
      return lastError === null ? working('It is connected.') : trouble('The broker refused it.');
  }
}

const again = (what: string, at: number | null, now: number): string =>
  at === null ? `${what} when it is told to` : `${what} in ${waitText(at - now)}`;

const waitText = (ms: number): string =>
  ms < 1_000 ? `${Math.max(0, Math.ceil(ms))} ms` : `${Math.ceil(ms / 100) / 10} s`;

/** What is wrong with a channel; null where it is open. */
function channelTrouble(
  { status, reopensAt }: PublisherState | ConsumerState,
  now: number,
): Standing | null {
  switch (status) {
    case 'open':
      return null;
    case 'opening':
      return still('It is opening its channel.');
    case 'closed':
      return reopensAt === null
        ? still('Its channel is not open.')
        : trouble(`Its channel was closed; ${again('it opens another', reopensAt, now)}.`);
    case 'cancelled':
      return trouble(
        `The broker has ended its subscription; ${again('it subscribes again', reopensAt, now)}.`,
      );
  }
}

function publisherStanding(
  { spec, program }: ClientState,
  state: PublisherState,
  index: number,
  now: number,
): Standing {
  const wrong = channelTrouble(state, now);
  if (wrong !== null) return wrong;
  const publisher = spec.publishers[index];
  if (publisher === undefined) return still('It is not in the scenario any more.');
  const { unconfirmed, owedCount, retries, dueMs, sentCount } = state;
  const max = publisher.confirms?.outstanding_max;
  if (max !== undefined && owedCount > 0 && unconfirmed.length >= max) {
    const waiting = owedCount === 1 ? '1 message waits' : `${owedCount} messages wait`;
    return heldUp(
      `It waits for confirms: ${unconfirmed.length} of ${max} outstanding, ${waiting}.`,
    );
  }
  const retry = retries[0];
  if (retry !== undefined) return working(`It publishes again in ${waitText(retry.at - now)}.`);
  if (dueMs !== null) return working(`It publishes next in ${waitText(dueMs - now)}.`);
  if (program !== null) return working(`It has published ${countOf(sentCount)}.`);
  if (publisher.rate.kind === 'by_hand') return still('It publishes when you tell it to.');
  return publisher.limit !== null && sentCount >= publisher.limit
    ? still(`It has published all of its ${publisher.limit} messages.`)
    : still('Nothing is due.');
}

function consumerStanding(
  simulation: Simulation,
  { spec, connection, program }: ClientState,
  state: ConsumerState,
  index: number,
): Standing {
  const { now, broker } = simulation;
  const wrong = channelTrouble(state, now);
  if (wrong !== null) return wrong;
  const consumer = spec.consumers[index];
  if (consumer === undefined) return still('It is not in the scenario any more.');
  const isByHand = consumer.acknowledgement === 'by_hand' && program === null;
  const holding = holdingStanding(state, isByHand, now);
  if (holding !== null) return holding;

  const at = [spec.vhost as VhostName, consumer.queue as QueueName] as const;
  const queue = queueOf(broker, ...at);
  if (consumer.queue === '') return still('It is not wired to a queue.');
  if (queue === undefined) return trouble(`There is no queue ${consumer.queue}.`);
  if (queue.readyCount === 0) return still(`Nothing is ready in ${consumer.queue}.`);
  const verdict = explainWait(broker, ...at)?.consumers.find(
    (candidate) =>
      candidate.consumer.connection === connection && candidate.consumer.tag === state.tag,
  );
  if (verdict === undefined) return still('Its subscription is on its way.');
  return verdict.canTake
    ? working(`It can take the next message of ${consumer.queue}.`)
    : still(`It gets nothing from ${consumer.queue}: ${verdict.reason}.`);
}

/** What it does with what it holds; null where it holds nothing. */
function holdingStanding({ held }: ConsumerState, isByHand: boolean, now: number): Standing | null {
  const first = held[0];
  if (first === undefined) return null;
  const current = held.find(({ worksUntil }) => worksUntil !== null);
  if (current !== undefined && current.worksUntil !== null) {
    return working(
      `It works on message ${current.message} for another ${waitText(current.worksUntil - now)}.`,
    );
  }
  const messages = countOf(held.length);
  if (held.every(({ isForgotten }) => isForgotten)) {
    return trouble(`It holds ${messages} and will never answer.`);
  }
  return isByHand
    ? still(`It holds ${messages} and waits for your answer.`)
    : still(`It holds ${messages}.`);
}

const countOf = (count: number): string => (count === 1 ? '1 message' : `${count} messages`);
