/**
 * A channel as the wire sees it. The broker has its own idea of channels; here is only what frames need:
 * whether the peer may send methods, what content is awaited, and which answers are not to be written.
 */
import type { ChannelId, ConnectionId, FrameBody } from '#engine';
import { ContentAssembly } from './content-assembly.ts';
import type { WireError } from './codec/wire-error.ts';
import { ConfirmRun } from './confirm-run.ts';

/**
 * `new`: not opened yet, or closed. `closing`: we have closed it and wait until the peer says that it
 * knows; what it sends in the meantime it sent before it knew.
 */
export type ChannelState = 'new' | 'open' | 'closing';

type AnswerType = FrameBody['type'];

interface AwaitedAnswer {
  readonly type: AnswerType;
  /** The peer does not want to hear it. */
  readonly isSilent: boolean;
}

export class ClientChannel {
  readonly number: number;
  readonly id: ChannelId;
  readonly assembly: ContentAssembly;
  state: ChannelState = 'new';
  confirms = new ConfirmRun();
  /** Closes that the broker has not answered yet: channels may be opened again before it has. */
  unansweredCloses = 0;
  /** Why we have closed it although the broker saw nothing wrong: it answers us as if the peer had. */
  closedFor: WireError | null = null;
  readonly #awaited: AwaitedAnswer[] = [];

  constructor(number: number, id: ChannelId, bodySizeMax: number) {
    this.number = number;
    this.id = id;
    this.assembly = new ContentAssembly(bodySizeMax);
  }

  /** There is nothing left to know about it. */
  get isForgettable(): boolean {
    return this.state === 'new' && this.unansweredCloses === 0 && this.assembly.isIdle;
  }

  await(type: AnswerType, isSilent: boolean): void {
    this.#awaited.push({ type, isSilent });
  }

  /** Whether an answer that the broker gives now is for nobody. */
  takeIsSilent(type: AnswerType): boolean {
    const index = this.#awaited.findIndex((awaited) => awaited.type === type);
    if (index === -1) return false;
    const [awaited] = this.#awaited.splice(index, 1);
    return awaited?.isSilent ?? false;
  }

  /** The broker has closed it, and answers nothing more. */
  forgetAwaited(): void {
    this.#awaited.length = 0;
  }
}

/** What the broker calls a channel of a connection. */
export const channelIdOf = (connection: ConnectionId, number: number): ChannelId =>
  `${connection}/${number}` as ChannelId;
