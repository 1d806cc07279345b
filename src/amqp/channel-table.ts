/** The channels of one connection, by their numbers and by the broker's names for them. */
import type { ChannelId, ConnectionId } from '#engine';
import { ClientChannel, channelIdOf } from './client-channel.ts';
import { tooManyChannels } from './connection-error.ts';

export class ChannelTable {
  readonly #connection: ConnectionId;
  readonly #countMax: number;
  readonly #bodySizeMax: number;
  readonly #byNumber = new Map<number, ClientChannel>();
  readonly #byId = new Map<ChannelId, ClientChannel>();

  /** `countMax` is how many there may be at a time, whatever their numbers. */
  constructor(connection: ConnectionId, countMax: number, bodySizeMax: number) {
    this.#connection = connection;
    this.#countMax = countMax;
    this.#bodySizeMax = bodySizeMax;
  }

  get openNumbers(): readonly number[] {
    return [...this.#byNumber.values()]
      .filter(({ state }) => state === 'open')
      .map(({ number }) => number);
  }

  byId(id: ChannelId): ClientChannel | undefined {
    return this.#byId.get(id);
  }

  /** For a frame on a channel, which may be the first one there. */
  at(number: number): ClientChannel {
    return this.#byNumber.get(number) ?? this.#add(number);
  }

  forgetIfOver({ number, id, isForgettable }: ClientChannel): void {
    if (!isForgettable) return;
    this.#byNumber.delete(number);
    this.#byId.delete(id);
  }

  #add(number: number): ClientChannel {
    const count = this.#byNumber.size;
    if (count >= this.#countMax) throw tooManyChannels(count, this.#countMax);
    const channel = new ClientChannel(
      number,
      channelIdOf(this.#connection, number),
      this.#bodySizeMax,
    );
    this.#byNumber.set(number, channel);
    this.#byId.set(channel.id, channel);
    return channel;
  }
}
