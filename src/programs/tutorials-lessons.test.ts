/** What the notes of the library's programs promise, held against what happens. */
import { describe, expect, it } from 'vitest';
import { scenarios } from '#library';
import type { Scenario } from '#scenario';
import { driveRun } from '../testing/drive-run.ts';
import type { Driven } from '../testing/drive-run.ts';

const load = (id: string): Scenario => {
  const entry = scenarios.find((one) => one.id === id);
  if (entry === undefined) throw new Error(`The library has no ${id}.`);
  return entry.load();
};

const withArguments = (scenario: Scenario, client: string, args: readonly string[]): Scenario => ({
  ...scenario,
  clients: scenario.clients.map((spec) =>
    spec.name === client && spec.program !== undefined
      ? { ...spec, program: { ...spec.program, arguments: args } }
      : spec,
  ),
});

const stop = (client: string) => ({ type: 'client.stop', client }) as const;
const start = (client: string) => ({ type: 'client.start', client }) as const;

describe('hello world, as programs', () => {
  it('sends again when the signal box is started again', async () => {
    const { linesOf } = await driveRun(load('programs-hello-world'), 30_000, [
      [15_000, start('signal-box')],
    ]);
    expect(linesOf('board').filter((line) => line.startsWith('Board'))).toHaveLength(6);
  });

  it('lets departures wait for a board that is stopped', async () => {
    const scenario = load('programs-hello-world');
    const acts = [[10, stop('board')]] as const;
    expect((await driveRun(scenario, 30_000, acts)).queues).toEqual([['departures', 3]]);
    const { linesOf, queues } = await driveRun(scenario, 30_000, [
      ...acts,
      [15_000, start('board')],
    ]);
    expect(linesOf('board')).toContain('Board: 10:05 to Voss');
    expect(queues).toEqual([['departures', 0]]);
  });
});

describe('the work queue, as programs', () => {
  it('keeps its repairs while the broker restarts', async () => {
    const { linesOf, queues, of } = await driveRun(load('programs-work-queue'), 40_000, [
      [10, stop('mechanic-1')],
      [20, stop('mechanic-2')],
      [8_000, { type: 'broker.restart' }],
      [20_000, start('mechanic-1')],
    ]);
    expect(of('act.performed').length).toBe(4);
    expect(linesOf('mechanic-1').filter((line) => line.startsWith('Done'))).toHaveLength(7);
    expect(queues).toEqual([['repairs', 0]]);
  });

  it('without a prefetch deals repairs out in turn', async () => {
    const scenario = load('programs-work-queue');
    const unfair: Scenario = {
      ...scenario,
      clients: scenario.clients.map((spec) =>
        spec.program === undefined
          ? spec
          : {
              ...spec,
              program: {
                ...spec.program,
                source: spec.program.source.replace('await channel.prefetch(1);', ''),
              },
            },
      ),
    };
    const begun = ({ linesOf }: Driven) =>
      ['mechanic-1', 'mechanic-2'].map(
        (name) => linesOf(name).filter((line) => line.startsWith('Begins')).length,
      );
    const dealt = begun(await driveRun(unfair, 30_000));
    expect(dealt).toEqual([4, 3]);
    expect(begun(await driveRun(scenario, 30_000))).not.toEqual(dealt);
  });
});

describe('publish and subscribe, as programs', () => {
  it('gives a display that comes back a queue of another name', async () => {
    const scenario = load('programs-publish-subscribe');
    const names = (driven: Driven) => driven.queues.map(([name]) => name);
    const before = names(await driveRun(scenario, 4_000));
    const without = names(await driveRun(scenario, 5_000, [[4_000, stop('display-1')]]));
    const after = await driveRun(scenario, 30_000, [
      [4_000, stop('display-1')],
      [9_000, start('display-1')],
    ]);
    expect(before).toHaveLength(2);
    expect(without).toHaveLength(1);
    expect(before).toEqual(expect.arrayContaining(without));
    expect(names(after)).toHaveLength(2);
    expect(before).not.toEqual(expect.arrayContaining(names(after)));
    expect(after.linesOf('display-1').length).toBeLessThan(after.linesOf('display-2').length + 1);
  });
});

describe('routing, as programs', () => {
  it('drops what nobody has bound, and tells nobody', async () => {
    const { simulation, of } = await driveRun(load('programs-routing'), 30_000);
    expect(simulation.counters).toMatchObject({ published: 4, unroutable: 1, returned: 0 });
    expect(of('message.unroutable')).toHaveLength(1);
  });

  it('lets the duty officer hear of warnings when it is asked to', async () => {
    const scenario = withArguments(load('programs-routing'), 'duty-officer', ['danger', 'warning']);
    const { linesOf } = await driveRun(scenario, 30_000);
    expect(linesOf('duty-officer')).toEqual([
      'Listens for danger and warning',
      'Heard of danger: A tree has fallen',
      'Heard of warning: Leaves on the rails',
    ]);
  });
});

describe('topics, as programs', () => {
  const heard = async (...patterns: string[]) => {
    const scenario = withArguments(load('programs-topics'), 'northern-office', patterns);
    const { linesOf } = await driveRun(scenario, 30_000);
    return linesOf('northern-office').length - 1;
  };

  it('fit as the notes say', async () => {
    expect(await heard('#')).toBe(5);
    expect(await heard('*.late')).toBe(0);
  });
});

describe('the remote procedure call, as programs', () => {
  it('waits for a yard that comes later', async () => {
    const { linesOf, queues } = await driveRun(load('programs-rpc'), 40_000, [
      [12_000, stop('yard')],
      [13_000, start('caller')],
      [22_000, start('yard')],
    ]);
    expect(linesOf('caller')).toHaveLength(6);
    expect(queues).toEqual([['yard.ways', 0]]);
  });

  it('answers the direct caller without a queue for it', async () => {
    const { of, queues } = await driveRun(load('programs-rpc'), 30_000);
    expect(queues.map(([name]) => name)).toEqual(['yard.ways']);
    const asked = of('program.asked').filter(({ client }) => client === 'direct-caller');
    expect(asked.map(({ what }) => what).filter((what) => /queue/.test(what))).toEqual([]);
  });
});

describe('publisher confirms, as programs', () => {
  const timesAt = async (latency_ms: number) => {
    const { linesOf } = await driveRun({ ...load('programs-confirms'), latency_ms }, 120_000);
    return ['one-by-one', 'in-batches', 'as-they-come'].map((name) =>
      Number(/took (\d+) ms/.exec(linesOf(name).at(-1) ?? '')?.[1]),
    );
  };

  it('take as many round trips as the notes say', async () => {
    expect(await timesAt(350)).toEqual([5 * 700, 2 * 700, 700]);
    expect(await timesAt(2_000)).toEqual([5 * 4_000, 2 * 4_000, 4_000]);
  });
});

describe('refused publishes, as programs', () => {
  it('end where somebody has got off', async () => {
    const { linesOf } = await driveRun(load('programs-refusals'), 40_000, [
      [20_000, start('booking')],
    ]);
    const second = linesOf('booking').slice(6);
    expect(second.slice(0, 2)).toEqual(['Ada: has a seat', 'Ben: no seat left']);
  });
});

describe('the other library, as programs', () => {
  it('finds two wagons when the driver is started again, and waits', async () => {
    const { linesOf, queues } = await driveRun(load('programs-amqp-client'), 40_000, [
      [20_000, start('driver')],
    ]);
    expect(linesOf('driver').slice(5)).toEqual([
      'Waiting for wagons',
      'Couples post',
      'Couples gravel',
    ]);
    expect(queues).toEqual([['wagons', 0]]);
  });
});
