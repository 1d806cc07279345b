/** Why a name or a binding key cannot be what somebody has typed; null where it can. */
import type { BindingSpec, Scenario } from '#scenario';
import type { Thing } from '../graph/thing.ts';
import { kindNames } from '../graph/thing.ts';

/** AMQP's short strings, which names and keys are, hold so many bytes. */
const bytesMax = 255;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

export function nameProblem(scenario: Scenario, thing: Thing, name: string): string | null {
  const what = kindNames[thing.kind].toLowerCase();
  const article = /^[aeiou]/.test(what) ? 'An' : 'A';
  if (name.trim() === '') return `${article} ${what} needs a name.`;
  const bytes = bytesOf(name);
  if (bytes > bytesMax) {
    return `AMQP names hold ${bytesMax} bytes at most; this one has ${bytes}.`;
  }
  if (thing.kind === 'exchange' || thing.kind === 'queue') {
    if (name.startsWith('amq.')) return 'Names that begin with amq. are reserved for RabbitMQ.';
    const specs = thing.kind === 'exchange' ? scenario.exchanges : scenario.queues;
    const isTaken = specs.some((spec) => spec.name === name && spec.vhost === thing.vhost);
    return isTaken ? `There is ${article.toLowerCase()} ${what} of that name already.` : null;
  }
  const isTaken = scenario.clients.some((spec) => spec.name === name);
  return isTaken ? 'There is a client of that name already.' : null;
}

export function bindingKeyProblem(
  scenario: Scenario,
  binding: BindingSpec,
  routingKey: string,
): string | null {
  const bytes = bytesOf(routingKey);
  if (bytes > bytesMax)
    return `A binding key holds ${bytesMax} bytes at most; this one has ${bytes}.`;
  const isTaken = scenario.bindings.some(
    (other) =>
      other !== binding &&
      other.routing_key === routingKey &&
      other.vhost === binding.vhost &&
      other.source === binding.source &&
      other.destination === binding.destination &&
      other.destination_type === binding.destination_type &&
      JSON.stringify(other.arguments) === JSON.stringify(binding.arguments),
  );
  return isTaken ? 'These two are bound with that key already.' : null;
}
