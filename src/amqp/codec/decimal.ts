/**
 * Decimals: digits, and how many of them stand after the point. As text, so that `3.1` and `3.10` stay
 * what they are.
 */
import type { TypedValue } from '#engine';
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { cannotEncode } from './wire-error.ts';

const placesMax = 255;
const digitsMax = 2 ** 32 - 1;

export function readDecimal(from: ByteReader): string {
  const places = from.octet();
  const digits = String(from.long());
  if (places === 0) return digits;
  const padded = digits.padStart(places + 1, '0');
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

/**
 * Also `{ places, digits }`, as some clients have it. RabbitMQ reads the digits without a sign; a client
 * that means one writes two's complement.
 */
export function writeDecimal(to: ByteWriter, value: TypedValue['value']): void {
  const { places, digits } = typeof value === 'object' ? value : partsOf(String(value));
  if (!isWhole(places, 0, placesMax) || !isWhole(digits, -digitsMax, digitsMax))
    throw cannotEncode('no decimal', String(value));
  to.octet(places);
  to.long(digits);
}

const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

function partsOf(text: string): { readonly places?: number; readonly digits?: number } {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text) ?? [];
  if (whole === '') return {};
  const digits = Number(whole + part);
  return { places: part.length, digits: sign === '-' ? -digits : digits };
}
