/**
 * An app whose run has a program, and a tape of what that has done: nothing of it runs, so that what
 * the screen makes of it can be tested by itself.
 */
import { createApp } from '#app';
import type { App } from '#app';
import type { ChannelId, ExchangeName, Instant, QueueName } from '#engine';
import type { ScenarioSpec } from '#scenario';
import { completeScenario } from '#scenario';
import { programConnectionId, programPlayer } from '#sim';
import type { Deed, DeedBody, Tape } from '#sim';

export const aProgramText = `import amqp from 'amqplib';
const connection = await amqp.connect('amqp://localhost');
const channel = await connection.createChannel();
await channel.assertExchange('logs', 'fanout');
await channel.assertQueue('letters');
await channel.bindQueue('letters', 'logs', '');
channel.publish('logs', '', Buffer.from('one'));
console.log('sent <b>one</b>');
channel.nothing();`;

const client = 'sender';
const connection = programConnectionId(client, 1, 1);
const channel = `${connection}/1` as ChannelId;
const queue = 'letters' as QueueName;
const exchange = 'logs' as ExchangeName;

const common = (ms: number, line: number): Omit<Deed, 'type'> & { readonly after: number } => ({
  at: ms as Instant,
  client,
  after: 0,
  place: { line, column: 1 },
});

const asks = (
  ms: number,
  line: number,
  method: Extract<DeedBody, { type: 'asks' }>['method'],
): Deed => ({ type: 'asks', method, ...common(ms, line) });

const deeds: readonly Deed[] = [
  asks(1, 2, { type: 'connection.open', connection }),
  asks(101, 3, { type: 'channel.open', connection, channel }),
  asks(201, 4, { type: 'exchange.declare', channel, exchange, exchangeType: 'fanout' }),
  asks(301, 5, { type: 'queue.declare', channel, queue }),
  asks(401, 6, { type: 'queue.bind', channel, queue, exchange, routingKey: '' }),
  asks(501, 7, { type: 'basic.publish', channel, exchange, routingKey: '', body: 'one' }),
  { type: 'says', level: 'warn', text: 'sent <b>one</b>', ...common(501, 8) },
  { type: 'fails', text: 'TypeError: channel.nothing is not a function', ...common(601, 9) },
];

const spec: ScenarioSpec = {
  version: 1,
  latency_ms: 20,
  clients: [
    { name: client, program: { source: aProgramText } },
    { name: 'shop', publishers: [{}] },
  ],
  positions: { 'client:sender': [0, 0], 'client:shop': [0, 400] },
};

/** At `ms`; all that the program does is known until two seconds, and nobody asks whether it may. */
export async function anAppWithPrograms(ms: number): Promise<App> {
  const tape: Tape = { deeds, count: deeds.length, until: 2_000 as Instant };
  const run = { scenario: completeScenario(spec), seed: 1, interventions: [] };
  const app = createApp({ run });
  while (app.programs.getState().status !== 'asking')
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  app.programs.setState({ status: 'running' });
  app.playback.getState().swap({ ...run, programs: { player: programPlayer, tape } });
  app.playback.getState().learn(tape);
  app.playback.getState().seek(ms);
  return app;
}
