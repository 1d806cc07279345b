/** Texts that Erlang 25 itself gave for `io_lib:format("… = ~p: ~p", …)`. */
import { describe, expect, it } from 'vitest';
import { octetsPrinted, pairPrinted } from './erlang-octets.ts';

function printed(before: string, octet: number, count: number, mark: number): string {
  const start = octetsPrinted(`type 1, ${before} = `, new Uint8Array(count).fill(octet));
  return pairPrinted(`${start}: `, 'invalid_frame_end_marker', mark).replace(/\n *\d/, (rest) =>
    rest.replaceAll(' ', '.'),
  );
}

describe('a pair as Erlang prints it', () => {
  it.each([
    ['all octets', 1, 11, 11],
    ['all octets', 1, 12, 1],
    ['all octets', 129, 16, 11],
    ['first 16 octets', 129, 16, 11],
    ['first 16 octets', 255, 16, 0],
    ['all octets', 100, 7, 111],
  ])(
    'stands in the line where there is room: %s of %i, %i times, %i',
    (...[before, octet, count, mark]) => {
      expect(printed(before, octet, count, mark)).toBe(`{invalid_frame_end_marker,${mark}}`);
    },
  );

  it.each([
    ['all octets', 1, 12, 11, 51],
    ['all octets', 1, 13, 1, 53],
    ['first 16 octets', 255, 16, 200, 51],
    ['first 16 octets', 129, 13, 11, 84],
    ['all octets', 9, 16, 2, 62],
  ])(
    'goes on below where there is none: %s of %i, %i times, %i',
    (...[before, octet, count, mark, column]) => {
      expect(printed(before, octet, count, mark)).toBe(
        `{invalid_frame_end_marker,\n${'.'.repeat(column)}${mark}}`,
      );
    },
  );
});
