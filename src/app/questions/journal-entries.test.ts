import { describe, expect, it } from 'vitest';
import { aRunningApp } from '../../testing/an-orders-app.ts';
import { askJournal, groupOf, journalGroups, messageOf, sentenceOf } from './journal-entries.ts';

const app = aRunningApp();
app.playback.getState().seek(5_000);
const simulation = app.playback.getState().history.present;
const everything = { groups: null, text: '', nodeKey: null };

describe('askJournal', () => {
  it('gives everything, the oldest first', () => {
    const entries = askJournal(simulation, everything);
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
  });

  it('puts each entry into one group', () => {
    const all = askJournal(simulation, everything);
    const counts = journalGroups.map(
      (group) => askJournal(simulation, { ...everything, groups: new Set([group]) }).length,
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.length);
    expect(all.every((entry) => journalGroups.includes(groupOf(entry)))).toBe(true);
  });

  it('finds a message by its number and nothing else of that number', () => {
    const entries = askJournal(simulation, { ...everything, text: '#2 ' });
    expect(entries.length).toBeGreaterThan(3);
    expect(new Set(entries.map(messageOf))).toEqual(new Set([2]));
  });

  it('finds what is about a queue, an exchange, a client', () => {
    const about = (nodeKey: string): readonly string[] =>
      askJournal(simulation, { ...everything, nodeKey }).map(sentenceOf);
    expect(about('queue:audit').every((sentence) => sentence.includes('audit'))).toBe(true);
    expect(about('client:biller').every((sentence) => sentence.includes('biller'))).toBe(true);
    expect(about('exchange:events')).toContainEqual(
      expect.stringContaining('shop published message 1'),
    );
    expect(about('client:shop')).toContainEqual(
      expect.stringContaining('shop published message 1'),
    );
  });
});
