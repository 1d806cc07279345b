/** The bytes of a text, as they go over the wire. */
export function utf8Bytes(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), trailing(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), trailing(code >> 6), trailing(code));
    else {
      bytes.push(0xf0 | (code >> 18), trailing(code >> 12), trailing(code >> 6), trailing(code));
    }
  }
  return bytes;
}

const trailing = (code: number): number => 0x80 | (code & 0x3f);
