import { describe, expect, it } from 'vitest';
import { phash2 } from './phash2.ts';

describe('phash2', () => {
  // The first is a sample of Erlang's own tests (hash_SUITE); the others were worked out by a second
  // program, which agrees with all of their samples of binaries.
  it.each([
    [[''], 440873397],
    [['abc'], 3553186069],
    [['12345678901234567890'], 1249173164],
    [['orders.eu', 'orders.us'], 1992833705],
    [['zażółć'], 3770660279],
  ] as const)('hashes %j as Erlang does', (texts, hash) => {
    expect(phash2(texts)).toBe(hash);
  });
});
