/** Times of the run, as the screen writes them. */

/** `00:08.420`, `1:02:03.004`: where the playhead is. */
export function clockText(ms: number): string {
  const whole = Math.floor(Math.max(0, ms));
  const hours = Math.floor(whole / 3_600_000);
  const minutes = padded(Math.floor(whole / 60_000) % 60, 2);
  const seconds = padded(Math.floor(whole / 1_000) % 60, 2);
  const rest = padded(whole % 1_000, 3);
  const short = `${minutes}:${seconds}.${rest}`;
  return hours === 0 ? short : `${hours}:${short}`;
}

/** `8 s`, `1 min 20 s`: for screen readers and sentences. */
export function spokenTime(ms: number): string {
  const tenths = Math.round(Math.max(0, ms) / 100) / 10;
  if (tenths < 60) return `${tenths} s`;
  const minutes = Math.floor(tenths / 60);
  const seconds = Math.floor(tenths - minutes * 60);
  return seconds === 0 ? `${minutes} min` : `${minutes} min ${seconds} s`;
}

const padded = (count: number, digits: number): string => String(count).padStart(digits, '0');
