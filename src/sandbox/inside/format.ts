/** util.format: a text with directives, and what follows it. */
import { inspect } from './inspect.ts';

const plain = (value: unknown): string => (typeof value === 'string' ? value : inspect(value));

function json(value: unknown): string {
  try {
    return String(JSON.stringify(value));
  } catch {
    return '[Circular]';
  }
}

function directive(mark: string, value: unknown): string {
  const isObject = typeof value === 'object' && value !== null;
  switch (mark) {
    case '%s':
      if (typeof value === 'bigint') return `${value}n`;
      return isObject ? inspect(value, { depth: 0 }) : String(value);
    case '%d':
      return isObject ? 'NaN' : String(Number(value));
    case '%i':
      return String(Number.parseInt(String(value), 10));
    case '%f':
      return String(Number.parseFloat(String(value)));
    case '%j':
      return json(value);
    case '%c':
      return '';
    default:
      return inspect(value, { depth: 4 });
  }
}

export function format(...given: readonly unknown[]): string {
  const [first, ...rest] = given;
  if (typeof first !== 'string') return given.map(plain).join(' ');
  let used = 0;
  const text = first.replace(/%[sdifjoOc%]/g, (mark) => {
    if (mark === '%%') return rest.length === 0 ? mark : '%';
    return used < rest.length ? directive(mark, rest[used++]) : mark;
  });
  return [text, ...rest.slice(used).map(plain)].join(' ');
}
