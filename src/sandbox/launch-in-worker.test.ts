/** The page's side of a worker: what it does when the worker answers, breaks down or falls silent. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { launchInWorker, type Program, type ProgramTurn } from '#sandbox';
import type { FromWorker, ToWorker } from './worker-messages.ts';

class AWorker extends EventTarget {
  static last: AWorker;
  readonly asked: ToWorker[] = [];
  isTerminated = false;

  constructor() {
    super();
    AWorker.last = this;
  }

  postMessage(message: ToWorker): void {
    this.asked.push(message);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  say(message: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data: message }));
  }
}

const start = { source: '', seed: 1, args: [], at: 0 };
const nothing: ProgramTurn = { outputs: [], nextTimer: null };
const aTurn: ProgramTurn = { outputs: [{ type: 'end', stream: 1 }], nextTimer: 5 };

let program: Program;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', AWorker);
  program = launchInWorker(start);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function started(): Promise<void> {
  const turn = program.start();
  AWorker.last.say({ type: 'turn', turn: nothing });
  await turn;
}

it('hands on what is asked and answered', async () => {
  await started();
  const turn = program.turn(7, []);
  AWorker.last.say({ type: 'turn', turn: aTurn });
  expect(await turn).toEqual(aTurn);
  expect(AWorker.last.asked).toEqual([
    { type: 'start', start },
    { type: 'turn', at: 7, inputs: [] },
  ]);
  expect(vi.getTimerCount()).toBe(0);
});

it('ends a program that has been silent for two seconds', async () => {
  await started();
  const turn = program.turn(7, []);
  await vi.advanceTimersByTimeAsync(1_900);
  expect(AWorker.last.isTerminated).toBe(false);
  await vi.advanceTimersByTimeAsync(700);
  expect(AWorker.last.isTerminated).toBe(true);
  expect(await turn).toMatchObject({
    outputs: [{ type: 'stopped', reason: 'endless', place: null }],
    nextTimer: null,
  });
  expect(await program.turn(8, [])).toEqual(nothing);
});

it('leaves a program alone that gives signs of life and gets on', async () => {
  await started();
  const turn = program.turn(7, []);
  for (let instant = 1; instant <= 30; instant++) {
    await vi.advanceTimersByTimeAsync(1_000);
    AWorker.last.say({ type: 'alive', instant });
  }
  AWorker.last.say({ type: 'turn', turn: aTurn });
  expect(await turn).toEqual(aTurn);
});

it('ends a program that gives signs of life but does not get on', async () => {
  await started();
  const turn = program.turn(7, []);
  for (let second = 0; second < 12; second++) {
    await vi.advanceTimersByTimeAsync(1_000);
    AWorker.last.say({ type: 'alive', instant: 3 });
  }
  expect(await turn).toMatchObject({ outputs: [{ reason: 'endless' }] });
  expect(AWorker.last.isTerminated).toBe(true);
});

it('gives the machine time to be loaded', async () => {
  const turn = program.start();
  await vi.advanceTimersByTimeAsync(30_000);
  AWorker.last.say({ type: 'turn', turn: aTurn });
  expect(await turn).toEqual(aTurn);
});

it('gives up when the machine does not come', async () => {
  const turn = program.start();
  await vi.advanceTimersByTimeAsync(70_000);
  expect(await turn).toMatchObject({ outputs: [{ reason: 'crashed' }] });
});

it.each<[string, () => void]>([
  ['says that it is broken', () => AWorker.last.say({ type: 'broken', message: 'no' })],
  [
    'cannot be run',
    () => AWorker.last.dispatchEvent(Object.assign(new Event('error'), { message: 'no' })),
  ],
])('tells when the worker %s', async (_, breakDown) => {
  await started();
  const turn = program.turn(1, []);
  breakDown();
  expect(await turn).toMatchObject({
    outputs: [{ type: 'stopped', reason: 'crashed', message: expect.stringMatching(/: no$/) }],
  });
  expect(AWorker.last.isTerminated).toBe(true);
});

it('answers whoever waits when it is disposed of, and can be disposed of twice', async () => {
  await started();
  const turn = program.turn(1, []);
  program.dispose();
  program.dispose();
  expect(await turn).toEqual(nothing);
  expect(await program.turn(2, [])).toEqual(nothing);
  expect(vi.getTimerCount()).toBe(0);
});

it('never starts a worker for a program that was disposed of before', async () => {
  program.dispose();
  expect(await program.start()).toEqual(nothing);
});
