import { describe, expect, it } from 'vitest';
import { Heartbeats } from './heartbeats.ts';

const quiet = { hasSent: false, hasReceived: false, isReading: true };

/** What is due at each instant, where nothing comes or goes by itself. */
function verdicts(seconds: number, until: number, step: number, since = quiet): object {
  const heartbeats = new Heartbeats(seconds);
  const told: Record<number, string> = {};
  for (let at = 0; at <= until; at += step) {
    const verdict = heartbeats.tick(at, since);
    if (verdict !== 'fine') told[at] = verdict;
    if (verdict === 'gone') break;
  }
  return told;
}

describe('heartbeats', () => {
  it('are sent after half of the interval without a word', () => {
    expect(verdicts(2, 3_500, 250, { ...quiet, hasReceived: true })).toEqual({
      1000: 'send',
      2000: 'send',
      3000: 'send',
    });
  });

  it('are not sent while there are words', () => {
    expect(verdicts(2, 10_000, 250, { ...quiet, hasSent: true, hasReceived: true })).toEqual({});
  });

  it('take a peer for gone of whom nothing came twice in a row', () => {
    expect(verdicts(2, 60_000, 500, { ...quiet, hasSent: true })).toEqual({ 6000: 'gone' });
  });

  it('begin anew with each byte', () => {
    const heartbeats = new Heartbeats(1);
    const at = (now: number, hasReceived = false) =>
      heartbeats.tick(now, { hasSent: true, hasReceived, isReading: true });
    expect([at(0), at(1_000), at(1_500, true), at(2_000), at(3_000)]).toEqual(
      Array(5).fill('fine'),
    );
    expect(at(4_000)).toBe('gone');
  });

  it('hold nothing against a peer that is not read from', () => {
    expect(verdicts(1, 60_000, 500, { ...quiet, hasSent: true, isReading: false })).toEqual({});
  });

  it('are none where none are wanted', () => {
    expect(verdicts(0, 600_000, 500)).toEqual({});
  });

  it('do not count a pause of the clock as more than one interval', () => {
    const heartbeats = new Heartbeats(1);
    heartbeats.tick(0, { ...quiet, hasReceived: true });
    expect(heartbeats.tick(60_000, { ...quiet, hasReceived: true })).toBe('send');
    expect(heartbeats.tick(90_000, { ...quiet, hasSent: true })).toBe('fine');
    expect(heartbeats.tick(91_000, { ...quiet, hasSent: true })).toBe('gone');
  });
});
