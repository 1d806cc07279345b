/** Where a message is at the playhead: the last steps of its journey, which are not over. */
import { queueOf, readyMessages } from '#engine';
import type { Instant, MessageId } from '#engine';
import { allEntries } from './agenda.ts';
import { clientOfChannel } from './clients/client-state.ts';
import type { Held } from './clients/client-state.ts';
import { explainWaiting } from './explain-waiting.ts';
import type { Copy } from './journey-copies.ts';
import type { JourneyStep } from './journey-step.ts';
import { exchangeInWords, keyInWords, spanInWords, times } from './phrases.ts';
import type { Happening, Simulation } from './simulation-state.ts';

export function presentSteps(
  simulation: Simulation,
  id: MessageId,
  copies: readonly Copy[],
): readonly JourneyStep[] {
  const underWay = allEntries(simulation.agenda)
    .toSorted((one, other) => one.number - other.number)
    .flatMap(({ at, happening }) => flightStep(simulation, id, at, happening));
  const resting = copies.flatMap((copy) =>
    copy.holder === null ? [waitingStep(simulation, id, copy)] : heldStep(simulation, id, copy),
  );
  return [...underWay, ...resting];
}

function flightStep(
  simulation: Simulation,
  id: MessageId,
  arrives: Instant,
  happening: Happening,
): JourneyStep[] {
  const left = `arrives in ${spanInWords(arrives - simulation.now)}`;
  const client = 'client' in happening ? simulation.clients.get(happening.client) : undefined;
  if (client === undefined) return [];
  const { name } = client.spec;
  if (happening.type === 'method.arrives' && happening.message === id) {
    const { method, departedAt, session } = happening;
    if (method.type !== 'basic.publish' || session <= client.severedSession) return [];
    const to = exchangeInWords(method.exchange);
    const sentence = `${name} has sent it to ${to} with ${keyInWords(method.routingKey)}; it ${left}.`;
    return [now(departedAt, `On its way to ${to}`, sentence)];
  }
  if (happening.type !== 'frame.arrives') return [];
  const { frame, departedAt, session } = happening;
  if (session !== client.session || !('message' in frame) || frame.message !== id) return [];
  if (frame.type === 'basic.deliver') {
    return [now(departedAt, `On its way to ${name}`, `It ${left} at ${name}.`)];
  }
  if (frame.type !== 'basic.return') return [];
  return [now(departedAt, `On its way back to ${name}`, `It ${left} at its publisher.`)];
}

function waitingStep(simulation: Simulation, id: MessageId, copy: Copy): JourneyStep {
  const { vhost, queue, since } = copy;
  const report = explainWaiting(simulation, vhost, queue);
  const { consumers = [], summary = null, outlook = null } = report ?? {};
  const reasons = consumers.length === 0 ? [summary] : consumers.map(({ sentence }) => sentence);
  const detail = [...reasons, outlook].filter((line) => line !== null);
  return now(since, `Waiting in ${queue}`, placeOf(simulation, id, copy), detail);
}

/** Beyond this many messages the place in the queue is not counted. */
const placesMax = 2_000;

function placeOf({ broker }: Simulation, id: MessageId, { vhost, queue }: Copy): string {
  const state = queueOf(broker, vhost, queue);
  if (state === undefined) return `${queue} is no more.`;
  const place = readyMessages(state, placesMax).findIndex(({ message }) => message.id === id);
  if (place === -1) return `It is ready in ${queue}, behind more than ${placesMax} others.`;
  if (place === 0) return `It is at the head of ${queue}.`;
  return `It is ready in ${queue}, behind ${times(place, 'other')}.`;
}

function heldStep(simulation: Simulation, id: MessageId, copy: Copy): JourneyStep[] {
  const holder = copy.holder as NonNullable<Copy['holder']>;
  const name = clientOfChannel(holder.channel);
  const client = simulation.clients.get(name);
  const consumer = client?.consumers.find(({ channel }) => channel === holder.channel);
  const index = client?.consumers.findIndex(({ channel }) => channel === holder.channel) ?? -1;
  const held = consumer?.held.find(
    ({ deliveryTag, message }) => deliveryTag === holder.deliveryTag && message === id,
  );
  if (held !== undefined && consumer !== undefined) {
    const isByHand = client?.spec.consumers[index]?.acknowledgement === 'by_hand';
    const sentence = workInWords(simulation, name, held, consumer.held, isByHand);
    return [now(held.since, `With ${name}`, sentence)];
  }
  if (holder.isSettled || isOnItsWay(simulation, id, holder.channel)) return [];
  return [answeredStep(simulation, name, holder, copy.since)];
}

/** Its consumer does not have it any more, and the broker has not learned of it yet. */
function answeredStep(
  { agenda, now: at }: Simulation,
  name: string,
  { channel, deliveryTag }: NonNullable<Copy['holder']>,
  since: Instant,
): JourneyStep {
  for (const { at: arrives, happening } of allEntries(agenda)) {
    if (happening.type !== 'method.arrives' || !('deliveryTag' in happening.method)) continue;
    const { method, departedAt } = happening;
    if (method.channel !== channel || method.deliveryTag !== deliveryTag) continue;
    const sentence = `Its ${method.type} arrives in ${spanInWords(arrives - at)}.`;
    return now(departedAt, `Answered by ${name}`, sentence);
  }
  const sentence = `${name} does not have it any more, and the broker will learn of that.`;
  return now(since, 'Unacknowledged', sentence);
}

function workInWords(
  { now: at }: Simulation,
  name: string,
  held: Held,
  all: readonly Held[],
  isByHand: boolean,
): string {
  if (held.isForgotten) return `${name} has finished with it, and never answers for it.`;
  if (held.worksUntil !== null)
    return `${name} works on it for another ${spanInWords(held.worksUntil - at)}.`;
  if (isByHand) return `${name} waits for you to answer for it.`;
  const ahead = all.slice(0, all.indexOf(held)).filter(({ isForgotten }) => !isForgotten).length;
  return `It waits in the prefetch window of ${name}, behind ${times(ahead, 'other')}.`;
}

const isOnItsWay = ({ agenda }: Simulation, id: MessageId, channel: string): boolean =>
  allEntries(agenda).some(
    ({ happening }) =>
      happening.type === 'frame.arrives' &&
      happening.frame.type === 'basic.deliver' &&
      happening.frame.message === id &&
      happening.frame.channel === channel,
  );

const now = (
  at: Instant,
  title: string,
  sentence: string,
  detail: readonly string[] = [],
): JourneyStep => ({ at, title, sentence, detail, state: 'now' });
