/**
 * Which programs may run without asking: those that come with Warren, and those that the visitor of
 * this browser has allowed or written. A program is known by what its text adds up to.
 */
import { scenarios } from '#library';
import type { SettingsStorage } from '../settings.ts';
import { textsIn } from './program-texts.ts';

const key = 'warren:allowed-programs';
const keptMax = 200;

export class AllowedPrograms {
  readonly #storage: SettingsStorage | null;
  /** The latest last. */
  readonly #allowed: Set<string>;

  constructor(storage: SettingsStorage | null) {
    this.#storage = storage;
    this.#allowed = new Set(kept(storage));
  }

  async areAllowed(texts: readonly string[]): Promise<boolean> {
    const own = await ownPrograms();
    const unknown = texts.filter((text) => !own.has(text));
    const sums = await Promise.all(unknown.map(sumOf));
    return sums.every((sum) => sum !== null && this.#allowed.has(sum));
  }

  async allow(texts: readonly string[]): Promise<void> {
    const own = await ownPrograms();
    const unknown = texts.filter((text) => !own.has(text));
    const sums = await Promise.all(unknown.map(sumOf));
    for (const sum of sums) {
      if (sum === null) continue;
      this.#allowed.delete(sum);
      this.#allowed.add(sum);
    }
    try {
      this.#storage?.setItem(key, JSON.stringify([...this.#allowed].slice(-keptMax)));
    } catch {
      // Storage is full or forbidden: the visitor is asked again at the next visit.
    }
  }
}

function kept(storage: SettingsStorage | null): readonly string[] {
  try {
    const list: unknown = JSON.parse(storage?.getItem(key) ?? '[]');
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

let own: Promise<ReadonlySet<string>> | null = null;

const ownPrograms = (): Promise<ReadonlySet<string>> =>
  (own ??= Promise.resolve(new Set(scenarios.flatMap(({ load }) => textsIn(load().clients)))));

/** Null where the page may not compute it: then nothing is remembered. */
async function sumOf(text: string): Promise<string | null> {
  if (globalThis.crypto?.subtle === undefined) return null;
  const bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)),
  );
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
