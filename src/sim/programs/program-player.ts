/** Plays what the programs of a run have done. */
import { unreachable } from '#base';
import type { ConnectionId } from '#engine';
import type { ClientSpec, ScenarioBody } from '#scenario';
import { latencyOf } from '../clients/client-state.ts';
import type { ClientState } from '../clients/client-state.ts';
import type { Moment } from '../moment.ts';
import type { ProgramAct, ProgramPlayer } from '../programs.ts';
import { sameData } from '../same-data.ts';
import { keepFoundUp } from './found.ts';
import { hearFrame, keepHeard } from './hear-frame.ts';
import { dropAll, performDeed } from './perform-deed.ts';
import { createProgram, over, started, withoutConnection } from './program-client.ts';

export const programPlayer: ProgramPlayer = {
  begin: (moment, clients) => {
    for (const spec of clients) if (spec.program !== undefined) add(moment, spec);
    keepFoundUp(moment);
  },
  perform: performDeed,
  hear: hearFrame,
  act: (moment, name, act) => {
    const client = moment.client(name);
    if (client !== undefined) perform(moment, client, act);
  },
  change,
  keepUp: keepFoundUp,
};

function add(moment: Moment, spec: ClientSpec): void {
  const { body, seed } = moment.simulation;
  const client = createProgram(spec, body, seed);
  moment.putClient(client);
  if (spec.starts) perform(moment, client, 'start');
}

function perform(moment: Moment, client: ClientState, act: ProgramAct): void {
  const { name } = client.spec;
  switch (act) {
    case 'start':
      if (client.status !== 'stopped') return;
      moment.putClient(started(client));
      moment.note({ type: 'program.started', client: name });
      break;
    case 'stop':
      if (client.status === 'stopped') return;
      dropAll(moment, client);
      moment.putClient(over(client));
      moment.note({ type: 'client.stopped', client: name });
      break;
    case 'drop':
    case 'restart':
      cut(moment, client, act);
      break;
    default:
      unreachable(act);
  }
}

/** Its connections are cut, and it hears of that; what was on its way is lost. */
function cut(moment: Moment, client: ClientState, act: 'drop' | 'restart'): void {
  const { session } = client;
  const { name } = client.spec;
  const isOpen = (id: ConnectionId): boolean =>
    act === 'restart' || moment.broker.connections.has(id);
  const connections = (client.program?.connections ?? []).filter(isOpen);
  if (connections.length === 0) return;
  dropAll(moment, client);
  moment.putClient(connections.reduce(withoutConnection, client));
  for (const connection of connections)
    keepHeard(moment, { type: 'cut', client: name, session, connection });
  moment.note({
    type: 'client.disconnected',
    client: name,
    cause: act === 'drop' ? 'dropped' : 'restart',
    message: null,
    reconnectsInMs: null,
  });
}

function change(moment: Moment, body: ScenarioBody): void {
  const specs = new Map(body.clients.map((spec) => [spec.name, spec]));
  for (const [name, client] of [...moment.simulation.clients].sort(byName)) {
    if (client.program === null || specs.get(name)?.program !== undefined) continue;
    perform(moment, client, 'stop');
    const simulation = moment.edit();
    simulation.clients = simulation.clients.delete(name);
  }
  for (const spec of body.clients) {
    if (spec.program === undefined) continue;
    const client = moment.client(spec.name);
    if (client === undefined) add(moment, spec);
    else changeOne(moment, client, spec, body);
  }
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;

/** Another text is another program: the one that runs is ended. */
function changeOne(
  moment: Moment,
  client: ClientState,
  spec: ClientSpec,
  body: ScenarioBody,
): void {
  const latency = latencyOf(spec, body);
  if (sameData(client.spec.program, spec.program)) {
    if (latency !== client.latency) moment.putClient({ ...client, latency });
    return;
  }
  const isRunning = client.status !== 'stopped';
  perform(moment, client, 'stop');
  const stopped = moment.client(spec.name) ?? client;
  const next = { ...stopped, spec, latency, publishers: [], consumers: [] };
  moment.putClient(next);
  if (isRunning) perform(moment, next, 'start');
}
