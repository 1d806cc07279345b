/**
 * Readings: what a person typed, taken as a value or refused in a sentence. A form hands to the
 * document only what has been read; the sentence is shown at the field.
 */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: string };

export type Reader<Value> = (text: string) => Reading<Value>;

const taken = <Value>(value: Value): Reading<Value> => ({ ok: true, value });
const refused = (problem: string): Reading<never> => ({ ok: false, problem });

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Bounds of the document's own numbers; see scenario/schema-parts.ts. */
export const anyCount: Bounds = { min: 0, max: 1_000_000_000 };
export const anyMs: Bounds = { min: 0, max: 315_360_000_000 };

const grouped = (count: number): string => count.toLocaleString('en').replaceAll(',', ' ');

export const wholeNumber =
  ({ min, max }: Bounds): Reader<number> =>
  (text) => {
    const trimmed = text.trim();
    const value = Number(trimmed);
    if (!/^-?\d+$/.test(trimmed) || value < min || value > max) {
      return refused(`Enter a whole number from ${grouped(min)} to ${grouped(max)}.`);
    }
    return taken(value);
  };

export const decimalNumber =
  ({ min, max }: Bounds): Reader<number> =>
  (text) => {
    const trimmed = text.trim();
    const value = Number(trimmed);
    if (trimmed === '' || !Number.isFinite(value) || value < min || value > max) {
      return refused(`Enter a number from ${grouped(min)} to ${grouped(max)}.`);
    }
    return taken(value);
  };

/** An empty field is no value at all. */
export const orNothing =
  <Value>(read: Reader<Value>): Reader<Value | undefined> =>
  (text) =>
    text.trim() === '' ? taken(undefined) : read(text);

export const anyText =
  (lengthMax: number): Reader<string> =>
  (text) =>
    text.length > lengthMax
      ? refused(`At most ${grouped(lengthMax)} characters; this has ${grouped(text.length)}.`)
      : taken(text);

/** AMQP's short string. */
export const shortText = anyText(255);

export const nameText: Reader<string> = (text) =>
  text.trim() === '' ? refused('A name is needed.') : shortText(text.trim());

/** AMQP writes the time to live of a message as decimal digits. */
export const expirationText: Reader<string> = (text) =>
  /^\d+$/.test(text.trim())
    ? wholeNumber({ min: 0, max: anyMs.max })(text).ok
      ? taken(text.trim())
      : refused('At most ten years: 315 360 000 000 milliseconds.')
    : refused('Enter whole milliseconds, such as 30000.');

/** What only JSON can say of an argument: a list, a table, null. */
export const jsonText: Reader<unknown> = (text) => {
  try {
    return taken(JSON.parse(text) as unknown);
  } catch {
    return refused('Enter JSON, such as ["a", "b"] or {"key": 1}.');
  }
};
