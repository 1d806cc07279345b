/**
 * What the wire is measured with: amqplib on one connection publishes with confirms and consumes with
 * acknowledgements, as quickly as the broker answers.
 */
import { performance } from 'node:perf_hooks';
import { connect } from 'amqplib';
import type { ChannelModel, ConfirmChannel } from 'amqplib';

const bodySize = 1_024;
const prefetch = 100;
/** How many publishes may be unconfirmed, and how many messages published and not consumed yet. */
const windowSize = 1_000;

export interface WireLoad {
  /** Messages a second, from publish to acknowledgement, over about that time. */
  measure(forMs: number): Promise<number>;
  close(): Promise<void>;
}

export async function wireLoad(url: string): Promise<WireLoad> {
  const connection: ChannelModel = await connect(url);
  const channel = await connection.createConfirmChannel();
  const { queue } = await channel.assertQueue('', { durable: false, exclusive: true });
  await channel.prefetch(prefetch);
  const pump = new Pump(channel, queue);
  await channel.consume(queue, (message) => {
    if (message === null) return;
    channel.ack(message);
    pump.consumed();
  });
  return {
    measure: (forMs) => pump.run(forMs),
    close: () => connection.close(),
  };
}

class Pump {
  readonly #channel: ConfirmChannel;
  readonly #queue: string;
  readonly #body = Buffer.alloc(bodySize, 'x');
  #unconfirmed = 0;
  #unconsumed = 0;
  #done = 0;
  #until = 0;
  #finish: (() => void) | null = null;

  constructor(channel: ConfirmChannel, queue: string) {
    this.#channel = channel;
    this.#queue = queue;
  }

  async run(forMs: number): Promise<number> {
    const begin = performance.now();
    this.#until = begin + forMs;
    this.#done = 0;
    await new Promise<void>((finished) => {
      this.#finish = finished;
      this.#publish();
    });
    return (this.#done / (performance.now() - begin)) * 1_000;
  }

  consumed(): void {
    this.#unconsumed -= 1;
    this.#done += 1;
    this.#publish();
  }

  #publish(): void {
    const isOver = performance.now() > this.#until;
    if (isOver) {
      if (this.#unconfirmed === 0 && this.#unconsumed === 0) this.#finish?.();
      return;
    }
    while (this.#unconfirmed < windowSize && this.#unconsumed < windowSize) {
      this.#unconfirmed += 1;
      this.#unconsumed += 1;
      this.#channel.sendToQueue(this.#queue, this.#body, {}, (error) => this.#confirmed(error));
    }
  }

  #confirmed(error: unknown): void {
    if (error !== null && error !== undefined) throw new Error('a publish was refused');
    this.#unconfirmed -= 1;
    this.#publish();
  }
}
