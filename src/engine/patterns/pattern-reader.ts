/** The text of a regular expression as it is being read, byte by byte. */
import { PatternError } from './pattern-error.ts';
import { utf8Bytes } from './utf8-bytes.ts';

export class PatternReader {
  at = 0;
  readonly #bytes: readonly number[];
  readonly #text: string;

  constructor(pattern: string) {
    this.#bytes = utf8Bytes(pattern);
    // One character for each byte, so that it can be searched like any text.
    this.#text = String.fromCharCode(...this.#bytes);
  }

  get length(): number {
    return this.#bytes.length;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#bytes.length;
  }

  /** The next byte as a character; empty at the end. */
  get next(): string {
    return this.#text.charAt(this.at);
  }

  /** Passes over the text if it comes next. */
  skip(text: string): boolean {
    if (!this.#text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** What comes next and matches, which is passed over; `expression` must be sticky. */
  take(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.at;
    const match = expression.exec(this.#text);
    if (match !== null) this.at = expression.lastIndex;
    return match;
  }

  takeByte(): number {
    const byte = this.#bytes[this.at] as number;
    this.at += 1;
    return byte;
  }

  fail(problem: string, at: number = this.at): never {
    throw new PatternError(problem, at);
  }
}
