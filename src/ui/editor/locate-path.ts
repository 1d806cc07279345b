/**
 * Where in a JSON text a value stands: `queues.2.name` to the characters it takes. The text need not
 * be correct; what cannot be found is looked for as far as it goes, so that a problem is shown at the
 * nearest place there is.
 */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export function locatePath(text: string, path: string): TextSpan {
  const keys = path === '' ? [] : path.split('.');
  const reader = { text, at: 0 };
  skipSpace(reader);
  let found: TextSpan = { start: reader.at, end: Math.min(text.length, reader.at + 1) };
  for (const key of keys) {
    const inside = enter(reader, key);
    if (inside === null) break;
    reader.at = inside;
    found = { start: inside, end: inside };
  }
  if (found.start === found.end) {
    const end = { text, at: found.start };
    skipValue(end);
    // Of a long value only its beginning: a whole list underlined says nothing.
    const lineEnd = text.indexOf('\n', found.start);
    found = { start: found.start, end: Math.min(end.at, lineEnd === -1 ? text.length : lineEnd) };
  }
  return found.end > found.start ? found : { start: found.start, end: found.start + 1 };
}

interface Reader {
  readonly text: string;
  at: number;
}

/** Where the value of that key or index begins, in the object or list that begins at the reader. */
function enter({ text, at }: Reader, key: string): number | null {
  const reader = { text, at };
  skipSpace(reader);
  const open = text[reader.at];
  if (open !== '{' && open !== '[') return null;
  reader.at++;
  for (let index = 0; ; index++) {
    skipSpace(reader);
    const next = text[reader.at];
    if (next === undefined || next === '}' || next === ']') return null;
    const name = open === '{' ? readKey(reader) : String(index);
    skipSpace(reader);
    if (name === key) return reader.at;
    const before = reader.at;
    skipValue(reader);
    skipSpace(reader);
    if (text[reader.at] === ',') reader.at++;
    else if (reader.at === before) return null;
  }
}

function readKey(reader: Reader): string {
  const start = reader.at;
  skipString(reader);
  const written = reader.text.slice(start, reader.at);
  skipSpace(reader);
  if (reader.text[reader.at] === ':') reader.at++;
  try {
    return String(JSON.parse(written));
  } catch {
    return written;
  }
}

function skipSpace(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at++;
}

function skipString(reader: Reader): void {
  if (reader.text[reader.at] !== '"') return;
  reader.at++;
  while (reader.at < reader.text.length && reader.text[reader.at] !== '"') {
    reader.at += reader.text[reader.at] === '\\' ? 2 : 1;
  }
  reader.at++;
}

function skipValue(reader: Reader): void {
  const first = reader.text[reader.at];
  if (first === '"') {
    skipString(reader);
    return;
  }
  if (first !== '{' && first !== '[') {
    while (/[^\s,\]}]/.test(reader.text[reader.at] ?? ' ')) reader.at++;
    return;
  }
  let depth = 0;
  do {
    const character = reader.text[reader.at];
    if (character === '"') {
      skipString(reader);
      continue;
    }
    if (character === '{' || character === '[') depth++;
    if (character === '}' || character === ']') depth--;
    reader.at++;
  } while (depth > 0 && reader.at < reader.text.length);
}
