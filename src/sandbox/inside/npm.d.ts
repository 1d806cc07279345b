/** npm's `events` has no types of its own; the slash tells it from Node's. */
declare module 'events/' {
  type Listener = (...given: never[]) => unknown;

  class EventEmitter {
    static EventEmitter: typeof EventEmitter;
    static defaultMaxListeners: number;
    static once(emitter: EventEmitter, event: string | symbol): Promise<unknown[]>;
    on(event: string | symbol, listener: Listener): this;
    addListener(event: string | symbol, listener: Listener): this;
    prependListener(event: string | symbol, listener: Listener): this;
    once(event: string | symbol, listener: Listener): this;
    off(event: string | symbol, listener: Listener): this;
    removeListener(event: string | symbol, listener: Listener): this;
    removeAllListeners(event?: string | symbol): this;
    emit(event: string | symbol, ...given: readonly unknown[]): boolean;
    listeners(event: string | symbol): Listener[];
    listenerCount(event: string | symbol): number;
    setMaxListeners(count: number): this;
  }

  export default EventEmitter;
}

/** A file of amqplib that is not one of its doors (scripts/sandbox-texts.mjs). */
declare module 'amqplib-internals/channel.js' {
  export const Channel: { readonly prototype: object };
}

/** What the prelude gives the wrappers of libraries, and nobody else. */
declare module 'warren:places' {
  export function here(): string;
  export function onBehalfOf<Result>(place: string, body: () => Result): Result;
  export function rememberPlace(chunk: unknown, place?: string): void;
}
