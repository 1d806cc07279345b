/** The library's programs as Node runs them, against a broker that listens. */
import { connect } from 'amqplib';
import { describe, expect, it, vi } from 'vitest';
import type { VhostName } from '#engine';
import { scenarios } from '#library';
import { aListener, isOurs } from '../../testing/a-listener.ts';
import { NodeProgram } from '../../testing/node-program.ts';
import {
  asSaid,
  interruptedWork,
  tutorialOutcomes,
  withoutMadeUpNames,
} from '../../testing/tutorial-outcomes.ts';
import type { TutorialOutcome } from '../../testing/tutorial-outcomes.ts';

const interrupted = 'interrupted';
const broker = aListener({ vhosts: [...tutorialOutcomes.map(({ id }) => id), interrupted] });

/** Starting as many processes takes a busy machine a while. */
const patience = { timeout: 40_000, interval: 100 };

/** Each scenario has a virtual host of its own; a real broker has what its address says. */
const urlOf = (vhost: string): string => (isOurs ? `${broker.url}/${vhost}` : broker.url);

const specsOf = (id: string) => {
  const entry = scenarios.find((one) => one.id === id);
  if (entry === undefined) throw new Error(`The library has no ${id}.`);
  return entry.load().clients;
};

type Programs = ReadonlyMap<string, NodeProgram>;

/** Starts the programs of a scenario: first those that have to be there before the others. */
async function withPrograms(
  { id, first }: TutorialOutcome,
  url: string,
  test: (programs: Programs) => Promise<void>,
): Promise<void> {
  const specs = specsOf(id);
  const programs = new Map<string, NodeProgram>();
  const launch = (isFirst: boolean): void => {
    for (const spec of specs.filter(({ name }) => first.includes(name) === isFirst)) {
      programs.set(spec.name, new NodeProgram(spec, url));
    }
  };
  try {
    launch(true);
    await vi.waitFor(() => {
      for (const { lines, errors } of programs.values()) expect(lines.length, errors).toBe(1);
    }, patience);
    launch(false);
    await test(programs);
  } finally {
    for (const program of programs.values()) program.kill();
  }
}

/** The queues that have been named by the programs, asked for as any client can. */
async function readyIn(url: string, queue: string): Promise<number> {
  const connection = await connect(url);
  try {
    const channel = await connection.createChannel();
    return (await channel.checkQueue(queue)).messageCount;
  } finally {
    await connection.close();
  }
}

/** All that is there, as only our own broker lets us see it. */
const queuesOf = (vhost: string) =>
  [...(broker.started.running.broker.vhosts.get(vhost as VhostName)?.queues ?? [])].map(
    ([name, { readyCount }]) => [name as string, readyCount] as const,
  );

async function clearAway(url: string, { queues }: TutorialOutcome): Promise<void> {
  const connection = await connect(url);
  const channel = await connection.createChannel();
  for (const [name] of queues) if (name !== 'amq.gen') await channel.deleteQueue(name);
  await connection.close();
}

describe.concurrent('with Node', () => {
  it.each(tutorialOutcomes)(
    'the programs of $id say what they should',
    async (outcome) => {
      const url = urlOf(outcome.id);
      await clearAway(url, outcome);
      await withPrograms(outcome, url, async (programs) => {
        await vi.waitFor(() => expectOutcome(programs, outcome), patience);
        // The last acknowledgement may be on its way, and nothing more may come.
        await new Promise((passed) => setTimeout(passed, 300));
        expectOutcome(programs, outcome);
        await expectQueues(url, outcome);
      });
    },
    60_000,
  );
});

function expectOutcome(programs: Programs, { said, ends }: TutorialOutcome): void {
  for (const { errors, name } of programs.values()) expect(errors, name).toBe('');
  for (const one of said) {
    const { actual, expected } = asSaid(one, (name) => programs.get(name)?.lines ?? []);
    expect(actual, one.by.join()).toEqual(expected);
  }
  const ended = [...programs.values()].filter(({ exitCode }) => exitCode === 0);
  expect(ended.map(({ name }) => name).toSorted()).toEqual(ends.toSorted());
}

async function expectQueues(url: string, { id, queues }: TutorialOutcome): Promise<void> {
  for (const [name, ready] of queues)
    if (name !== 'amq.gen') expect(await readyIn(url, name), name).toBe(ready);
  if (isOurs) expect(withoutMadeUpNames(queuesOf(id))).toEqual(withoutMadeUpNames(queues));
}

describe('a program that is killed', () => {
  it('leaves its work to the other one', async () => {
    const outcome = tutorialOutcomes.find(({ id }) => id === 'programs-work-queue');
    if (outcome === undefined) throw new Error('There is no work queue.');
    const url = urlOf(interrupted);
    await clearAway(url, outcome);
    await withPrograms(outcome, url, async (programs) => {
      const mechanics = ['mechanic-1', 'mechanic-2'].flatMap((name) => programs.get(name) ?? []);
      const { untilSaid } = interruptedWork;
      const victim = await vi.waitFor(() => {
        const found = mechanics.find(({ lines }) => lines.includes(untilSaid));
        expect(found).toBeDefined();
        return found as NodeProgram;
      }, patience);
      victim.kill();
      await vi.waitFor(() => {
        const lines = mechanics.flatMap(({ lines }) => lines);
        expect(lines.toSorted()).toEqual(interruptedWork.mechanics.toSorted());
      }, patience);
      await vi.waitFor(async () => expect(await readyIn(url, 'repairs')).toBe(0), patience);
    });
  }, 60_000);
});
