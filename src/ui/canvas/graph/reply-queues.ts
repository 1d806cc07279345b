/**
 * The queues that a consumer may answer to: those which the publishers name in `reply_to` whose
 * messages can come to the queue it consumes from. Routing keys are not compared; a line on the
 * canvas says where answers can go, not where each of them goes.
 */
import type { PublisherSpec, Scenario } from '#scenario';

export function replyQueuesOf(
  scenario: Scenario,
  vhost: string,
  queue: string,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const client of scenario.clients) {
    if (client.vhost !== vhost) continue;
    for (const publisher of client.publishers) {
      const replyTo = publisher.properties.reply_to;
      if (replyTo === undefined || replyTo === '' || replyTo.includes('{')) continue;
      if (reaches(scenario, vhost, publisher, queue)) found.add(replyTo);
    }
  }
  return found;
}

function reaches(
  scenario: Scenario,
  vhost: string,
  publisher: PublisherSpec,
  queue: string,
): boolean {
  const { exchange, routing_key: key } = publisher;
  if (exchange === '') {
    return typeof key === 'string' ? key === queue : key.some((choice) => choice.key === queue);
  }
  const seen = new Set<string>();
  const open = [exchange];
  for (let source = open.pop(); source !== undefined; source = open.pop()) {
    if (seen.has(source)) continue;
    seen.add(source);
    for (const binding of scenario.bindings) {
      if (binding.vhost !== vhost || binding.source !== source) continue;
      if (binding.destination_type === 'exchange') open.push(binding.destination);
      else if (binding.destination === queue) return true;
    }
  }
  return false;
}
