/**
 * One turn of a client: what it does in answer to a frame, to its clock, or to the person before it.
 *
 * It is to clients what a transaction is to the broker. A client's rules read through it, write
 * through it (what `edit…` returns belongs to the turn and may be written to) and tell it what they
 * send; the simulation then makes methods travel and wakes the client when it asked to be woken.
 */
import type { ChannelMethod, ConnectionMethod, Instant, MessageId } from '#engine';
import type { ConsumerSpec, PublisherSpec } from '#scenario';
import type { NoteBody } from '../note.ts';
import type { RandomStream } from '../random.ts';
import type { ClientState, ConsumerState, Content, PublisherState } from './client-state.ts';

export type Draft<State> = { -readonly [Key in keyof State]: State[Key] };

/** A method on its way out. */
export interface Sent {
  readonly method: ConnectionMethod | ChannelMethod;
  readonly session: number;
  /** Which message it publishes; null for all other methods. */
  readonly message: MessageId | null;
  readonly isReply: boolean;
}

export class Turn {
  readonly at: Instant;
  readonly sent: Sent[] = [];
  readonly wakes: Instant[] = [];
  readonly notes: NoteBody[] = [];
  lastMessageId: MessageId;
  /** After how long it reconnects, and what it was working on, if it crashed; else null. */
  crash: { readonly reconnectAfterMs: number; readonly message: MessageId } | null = null;
  #client: ClientState;
  #isOwned = false;
  readonly #owned = new Set<object>();

  constructor(client: ClientState, at: Instant, lastMessageId: MessageId) {
    this.#client = client;
    this.at = at;
    this.lastMessageId = lastMessageId;
  }

  /** As this turn has made it so far; the one that was handed in where nothing was written. */
  get client(): ClientState {
    return this.#client;
  }

  edit(): Draft<ClientState> {
    if (!this.#isOwned) {
      const { publishers, consumers } = this.#client;
      this.#client = { ...this.#client, publishers: [...publishers], consumers: [...consumers] };
      this.#isOwned = true;
    }
    return this.#client;
  }

  publisherSpec(index: number): PublisherSpec {
    return this.#client.spec.publishers[index] as PublisherSpec;
  }

  publisher(index: number): PublisherState {
    return this.#client.publishers[index] as PublisherState;
  }

  editPublisher(index: number): Draft<PublisherState> {
    return this.#editPart(this.edit().publishers as PublisherState[], index);
  }

  consumerSpec(index: number): ConsumerSpec {
    return this.#client.spec.consumers[index] as ConsumerSpec;
  }

  consumer(index: number): ConsumerState {
    return this.#client.consumers[index] as ConsumerState;
  }

  editConsumer(index: number): Draft<ConsumerState> {
    return this.#editPart(this.edit().consumers as ConsumerState[], index);
  }

  draw<Value>(drawFrom: (stream: RandomStream) => readonly [Value, RandomStream]): Value {
    const [value, random] = drawFrom(this.#client.random);
    if (random !== this.#client.random) this.edit().random = random;
    return value;
  }

  send(method: ConnectionMethod | ChannelMethod): void {
    const { session } = this.#client;
    this.sent.push({ method, session, message: null, isReply: false });
  }

  publish(channel: PublisherState['channel'], content: Content, isReply = false): MessageId {
    const { session } = this.#client;
    this.lastMessageId = (this.lastMessageId + 1) as MessageId;
    const method = { type: 'basic.publish', channel, ...content } as const;
    this.sent.push({ method, session, message: this.lastMessageId, isReply });
    return this.lastMessageId;
  }

  /** The client looks at its clock then, and does what is due. */
  wakeAt(at: Instant): void {
    this.wakes.push(at);
  }

  note(note: NoteBody): void {
    this.notes.push(note);
  }

  #editPart<Part extends object>(parts: Part[], index: number): Draft<Part> {
    const part = parts[index] as Part;
    if (this.#owned.has(part)) return part;
    const draft = { ...part };
    this.#owned.add(draft);
    parts[index] = draft;
    return draft;
  }
}
