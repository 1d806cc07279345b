/** What a case remembers: `as` and `capture` write it, `${name}` reads it. */
import type { Step } from '#conformance';
import type { Heard } from './step-ear.ts';

export class Variables {
  readonly #values = new Map<string, string>();
  readonly #lastHeard = new Map<string, Heard>();

  hear(heard: Heard): void {
    this.#lastHeard.set(heard.at, heard);
  }

  /** A queue name or consumer tag of the answer, and fields of the last frame on the channel. */
  remember(step: Step, answer: Partial<Heard> | null): void {
    const chosen = { 'queue.declare-ok': 'queue', 'basic.consume-ok': 'consumerTag' }[
      String(answer?.name)
    ];
    if (typeof step['as'] === 'string' && chosen !== undefined) {
      this.#values.set(step['as'], String(answer?.fields?.[chosen]));
    }
    const last = this.#lastHeard.get(String(step['ch'] ?? 'a'));
    for (const [name, path] of Object.entries((step['capture'] as object | undefined) ?? {})) {
      const value = String(path)
        .split('.')
        .reduce<unknown>(
          (part, key) => (part as Record<string, unknown> | undefined)?.[key],
          last?.fields,
        );
      this.#values.set(name, String(value));
    }
  }

  /** `${name}` in every string; with a number, `{i}` too. */
  resolve(value: unknown, number?: number): unknown {
    if (typeof value === 'string') {
      const filled = value.replace(
        /\$\{(\w+)\}/g,
        (_, name: string) => this.#values.get(name) ?? '',
      );
      return number === undefined ? filled : filled.replaceAll('{i}', String(number));
    }
    if (Array.isArray(value)) return value.map((item) => this.resolve(item, number));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, this.resolve(item, number)]),
    );
  }
}
