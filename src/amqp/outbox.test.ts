import { describe, expect, it } from 'vitest';
import { Outbox } from './outbox.ts';

function anOutbox(): { readonly outbox: Outbox; readonly written: number[][] } {
  const written: number[][] = [];
  return { outbox: new Outbox((bytes) => written.push([...bytes])), written };
}

describe('an outbox', () => {
  it('writes at once what comes by itself', () => {
    const { outbox, written } = anOutbox();
    outbox.send(Uint8Array.of(1));
    outbox.send(Uint8Array.of(2, 3));
    expect(written).toEqual([[1], [2, 3]]);
  });

  it('writes in one what comes together', () => {
    const { outbox, written } = anOutbox();
    outbox.hold();
    outbox.send(Uint8Array.of(1));
    outbox.send(Uint8Array.of(2, 3));
    expect(written).toEqual([]);
    outbox.release();
    expect(written).toEqual([[1, 2, 3]]);
    outbox.release();
    expect(written).toHaveLength(1);
  });

  it('does not gather without end', () => {
    const { outbox, written } = anOutbox();
    outbox.hold();
    for (let count = 0; count < 5; count++) outbox.send(new Uint8Array(30_000));
    expect(written.map(({ length }) => length)).toEqual([90_000]);
    outbox.release();
    expect(written.map(({ length }) => length)).toEqual([90_000, 60_000]);
  });

  it('counts what it sent, and says whether it did', () => {
    const { outbox } = anOutbox();
    expect(outbox.takeHasSent()).toBe(false);
    outbox.send(new Uint8Array(7));
    expect([outbox.takeHasSent(), outbox.takeHasSent()]).toEqual([true, false]);
    expect(outbox.sentBytes).toBe(7);
  });
});
