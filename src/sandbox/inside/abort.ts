/** AbortController and its signal. */
import { Event, EventTarget } from './event-target.ts';
import { machine } from './machine.ts';

const abortError = (name: string, message: string): Error =>
  Object.assign(new Error(message), { name });

export class AbortSignal extends EventTarget {
  aborted = false;
  reason: unknown = undefined;
  onabort: ((event: Event) => unknown) | null = null;

  static abort(reason?: unknown): AbortSignal {
    const controller = new AbortController();
    controller.abort(reason);
    return controller.signal;
  }

  static timeout(delay: number): AbortSignal {
    const controller = new AbortController();
    const late = () =>
      controller.abort(abortError('TimeoutError', 'The operation was aborted due to timeout'));
    machine().agenda.set(late, delay, false, []);
    return controller.signal;
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }
}

export class AbortController {
  readonly signal = new AbortSignal();

  abort(reason: unknown = abortError('AbortError', 'This operation was aborted')): void {
    if (this.signal.aborted) return;
    this.signal.aborted = true;
    this.signal.reason = reason;
    this.signal.dispatchEvent(new Event('abort'));
  }
}
