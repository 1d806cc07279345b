/** What is counted of a queue, an exchange, a channel or all of them, as `message_stats` tells it. */
import type { Instant } from '#engine';
import type { Fields } from './json.ts';
import { Rate } from './rate.ts';

export type Counted =
  | 'ack'
  | 'confirm'
  | 'deliver'
  | 'deliver_get'
  | 'deliver_no_ack'
  | 'drop_unroutable'
  | 'get'
  | 'get_empty'
  | 'get_no_ack'
  | 'publish'
  | 'publish_in'
  | 'publish_out'
  | 'redeliver'
  | 'return_unroutable';

/** What RabbitMQ tells together: of each group all, as soon as there has been one of it. */
export const deliveries: readonly Counted[] = [
  'ack',
  'deliver',
  'deliver_get',
  'deliver_no_ack',
  'get',
  'get_empty',
  'get_no_ack',
  'redeliver',
];
export const publishes: readonly Counted[] = [
  'confirm',
  'drop_unroutable',
  'publish',
  'return_unroutable',
];
export const passages: readonly Counted[] = ['publish_in', 'publish_out'];

export class Tally {
  readonly #rates = new Map<Counted, Rate>();

  add(what: Counted, at: Instant, count = 1): void {
    let rate = this.#rates.get(what);
    if (rate === undefined) {
      rate = new Rate();
      this.#rates.set(what, rate);
    }
    rate.add(at, count);
  }

  get isEmpty(): boolean {
    return this.#rates.size === 0;
  }

  /** Everything in these groups of which there has been something, and everything else there has been. */
  json(at: Instant, groups: readonly (readonly Counted[])[] = []): Fields {
    const begun = groups.filter((group) => group.some((name) => this.#rates.has(name)));
    return this.jsonOf([...begun.flat(), ...this.#rates.keys()], at);
  }

  /** Even where there have been none. */
  jsonOf(names: readonly Counted[], at: Instant): Fields {
    return Object.fromEntries(
      [...new Set(names)].sort().flatMap((name) => {
        const rate = this.#rates.get(name);
        const details = { rate: rate?.perSecond(at) ?? 0 };
        return [
          [name, rate?.total ?? 0],
          [`${name}_details`, details],
        ];
      }),
    );
  }
}
