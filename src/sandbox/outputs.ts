/** What a program does within one turn, in order and within bounds. */
import {
  bytesPerTurn,
  failuresPerTurn,
  lineLength,
  linesPerTurn,
  writesPerTurn,
} from './bounds.ts';
import type { ProgramText } from './program-text.ts';
import type { ProgramOutput, SourcePlace } from './turn.ts';

type Level = Extract<ProgramOutput, { type: 'console' }>['level'];

interface Writing {
  readonly stream: number;
  readonly parts: Uint8Array[];
  readonly places: (SourcePlace | null)[];
}

const levels: ReadonlySet<string> = new Set(['log', 'info', 'warn', 'error', 'debug']);

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Says what was too much, or null. */
export type Verdict = string | null;

export class Outputs {
  readonly #text: ProgramText;
  #list: ProgramOutput[] = [];
  #writing: Writing | null = null;
  #bytes = 0;
  #writes = 0;
  #lines = 0;
  #failures = 0;

  constructor(text: ProgramText) {
    this.#text = text;
  }

  take(): readonly ProgramOutput[] {
    this.#flush();
    const list = this.#list;
    this.#list = [];
    this.#bytes = 0;
    this.#writes = 0;
    this.#lines = 0;
    this.#failures = 0;
    return list;
  }

  add(output: ProgramOutput): void {
    this.#flush();
    this.#list.push(output);
  }

  /** What is written in a row to one stream goes out as one. */
  #flush(): void {
    if (this.#writing === null) return;
    const { stream, parts, places } = this.#writing;
    this.#writing = null;
    this.#list.push({ type: 'bytes', stream, bytes: joined(parts), places });
  }

  write(stream: number, bytes: Uint8Array, places: string): Verdict {
    if (this.#writing?.stream !== stream) {
      this.#flush();
      this.#writing = { stream, parts: [], places: [] };
    }
    this.#writing.parts.push(bytes);
    for (const place of places.split(',').slice(0, -1)) {
      this.#writing.places.push(this.#text.placeAt(place));
    }
    this.#bytes += bytes.length;
    this.#writes++;
    if (this.#bytes > bytesPerTurn) {
      return `It wrote more than ${bytesPerTurn / 2 ** 20} MB to its connections at one instant.`;
    }
    if (this.#writes <= writesPerTurn) return null;
    return `It wrote to its connections more than ${writesPerTurn} times at one instant.`;
  }

  say(level: string, text: string, place: string): void {
    this.#lines++;
    if (this.#lines > linesPerTurn + 1) return;
    const isTooMany = this.#lines > linesPerTurn;
    const more = text.length - lineLength;
    const kept = more > 0 ? `${text.slice(0, lineLength)}… ${more} more characters` : text;
    this.add({
      type: 'console',
      level: isTooMany ? 'warn' : levels.has(level) ? (level as Level) : 'log',
      text: isTooMany
        ? `More than ${linesPerTurn} lines at one instant: the others are left out.`
        : kept,
      place: this.#text.placeAt(place),
    });
  }

  fail(name: string, message: string, stack: string, place?: SourcePlace | null): void {
    this.#failures++;
    if (this.#failures > failuresPerTurn) return;
    this.add({
      type: 'failed',
      name: name.slice(0, lineLength),
      message: message.slice(0, lineLength),
      place: place === undefined ? this.#text.placeInStack(stack) : place,
      stack: this.#text.withPlaces(stack.slice(0, lineLength)),
    });
  }
}
