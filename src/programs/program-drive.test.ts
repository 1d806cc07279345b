import { describe, expect, it } from 'vitest';
import type { Instant, QueueName, VhostName } from '#engine';
import { queueOf } from '#engine';
import { launchInThread } from '#sandbox';
import type { LaunchProgram } from '#sandbox';
import { beginHistory, emptyTape, intervene, programPlayer, seek, withLongerTape } from '#sim';
import type { Deed, History, Run, Tape } from '#sim';
import { aScenario } from '../testing/a-scenario.ts';
import { ProgramDrive } from './program-drive.ts';

const sends = `import amqp from 'amqplib';

const connection = await amqp.connect('amqp://localhost');
const channel = await connection.createChannel();
await channel.assertQueue('letters');
for (let count = 1; count <= 3; count++) {
  channel.sendToQueue('letters', Buffer.from('letter ' + count + ' ' + Math.random()));
  console.log('sent', count, 'at', Date.now() - began);
  await new Promise((resolve) => setTimeout(resolve, 500));
}
await channel.close();
await connection.close();
`.replace('const connection', 'const began = Date.now();\nconst connection');

const reads = `import amqp from 'amqplib';
const connection = await amqp.connect('amqp://localhost');
const channel = await connection.createChannel();
await channel.assertQueue('letters');
channel.prefetch(1);
await channel.consume('letters', (message) => {
  setTimeout(() => {
    console.log('done with', message.content.toString().slice(0, 8));
    channel.ack(message);
  }, 200);
});
`;

const at = (ms: number): Instant => ms as Instant;

const aRun = (programs: Readonly<Record<string, string>>, seed = 1): Run => ({
  scenario: aScenario({
    latency_ms: 50,
    exchanges: [],
    queues: [],
    bindings: [],
    clients: Object.entries(programs).map(([name, source]) => ({ name, program: { source } })),
  }),
  seed,
  interventions: [],
  programs: { player: programPlayer, tape: emptyTape },
});

async function driven(run: Run, until: number): Promise<Tape> {
  const drive = new ProgramDrive(run, launchInThread);
  const tape = await drive.to(at(until));
  drive.dispose();
  return tape;
}

const deedsOf = ({ deeds, count }: Tape): readonly Deed[] => deeds.slice(0, count);

const consoleOf = (tape: Tape, client: string): readonly string[] =>
  deedsOf(tape).flatMap((deed) =>
    deed.client === client && deed.type === 'says' ? [`${deed.at} ${deed.text}`] : [],
  );

const played = (run: Run, tape: Tape, until: number): History =>
  seek(withLongerTape(beginHistory(run), tape), at(until));

describe('a drive', () => {
  it('runs unmodified programs beside the simulation, in its time', async () => {
    const run = aRun({ sender: sends, reader: reads });
    const tape = await driven(run, 10_000);
    expect(consoleOf(tape, 'sender')).toEqual([
      '301 sent 1 at 300',
      '801 sent 2 at 800',
      '1301 sent 3 at 1300',
    ]);
    expect(consoleOf(tape, 'reader').map((line) => line.replace(/^\d+ /, ''))).toEqual([
      'done with letter 1',
      'done with letter 2',
      'done with letter 3',
    ]);
    const { present } = played(run, tape, 10_000);
    expect(present.clients.get('sender')?.status).toBe('stopped');
    expect(present.clients.get('reader')?.status).toBe('running');
    const queue = queueOf(present.broker, '/' as VhostName, 'letters' as QueueName);
    expect([queue?.readyCount, queue?.consumers.size]).toEqual([0, 1]);
  }, 30_000);

  it('gives the same tape again, and another with another seed', async () => {
    const programs = { sender: sends, reader: reads };
    const [one, again, other] = [
      await driven(aRun(programs), 5_000),
      await driven(aRun(programs), 5_000),
      await driven(aRun(programs, 2), 5_000),
    ];
    expect(deedsOf(again)).toEqual(deedsOf(one));
    expect(deedsOf(other)).not.toEqual(deedsOf(one));
    expect(deedsOf(other).map(({ at: when }) => when)).toEqual(deedsOf(one).map((deed) => deed.at));
  }, 30_000);

  it('gives the same tape in whatever steps it is asked to go on', async () => {
    const run = aRun({ sender: sends, reader: reads });
    const drive = new ProgramDrive(run, launchInThread);
    for (let until = 0; until <= 5_000; until += 130) await drive.to(at(until));
    const tape = await drive.to(at(5_000));
    drive.dispose();
    expect(deedsOf(tape)).toEqual(deedsOf(await driven(run, 5_000)));
  }, 30_000);

  it('knows the line of what a program asks', async () => {
    const tape = await driven(aRun({ sender: sends }), 1_000);
    const lines = deedsOf(tape).flatMap((deed) =>
      deed.type === 'asks' ? [[deed.method.type, deed.place?.line]] : [],
    );
    expect(lines).toEqual([
      ['connection.open', 4],
      ['channel.open', 5],
      ['queue.declare', 6],
      ['basic.publish', 8],
      ['basic.publish', 8],
    ]);
  }, 30_000);

  it('goes on after what a person does, as a run that knew of it from the start', async () => {
    const run = aRun({ sender: sends, reader: reads });
    const drive = new ProgramDrive(run, launchInThread);
    const known = withLongerTape(beginHistory(run), await drive.to(at(900)));
    const cut = intervene(seek(known, at(900)), { type: 'connection.drop', client: 'reader' });
    expect(drive.follow(cut.run)).toBe(true);
    const tape = await drive.to(at(4_000));
    drive.dispose();
    expect(deedsOf(tape)).toEqual(deedsOf(await driven(cut.run, 4_000)));
    expect(deedsOf(tape).some(({ client, type }) => client === 'reader' && type === 'fails')).toBe(
      true,
    );
  }, 30_000);

  it('follows a run that only reads differently, however far it has come', async () => {
    const run = aRun({ sender: sends, reader: reads });
    const drive = new ProgramDrive(run, launchInThread);
    const known = withLongerTape(beginHistory(run), await drive.to(at(900)));
    await drive.to(at(2_000));
    expect(drive.follow({ ...known.run, scenario: { ...run.scenario, title: 'Other' } })).toBe(
      true,
    );
    drive.dispose();
  }, 30_000);

  it('does not follow into a past that it has left behind', async () => {
    const run = aRun({ sender: sends, reader: reads });
    const drive = new ProgramDrive(run, launchInThread);
    const known = withLongerTape(beginHistory(run), await drive.to(at(3_000)));
    const cut = intervene(seek(known, at(500)), { type: 'client.stop', client: 'reader' });
    expect(drive.follow(cut.run)).toBe(false);
    drive.dispose();
  }, 30_000);

  it('ends a program that goes on and on without any time passing', async () => {
    const launch: LaunchProgram = () => {
      const turn = () => Promise.resolve({ outputs: [], nextTimer: 1 });
      return { start: turn, turn, dispose: () => {} };
    };
    const drive = new ProgramDrive(aRun({ busy: '' }), launch);
    const tape = await drive.to(at(100));
    drive.dispose();
    expect(deedsOf(tape).map(({ type }) => type)).toEqual(['is-stopped']);
  });
});
