/**
 * What a waiting message costs beyond its body and properties: those are made first and kept, then
 * published to a queue that nobody consumes, and what the heap has grown by is the broker's.
 */
import { Buffer } from 'node:buffer';
import { memoryUsage } from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { routingKeyOf } from './contestant.ts';
import type { Contestant, Content } from './contestant.ts';

export async function bytesPerWaiting(contestant: Contestant, count: number): Promise<number> {
  await fill(contestant, 1000);
  return fill(contestant, count);
}

async function fill(contestant: Contestant, count: number): Promise<number> {
  const session = await contestant.open({ bindings: 1, isConsumed: false });
  const contents = Array.from({ length: count }, (_, number) => contentOf(contestant, number));
  const before = await usedBytes();
  const key = routingKeyOf(0);
  for (const [index, content] of contents.entries()) {
    session.publish(key, content);
    if (index % 1000 === 0) await setImmediate();
  }
  const after = await usedBytes();
  session.close();
  // Kept until here, so that the difference does not contain them.
  return (after - before) / contents.length;
}

function contentOf(contestant: Contestant, number: number): Content {
  // By way of a buffer, or the text would be a chain of pieces and not a hundred bytes.
  const text = Buffer.from(String(number).padStart(100, 'x')).toString('latin1');
  return {
    body: contestant.bodyOf(text),
    properties: { headers: { region: 'eu', size: number } },
  };
}

async function usedBytes(): Promise<number> {
  // What promises hold on to is let go of in a later turn.
  for (let turn = 0; turn < 3; turn++) {
    await setImmediate();
    globalThis.gc?.();
  }
  const { heapUsed, arrayBuffers } = memoryUsage();
  return heapUsed + arrayBuffers;
}
