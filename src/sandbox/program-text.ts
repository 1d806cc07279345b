/** The program's own text: how it is handed to the machine, and how the machine's places read in it. */
import type { SourcePlace } from './turn.ts';

export const programName = 'program.js';

/** CommonJS in Node is the body of such a function. It stands before the first line, on that line. */
const wrapper = '(function (exports, require, module, __filename, __dirname) {';
const place = /\bprogram\.js:(\d+)(?::(\d+))?/;

export class ProgramText {
  readonly #source: string;
  /** How far the first line is shifted. */
  #shift = 0;

  constructor(source: string) {
    this.#source = source.replace(/^\ufeff/, '').replace(/^#!/, '//');
  }

  asModule(): string {
    this.#shift = 0;
    return this.#source;
  }

  asFunction(): string {
    this.#shift = wrapper.length;
    return `${wrapper}${this.#source}\n})`;
  }

  placeAt(text: string): SourcePlace | null {
    const found = /^(\d+):(\d+)$/.exec(text);
    return found === null ? null : this.#placed(Number(found[1]), Number(found[2]));
  }

  #placed(line: number, column: number): SourcePlace {
    return { line, column: line === 1 ? Math.max(1, column - this.#shift) : column };
  }

  /** The innermost of the program's lines in a stack. */
  placeInStack(stack: string): SourcePlace | null {
    const found = place.exec(stack);
    return found === null ? null : this.#placed(Number(found[1]), Number(found[2] ?? 1));
  }

  withPlaces(stack: string): string {
    if (this.#shift === 0) return stack;
    return stack.replaceAll(
      /\bprogram\.js:1:(\d+)/g,
      (_, column) => `${programName}:1:${this.#placed(1, Number(column)).column}`,
    );
  }

  /** Where the program names a module, for an error that does not tell. */
  placeOfQuoted(word: string): SourcePlace | null {
    const at = ["'", '"', '`']
      .map((quote) => this.#source.indexOf(quote + word + quote))
      .filter((found) => found >= 0)
      .sort((one, two) => one - two)[0];
    if (at === undefined) return null;
    const before = this.#source.slice(0, at).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  }
}
