/** Numbers and spans as the panels write them. */

/** `0.340 s`, `12.05 s`, `3:07.2`: an instant of the run. */
export function instantText(ms: number): string {
  const seconds = ms / 1_000;
  if (seconds < 60) return `${seconds.toFixed(3)} s`;
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${(seconds - minutes * 60).toFixed(3).padStart(6, '0')}`;
}

/** `340 ms`, `1.2 s`, `2 min 5 s`: how long something takes. */
export function spanText(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${Math.floor(ms / 100) / 10} s`;
  const minutes = Math.floor(ms / 60_000);
  const seconds = Math.floor((ms - minutes * 60_000) / 1_000);
  return seconds === 0 ? `${minutes} min` : `${minutes} min ${seconds} s`;
}

/** `1 message`, `3 messages`. */
export const countText = (count: number, word: string, plural = `${word}s`): string =>
  `${groupedText(count)} ${count === 1 ? word : plural}`;

/** With a thin space between thousands. */
export const groupedText = (count: number): string =>
  count.toLocaleString('en-US').replaceAll(',', '\u2009');

export const exchangeText = (name: string): string => (name === '' ? 'default exchange' : name);
