/** Messages a second of processor time through the engine: publish, route, deliver, acknowledge. */
import { apply, runStart } from '#engine';
import type { Broker, Command } from '#engine';
import { brokerWith, publish } from './broker-with.ts';
import type { Surroundings } from './broker-with.ts';
import { median } from './median.ts';
import { processorMs } from './processor-time.ts';

export interface Rate extends Surroundings {
  readonly perSecond: number;
}

const rounds = 5;

/** The situations are measured in turn, round by round, so that a noisy minute hits all of them. */
export function messageRates(
  situations: readonly Surroundings[],
  messageCount: number,
): readonly Rate[] {
  const brokers = situations.map(brokerWith);
  for (const broker of brokers) work(broker, messageCount);
  const rates = brokers.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, broker] of brokers.entries()) {
      const begin = processorMs();
      work(broker, messageCount);
      rates[index]?.push((messageCount / (processorMs() - begin)) * 1000);
    }
  }
  return situations.map((situation, index) => ({
    ...situation,
    perSecond: Math.round(median(rates[index] as readonly number[])),
  }));
}

function work(start: Broker, messageCount: number): void {
  let broker = start;
  for (let deliveryTag = 1; deliveryTag <= messageCount; deliveryTag++) {
    ({ broker } = apply(broker, publish(), runStart));
    const ack = { type: 'basic.ack', channel: 'consumer', deliveryTag } as unknown as Command;
    ({ broker } = apply(broker, ack, runStart));
  }
}
