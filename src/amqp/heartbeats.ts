/**
 * Heartbeats: a side that has nothing to say says at least that it is there. RabbitMQ sends one when it
 * was silent for half the agreed time, and looks once in each such time whether anything has come; a peer
 * of whom nothing came twice in a row is gone.
 *
 * https://www.rabbitmq.com/docs/heartbeats
 */
export type HeartbeatVerdict = 'fine' | 'send' | 'gone';

const missedMax = 2;

export interface SinceLastTick {
  readonly hasSent: boolean;
  readonly hasReceived: boolean;
  /** False while nothing is read from the peer, which it cannot help. */
  readonly isReading: boolean;
}

export class Heartbeats {
  readonly #intervalMs: number;
  #sentAt: number | null = null;
  #looksAt = 0;
  /** At least what agreed on the heartbeats. */
  #hasReceived = true;
  #missed = 0;

  constructor(seconds: number) {
    this.#intervalMs = seconds * 1000;
  }

  tick(nowMs: number, { hasSent, hasReceived, isReading }: SinceLastTick): HeartbeatVerdict {
    if (this.#intervalMs === 0) return 'fine';
    if (this.#sentAt === null) this.#looksAt = nowMs + this.#intervalMs;
    if (this.#sentAt === null || hasSent) this.#sentAt = nowMs;
    if (hasReceived || !isReading) this.#hasReceived = true;
    if (nowMs >= this.#looksAt && this.#look(nowMs)) return 'gone';
    if (nowMs - this.#sentAt < this.#intervalMs / 2) return 'fine';
    this.#sentAt = nowMs;
    return 'send';
  }

  /** Answers whether too many were missed. */
  #look(nowMs: number): boolean {
    this.#looksAt = nowMs + this.#intervalMs;
    this.#missed = this.#hasReceived ? 0 : this.#missed + 1;
    this.#hasReceived = false;
    return this.#missed >= missedMax;
  }
}
