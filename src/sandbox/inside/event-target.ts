/** The events of the web platform, as far as WebSocket and AbortController need them. */
import { machine } from './machine.ts';

type Listener = ((event: Event) => unknown) | { readonly handleEvent: (event: Event) => unknown };

export class Event {
  readonly type: string;
  readonly cancelable: boolean;
  readonly timeStamp: number;
  target: EventTarget | null = null;
  currentTarget: EventTarget | null = null;
  defaultPrevented = false;
  isStopped = false;

  constructor(type: string, init: { readonly cancelable?: boolean } = {}) {
    this.type = String(type);
    this.cancelable = init.cancelable === true;
    this.timeStamp = machine().agenda.now;
  }

  preventDefault(): void {
    if (this.cancelable) this.defaultPrevented = true;
  }

  stopPropagation(): void {}

  stopImmediatePropagation(): void {
    this.isStopped = true;
  }
}

export class MessageEvent extends Event {
  readonly data: unknown;
  readonly origin: string;

  constructor(type: string, init: { readonly data?: unknown; readonly origin?: string } = {}) {
    super(type);
    this.data = init.data ?? null;
    this.origin = init.origin ?? '';
  }
}

export class CloseEvent extends Event {
  readonly code: number;
  readonly reason: string;
  readonly wasClean: boolean;

  constructor(
    type: string,
    init: { readonly code?: number; readonly reason?: string; readonly wasClean?: boolean } = {},
  ) {
    super(type);
    this.code = init.code ?? 0;
    this.reason = init.reason ?? '';
    this.wasClean = init.wasClean === true;
  }
}

export class ErrorEvent extends Event {
  readonly message: string;
  readonly error: unknown;

  constructor(type: string, init: { readonly message?: string; readonly error?: unknown } = {}) {
    super(type);
    this.message = init.message ?? '';
    this.error = init.error ?? null;
  }
}

interface Entry {
  readonly listener: Listener;
  readonly once: boolean;
}

export class EventTarget {
  readonly #entries = new Map<string, Entry[]>();

  addEventListener(
    type: string,
    listener: Listener | null,
    options: boolean | { readonly once?: boolean } = false,
  ): void {
    if (listener === null || listener === undefined) return;
    const entries = this.#entries.get(type) ?? [];
    if (entries.some((entry) => entry.listener === listener)) return;
    const once = typeof options === 'object' && options.once === true;
    this.#entries.set(type, [...entries, { listener, once }]);
  }

  removeEventListener(type: string, listener: Listener | null): void {
    const entries = this.#entries.get(type) ?? [];
    this.#entries.set(
      type,
      entries.filter((entry) => entry.listener !== listener),
    );
  }

  dispatchEvent(event: Event): boolean {
    event.target = this;
    event.currentTarget = this;
    const handler = (this as unknown as Record<string, unknown>)[`on${event.type}`];
    if (typeof handler === 'function') machine().agenda.attempt(() => handler.call(this, event));
    for (const { listener, once } of this.#entries.get(event.type) ?? []) {
      if (event.isStopped) break;
      if (once) this.removeEventListener(event.type, listener);
      machine().agenda.attempt(() =>
        typeof listener === 'function' ? listener.call(this, event) : listener.handleEvent(event),
      );
    }
    return !event.defaultPrevented;
  }
}
