/**
 * A broker that real clients connect to, for the tests of one file. With AMQP_URL those tests that need
 * no more than a broker ask the one that is there instead: so one sees that they are right about RabbitMQ.
 */
import { afterAll, beforeAll } from 'vitest';
import { startBroker } from '../node/broker/start-broker.ts';
import type { BrokerWish, StartedBroker } from '../node/broker/start-broker.ts';

const realUrl = process.env['AMQP_URL'];

/** Tests that do something to the broker itself run with ours only. */
export const isOurs = realUrl === undefined;

export interface ListenerForTests {
  readonly url: string;
  readonly started: StartedBroker;
}

/** To be called where tests are described; what it answers is there while they run. */
export function aListener(wish: Partial<BrokerWish> = {}): ListenerForTests {
  let started: StartedBroker | null = null;
  beforeAll(async () => {
    if (isOurs) started = await startBroker({ host: '127.0.0.1', port: 0, ...wish });
  });
  afterAll(() => started?.close());
  const present = (): StartedBroker => {
    if (started === null) throw new Error('the broker has not started');
    return started;
  };
  return {
    get url() {
      return realUrl ?? `amqp://guest:guest@127.0.0.1:${present().port}`;
    },
    get started() {
      return present();
    },
  };
}

let nameCount = 0;

/** A name that nothing else has on a broker that others use too. */
export function aName(what = 'q'): string {
  nameCount += 1;
  return `warren-test.${process.pid}.${nameCount}.${what}`;
}

/** What an event comes with. Unlike `once` of node:events it does not mind errors, which come before. */
export const told = (
  emitter: { once(event: string, listener: (...told: unknown[]) => void): unknown },
  event: string,
): Promise<readonly unknown[]> => new Promise((come) => emitter.once(event, (...all) => come(all)));
