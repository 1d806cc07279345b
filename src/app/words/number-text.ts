/** Numbers, as the screen writes them. */

/** `1 204`: thousands apart by a thin space, so that no one takes a comma for a decimal point. */
export const countText = (count: number): string =>
  String(Math.trunc(count)).replace(/\B(?=(\d{3})+$)/g, '\u2009');

/** `1 message`, `3 messages`. */
export const countedText = (count: number, one: string, many = `${one}s`): string =>
  `${countText(count)} ${count === 1 ? one : many}`;

/** `0.1×`, `1×`, `25×`. */
export const speedText = (speed: number): string => `${Number(speed.toFixed(2))}×`;
