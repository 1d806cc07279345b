import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant, MessageId } from '#engine';
import { entriesOf } from './find-entries.ts';
import { emptyJournal, journalWith, newestFirst, shortenedJournal } from './journal.ts';
import type { Journal, JournalEntry } from './journal.ts';

const anEntry = (number: number): JournalEntry => ({
  number,
  at: number as Instant,
  step: number,
  readyCount: null,
  event:
    number % 2 === 0
      ? { kind: 'note', type: 'client.connected', client: `client ${number}` }
      : {
          kind: 'note',
          type: 'message.forgotten',
          client: 'biller',
          message: number as MessageId,
        },
});

/** A journal with so many entries, appended a few at a time. */
function aJournal(count: number, atATime = 3): Journal {
  let journal = emptyJournal;
  for (let number = 1; number <= count; number += atATime) {
    const size = Math.min(atATime, count - number + 1);
    journal = journalWith(
      journal,
      Array.from({ length: size }, (_, i) => anEntry(number + i)),
    );
  }
  return journal;
}

const numbersOf = (journal: Journal): number[] =>
  [...newestFirst(journal)].map(({ number }) => number);

describe('a journal', () => {
  it('gives its entries back, the newest first', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 150 }), (count, atATime) => {
        const expected = Array.from({ length: count }, (_, index) => count - index);
        expect(numbersOf(aJournal(count, atATime))).toEqual(expected);
      }),
    );
  });

  it('forgets the oldest, and stays bounded', () => {
    const numbers = numbersOf(aJournal(50_000, 7));
    expect(numbers.length).toBeLessThanOrEqual(20_000);
    expect(numbers.length).toBeGreaterThan(19_800);
    expect(numbers[0]).toBe(50_000);
  });

  it('stays as it was when another is made of it', () => {
    const before = aJournal(100);
    const numbers = numbersOf(before);
    journalWith(before, [anEntry(101)]);
    journalWith(before, [anEntry(101), anEntry(102)]);
    expect(numbersOf(before)).toEqual(numbers);
  });

  it('can be shortened to its newest entries', () => {
    const short = shortenedJournal(aJournal(5_000), 1_000);
    expect(numbersOf(short).length).toBeGreaterThanOrEqual(1_000);
    expect(numbersOf(short).length).toBeLessThan(1_200);
    expect(shortenedJournal(short, 1_000)).toBe(short);
  });

  it('finds by time, kind and text, the newest last', () => {
    const journal = aJournal(200);
    const found = (filter: Partial<Parameters<typeof entriesOf>[1]>) =>
      entriesOf(journal, { max: 3, ...filter }).map(({ number }) => number);
    expect(found({})).toEqual([198, 199, 200]);
    expect(found({ to: 50 as Instant })).toEqual([48, 49, 50]);
    expect(found({ from: 199 as Instant })).toEqual([199, 200]);
    expect(found({ kinds: ['message'] })).toEqual([195, 197, 199]);
    expect(found({ kinds: ['client.connected'] })).toEqual([196, 198, 200]);
    expect(found({ text: 'MESSAGE 13' })).toEqual([135, 137, 139]);
    expect(found({ text: 'nothing of the kind' })).toEqual([]);
  });
});
