/** A program's arguments in one line, as a shell takes them: quotes keep together what has spaces. */

export function readArguments(text: string): readonly string[] {
  const found: string[] = [];
  let current: string | null = null;
  let quote: string | null = null;
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (quote === null && /\s/.test(char)) {
      if (current !== null) found.push(current);
      current = null;
      continue;
    }
    current ??= '';
    if (char === quote) quote = null;
    else if (quote === null && (char === '"' || char === "'")) quote = char;
    else if (char === '\\' && quote !== "'" && index + 1 < text.length)
      current += text.charAt(++index);
    else current += char;
  }
  return current === null ? found : [...found, current];
}

export const writeArguments = (list: readonly string[]): string =>
  list.map((one) => (/^[^\s"'\\]+$/.test(one) ? one : quoted(one))).join(' ');

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
