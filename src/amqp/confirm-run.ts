/**
 * The confirms of a channel on their way out. Of publishes that came in one go RabbitMQ confirms as many
 * as it can with one `basic.ack`: it says `multiple`, and means all that are not confirmed up to there.
 *
 * https://www.rabbitmq.com/docs/confirms#publisher-confirms
 */

export interface Confirm {
  readonly deliveryTag: number;
  readonly multiple: boolean;
}

export class ConfirmRun {
  /** All up to this one are confirmed or refused, and some beyond it. */
  #settledUpTo = 0;
  readonly #settledBeyond = new Set<number>();
  #waiting: number[] = [];

  /** To be confirmed when `take` is called. */
  add(deliveryTag: number): void {
    this.#waiting.push(deliveryTag);
    this.settle(deliveryTag);
  }

  /** Its publisher has been told, or is being told, what became of it. */
  settle(deliveryTag: number): void {
    this.#settledBeyond.add(deliveryTag);
    while (this.#settledBeyond.delete(this.#settledUpTo + 1)) this.#settledUpTo += 1;
  }

  take(): readonly Confirm[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    const isInRun = (deliveryTag: number): boolean => deliveryTag <= this.#settledUpTo;
    const run = waiting.filter(isInRun);
    const single = run.length > 1 ? waiting.filter((tag) => !isInRun(tag)) : waiting;
    const alone = single.map((deliveryTag) => ({ deliveryTag, multiple: false }));
    return run.length > 1
      ? [{ deliveryTag: run.reduce((a, b) => Math.max(a, b)), multiple: true }, ...alone]
      : alone;
  }
}
