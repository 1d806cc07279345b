/**
 * Packings: how a text becomes something short that may stand in an address, and back.
 *
 * A packing is named, and the name stands before what it packed: `deflate:AbC…`. Links live in
 * mails and slides for years, so a packing that was released stays for ever as it is; a better one
 * gets a name of its own. What is unpacked comes from a stranger: it is bounded at every stage, and
 * checked before it is unpacked.
 */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { fromBase64url, toBase64url } from './packing-base64url.ts';
import { checksumOf } from './packing-checksum.ts';
import { dictionary1 } from './packing-dictionary-1.ts';

/** Of what is unpacked, in bytes: a few hundred of them can otherwise become gigabytes. */
export const unpackedMax = 2_000_000;
/** Of what is packed, in characters. */
export const packedMax = 1_000_000;

interface Packing {
  readonly dictionary: Uint8Array;
}

/** Links name them; see the comment above before touching one. */
const packings: ReadonlyMap<string, Packing> = new Map([
  ['deflate', { dictionary: strToU8(dictionary1) }],
]);

const packingOfNewLinks = 'deflate';
const checksumLength = 4;

export type Unpacked =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'unknown-packing' | 'damaged' | 'too-large' };

export function pack(text: string): string {
  const { dictionary } = packings.get(packingOfNewLinks) as Packing;
  const data = deflateSync(strToU8(text), { level: 9, mem: 12, dictionary });
  const bytes = new Uint8Array(checksumLength + data.length);
  new DataView(bytes.buffer).setUint32(0, checksumOf(data));
  bytes.set(data, checksumLength);
  return `${packingOfNewLinks}:${toBase64url(bytes)}`;
}

/** Never throws, whatever it is given. */
export function unpack(packed: string): Unpacked {
  if (packed.length > packedMax) return { ok: false, reason: 'too-large' };
  const colon = packed.indexOf(':');
  const packing = packings.get(packed.slice(0, Math.max(0, colon)));
  if (packing === undefined) return { ok: false, reason: 'unknown-packing' };
  const bytes = fromBase64url(packed.slice(colon + 1));
  if (bytes === null || bytes.length <= checksumLength) return { ok: false, reason: 'damaged' };
  const data = bytes.subarray(checksumLength);
  const checksum = new DataView(bytes.buffer).getUint32(0);
  if (checksum !== checksumOf(data)) return { ok: false, reason: 'damaged' };
  try {
    return inflate(data, packing.dictionary);
  } catch {
    return { ok: false, reason: 'damaged' };
  }
}

/** So little at a time that one piece cannot become more than half a megabyte. */
const pieceLength = 512;

function inflate(data: Uint8Array, dictionary: Uint8Array): Unpacked {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate({ dictionary }, (piece) => {
    pieces.push(piece);
    length += piece.length;
  });
  for (let start = 0; start < data.length; start += pieceLength) {
    const end = start + pieceLength;
    inflater.push(data.subarray(start, end), end >= data.length);
    if (length > unpackedMax) return { ok: false, reason: 'too-large' };
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return { ok: true, text: strFromU8(whole) };
}
