/**
 * Date on virtual time, in UTC on every machine. The language's own Date stays underneath, but nothing
 * leads back to it: it has the clock and the time zone of the world.
 */
const RealDate = Date;
const construct = Reflect.construct;

const hasZone = /(?:Z|\b(?:GMT|UTC)(?:[+-]\d+)?|[+-]\d{2}:?\d{2})(?:\s*\([^)]*\))?\s*$/i;
const isIso = /^[+-]?\d{4,6}-\d{2}-\d{2}/;

/** A text that names no zone means UTC here, where it would be the local time elsewhere. */
function parse(text: unknown): number {
  const given = String(text);
  const plain = RealDate.parse(given);
  if (hasZone.test(given) || !/\d:\d|[a-z]/i.test(given.replace('T', ''))) {
    return isIso.test(given) || hasZone.test(given) ? plain : withZone(given, plain);
  }
  return withZone(given, plain);
}

function withZone(given: string, plain: number): number {
  const zoned = RealDate.parse(isIso.test(given) ? `${given.trim()}Z` : `${given} GMT`);
  return Number.isNaN(zoned) ? plain : zoned;
}

const parts = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const two = (value: number): string => String(value).padStart(2, '0');

const day = (date: Date): string =>
  `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${two(date.getUTCDate())} ${date.getUTCFullYear()}`;
const clock = (date: Date): string =>
  `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
const hour12 = (date: Date): string =>
  `${date.getUTCHours() % 12 || 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} ${date.getUTCHours() < 12 ? 'AM' : 'PM'}`;
const localeDay = (date: Date): string =>
  `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;

const written =
  (write: (date: Date) => string) =>
  (date: Date): string =>
    Number.isNaN(date.getTime()) ? 'Invalid Date' : write(date);

const texts: Readonly<Record<string, (date: Date) => string>> = {
  toString: written((date) => `${day(date)} ${clock(date)} GMT+0000 (Coordinated Universal Time)`),
  toDateString: written(day),
  toTimeString: written((date) => `${clock(date)} GMT+0000 (Coordinated Universal Time)`),
  toLocaleString: written((date) => `${localeDay(date)}, ${hour12(date)}`),
  toLocaleDateString: written(localeDay),
  toLocaleTimeString: written(hour12),
};

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

/** The methods that speak of local time do what those that speak of UTC do. */
function moveToUtc(prototype: Date): void {
  const methods = prototype as unknown as Record<string, unknown>;
  for (const part of parts) {
    define(prototype, `get${part}`, methods[`getUTC${part}`]);
    define(prototype, `set${part}`, methods[`setUTC${part}`]);
  }
  define(prototype, 'getDay', methods['getUTCDay']);
  define(prototype, 'getTimezoneOffset', () => 0);
  define(prototype, 'getYear', function (this: Date) {
    return this.getUTCFullYear() - 1900;
  });
  define(prototype, 'setYear', function (this: Date, year: number) {
    const whole = Number(year);
    return this.setUTCFullYear(whole >= 0 && whole <= 99 ? 1900 + whole : whole);
  });
  for (const [name, write] of Object.entries(texts)) {
    define(prototype, name, function (this: Date) {
      return write(this);
    });
  }
}

export function makeDate(now: () => number): DateConstructor {
  function VirtualDate(...given: readonly unknown[]): unknown {
    const [first] = given;
    if (new.target === undefined)
      return new (VirtualDate as unknown as DateConstructor)().toString();
    if (given.length === 0) return construct(RealDate, [now()], new.target);
    if (given.length > 1) {
      return construct(
        RealDate,
        [(RealDate.UTC as (...all: unknown[]) => number)(...given)],
        new.target,
      );
    }
    if (first instanceof RealDate) return construct(RealDate, [first.getTime()], new.target);
    const plain =
      first !== null && typeof first === 'object'
        ? (first as { valueOf: () => unknown }).valueOf()
        : first;
    const value = typeof plain === 'string' ? parse(plain) : plain;
    return construct(RealDate, [value], new.target);
  }
  define(VirtualDate, 'name', 'Date');
  define(VirtualDate, 'length', 7);
  define(VirtualDate, 'now', () => now());
  define(VirtualDate, 'parse', parse);
  define(VirtualDate, 'UTC', RealDate.UTC);
  Object.defineProperty(VirtualDate, 'prototype', {
    value: RealDate.prototype,
    writable: false,
    configurable: false,
  });
  define(RealDate.prototype, 'constructor', VirtualDate);
  moveToUtc(RealDate.prototype);
  return VirtualDate as unknown as DateConstructor;
}
