/** The library's programs as the page runs them: the same texts, and the same that comes of them. */
import { describe, expect, it } from 'vitest';
import { scenarios } from '#library';
import { completeScenario, nodeKeyOf } from '#scenario';
import type { Scenario } from '#scenario';
import { driveRun } from '../testing/drive-run.ts';
import {
  asSaid,
  interruptedWork,
  tutorialOutcomes,
  withoutMadeUpNames,
} from '../testing/tutorial-outcomes.ts';

/** By then all has happened that will. */
const endMs = 30_000;

const load = (id: string): Scenario => {
  const entry = scenarios.find((one) => one.id === id);
  if (entry === undefined) throw new Error(`The library has no ${id}.`);
  return entry.load();
};

describe.each(tutorialOutcomes)('$id in the page', ({ id, said, ends, queues }) => {
  const driven = driveRun(load(id), endMs);

  it('says what it says with Node', async () => {
    const { linesOf, of } = await driven;
    expect(of('program.failed')).toEqual([]);
    expect(of('program.stopped')).toEqual([]);
    for (const one of said) {
      const { actual, expected } = asSaid(one, linesOf);
      expect(actual, one.by.join()).toEqual(expected);
    }
    const ended = of('program.ended').map(({ client, code }) => `${client}: ${code}`);
    expect(ended.toSorted()).toEqual(ends.map((name) => `${name}: 0`).toSorted());
  });

  it('leaves the queues that it leaves with Node', async () => {
    const actual = (await driven).queues;
    expect(withoutMadeUpNames(actual)).toEqual(withoutMadeUpNames(queues));
  });

  it('has a place for everything that its programs declare', async () => {
    const places = Object.keys(load(id).positions);
    const { of } = await driven;
    const exchanges = of('exchange.declared');
    const queues = of('queue.declared');
    expect(queues).not.toEqual([]);
    for (const { exchange } of exchanges) expect(places).toContain(nodeKeyOf('exchange', exchange));
    for (const { queue } of queues) expect(places).toContain(nodeKeyOf('queue', queue));
    // And for nothing else.
    const clients = load(id).clients.length;
    expect(places).toHaveLength(clients + queues.length + exchanges.length);
  });

  it('gives the same tape when it runs again', async () => {
    const { tape } = await driven;
    const again = (await driveRun(load(id), endMs)).tape;
    expect(tape.deeds.length).toBeGreaterThan(10);
    expect(again).toEqual(tape);
  });
});

describe('the work queue in the page', () => {
  it('gives the work of a mechanic that is stopped to the other one', async () => {
    const scenario = load('programs-work-queue');
    const first = await driveRun(scenario, endMs);
    const { untilSaid, mechanics } = interruptedWork;
    const begun = first.of('program.said').find(({ text }) => text === untilSaid);
    if (begun === undefined) throw new Error('Nobody has mended the brakes.');
    const { at, client } = begun;
    const { linesOf, queues } = await driveRun(scenario, endMs, [
      [at + 100, { type: 'client.stop', client }],
    ]);
    const lines = ['mechanic-1', 'mechanic-2'].flatMap(linesOf);
    expect(lines.toSorted()).toEqual(mechanics.toSorted());
    expect(queues).toEqual([['repairs', 0]]);
  });
});

/** Draws lots, looks at the clock and waits for as long as chance says. */
const gambler = `
import amqp from 'amqplib';
const connection = await amqp.connect('amqp://localhost');
const channel = await connection.createChannel();
const { queue } = await channel.assertQueue('lots-' + Math.floor(Math.random() * 1e9));
await channel.consume(queue, (message) => {
  console.log(message.content.toString(), new Date().toISOString(), Date.now() % 1000);
  channel.ack(message);
});
for (let round = 0; round < 8; round++) {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 900));
  channel.sendToQueue(queue, Buffer.from('drawn ' + Math.random()));
}
`;

describe('a program that asks for chance and time', () => {
  const scenarioOf = (seed: number): Scenario =>
    completeScenario({
      version: 1,
      seed,
      clients: ['one', 'other'].map((name) => ({ name, program: { source: gambler } })),
    });
  const chosen = ({ linesOf }: Awaited<ReturnType<typeof driveRun>>) =>
    ['one', 'other'].map((name) => linesOf(name));

  it('does the same again with the same seed', async () => {
    const first = await driveRun(scenarioOf(7), 15_000);
    const second = await driveRun(scenarioOf(7), 15_000);
    expect(chosen(first).map((lines) => lines.length)).toEqual([8, 8]);
    expect(second.tape).toEqual(first.tape);
  });

  it('does something else with another seed, and in another client', async () => {
    const [one, other] = chosen(await driveRun(scenarioOf(7), 15_000));
    expect(one).not.toEqual(other);
    expect(chosen(await driveRun(scenarioOf(8), 15_000))).not.toEqual([one, other]);
  });
});
