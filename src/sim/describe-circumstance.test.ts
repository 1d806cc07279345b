import { describe, expect, it } from 'vitest';
import { describeCircumstance } from './describe-circumstance.ts';
import type { Circumstance } from './describe-circumstance.ts';

const told = (fact: object): string =>
  describeCircumstance({ kind: 'fact', ...fact } as Circumstance);

describe('describeCircumstance', () => {
  it.each([
    [
      { type: 'alarm.raised', alarm: 'disk' },
      'disk space is low: the broker blocks connections that publish.',
    ],
    [{ type: 'alarm.cleared', alarm: 'memory' }, 'the memory alarm was cleared.'],
    [
      { type: 'connection.blocked', connection: 'client shop' },
      'the broker reads nothing more from shop, who published during an alarm.',
    ],
    [
      { type: 'connection.unblocked', connection: 'client shop' },
      'the broker reads from shop again, beginning with what waited.',
    ],
    [{ type: 'tracing.started', vhost: '/' }, 'the firehose was turned on for virtual host /.'],
    [
      {
        type: 'acknowledgement.timed-out',
        channel: 'client shop/c0',
        message: 7,
        queue: 'orders',
        timeoutMs: 1_800_000,
        deliveryTag: 3,
      },
      'shop has not answered for message 7 from orders within 1800 s (delivery tag 3), so the broker closes the channel.',
    ],
  ])('says what %j means', (fact, sentence) => {
    expect(told(fact)).toBe(sentence);
  });
});
