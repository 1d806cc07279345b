/** Bytes as Erlang prints them, for RabbitMQ's complaints hold whole frames. */
import { textOf } from '#base';

/** No reply text has room for more of them. */
const octetsMax = 256;
/** A pair that would reach this column goes on in the next line. */
const pairEnd = 79;
/** The last column that Erlang's pretty printer writes numbers to. */
const lastColumn = 79;

const escapes = new Map(
  Object.entries({
    '"': '"',
    '\\': '\\',
    '\b': 'b',
    '\t': 't',
    '\n': 'n',
    '\v': 'v',
    '\f': 'f',
    '\r': 'r',
    '\u001b': 'e',
  }).map(([unit, letter]) => [unit.charCodeAt(0), letter.charCodeAt(0)]),
);
const backslash = 0x5c;

/** As `~w`: always numbers. */
export const octetsInFull = (bytes: Uint8Array): string =>
  `<<${bytes.subarray(0, octetsMax).join(',')}>>`;

/** As `~p` after a text: in quotes where all can be read, else numbers below each other in lines. */
export function octetsPrinted(before: string, bytes: Uint8Array): string {
  if (bytes.length === 0) return `${before}<<>>`;
  if (bytes.every(isPrintable)) return `${before}<<"${quoted(bytes.subarray(0, octetsMax))}">>`;
  const indent = before.length + 2;
  const shown = bytes.subarray(0, octetsMax);
  let text = `${before}<<`;
  let column = indent;
  for (const [index, octet] of shown.entries()) {
    const item = index === bytes.length - 1 ? String(octet) : `${octet},`;
    if (index > 0 && column + item.length > lastColumn) {
      text += `\n${' '.repeat(indent)}`;
      column = indent;
    }
    text += item;
    column += item.length;
  }
  return `${text}>>`;
}

/** `{name,value}` as `~p` after a text. */
export function pairPrinted(before: string, name: string, value: number): string {
  const column = before.length - (before.lastIndexOf('\n') + 1);
  const pair = `{${name},${value}}`;
  return column + pair.length < pairEnd ? pair : `{${name},\n${' '.repeat(column + 1)}${value}}`;
}

const isPrintable = (octet: number): boolean =>
  (octet >= 0x20 && octet <= 0x7e) || octet >= 0xa0 || escapes.has(octet);

/** Erlang takes each byte for a character and writes it as the byte it is. */
function quoted(bytes: Uint8Array): string {
  const written = [...bytes].flatMap((octet) => {
    const letter = escapes.get(octet);
    return letter === undefined ? [octet] : [backslash, letter];
  });
  return textOf(Uint8Array.from(written));
}
