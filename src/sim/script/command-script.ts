/**
 * A script made of commands. Each of its channels is a client on the canvas; what the broker has is
 * the document. Loaded when there is a script to play.
 *
 * Its commands take no time to reach the broker, as in a recording, where the answer was waited for.
 * That a publish or a delivery is seen on its way is for the eye alone.
 */
import type { ChannelId, Command, ConnectionId, Frame, Instant } from '#engine';
import type { ScenarioBody } from '#scenario';
import type { Flight } from '../flight.ts';
import type { Moment } from '../moment.ts';
import type { Script } from '../script.ts';
import type { Simulation } from '../simulation-state.ts';
import { hearFrame } from './hear-frame.ts';
import {
  asBrokerHas,
  ended,
  fetching,
  scriptedClient,
  withPublish,
  withPublisher,
} from './scripted-client.ts';
import { departingFlights, heardFlights } from './script-flights.ts';
import { topologyOf } from './topology-of.ts';

export interface ScriptedStep {
  readonly at: Instant;
  /** As a person reads it. */
  readonly text: string;
  /** None where the step only waits or looks. */
  readonly commands: readonly Command[];
}

export interface CommandScriptSpec {
  readonly name: string;
  readonly steps: readonly ScriptedStep[];
  /** Of these so many only prepare the rest; they are not counted. */
  readonly preparingCount: number;
  readonly endsAt: Instant;
}

/** Most steps of a recording last some 80 ms; at this speed each can be followed. */
const speed = 0.1;
const travelMs = 40;
/** A step that lasts longer than this is a wait, and is hurried through: see `playOn`. */
const unhurriedMs = 250;

/** No client's connection begins so; see `connectionIdOf`. */
const prefix = 'script ';

export function commandScript({
  name,
  endsAt,
  preparingCount,
  ...spec
}: CommandScriptSpec): Script {
  const steps = spec.steps.map((step) => ({ ...step, commands: step.commands.map(asScripts) }));
  const firstConnections = connectionsOfChannels(steps);
  const instants = steps.map(({ at }) => at);
  return {
    name,
    instants,
    endsAt,
    speed,
    travelMs,
    owns: (client) => firstConnections.has(client),
    begin: (moment) => {
      for (const [channel, connection] of firstConnections)
        moment.putClient(scriptedClient(channel, connection, travelMs));
      showInBody(moment, [...firstConnections.keys()]);
    },
    perform: (moment, index) => {
      const { text, commands } = steps[index] as ScriptedStep;
      moment.note({ type: 'script.step', number: index + 1 - preparingCount, text });
      for (const command of commands) ask(moment, command);
      // The way of a publish is there before the message is seen on it.
      for (const command of steps[index + 1]?.commands ?? []) clearTheWay(moment, command);
    },
    hear: (moment, frame) => {
      if (!frame.connection.startsWith(prefix)) return false;
      hear(moment, frame, firstConnections);
      return true;
    },
    keepUp: (moment) => keepUp(moment, [...firstConnections.keys()]),
    flightsOf: (simulation) => flightsOf(simulation, steps),
    playOn: (playheadMs, ms) => playOn(instants, endsAt, playheadMs, ms),
  };
}

/** The command with the connection's name as a run has it. */
function asScripts(command: Command): Command {
  if (!('connection' in command)) return command;
  return { ...command, connection: `${prefix}${command.connection}` as ConnectionId };
}

/** The channels that are used for more than to be opened, with the connection that each is on first. */
function connectionsOfChannels(steps: readonly ScriptedStep[]): ReadonlyMap<string, ConnectionId> {
  const connections = new Map<string, ConnectionId>();
  const used = new Map<string, ConnectionId>();
  for (const command of steps.flatMap(({ commands }) => commands)) {
    if (!('channel' in command)) continue;
    const { channel } = command;
    if (command.type === 'channel.open') {
      if (!connections.has(channel)) connections.set(channel, command.connection);
    } else if (!used.has(channel)) {
      used.set(channel, connections.get(channel) ?? (prefix as ConnectionId));
    }
  }
  return used;
}

function ask(moment: Moment, command: Command): void {
  // Messages are numbered after all that clients of the run have on their way.
  const { lastMessageId } = moment.simulation;
  const { broker } = moment;
  if (broker.lastMessageId < lastMessageId) moment.edit().broker = { ...broker, lastMessageId };
  if (command.type === 'basic.publish') publish(moment, command);
  if (command.type === 'basic.get') fetch(moment, command);
  if (command.type === 'connection.close' || command.type === 'channel.close')
    leave(moment, command);
  moment.ask(command);
  const next = moment.edit();
  next.lastMessageId = Math.max(
    next.lastMessageId,
    next.broker.lastMessageId,
  ) as typeof lastMessageId;
}

function clearTheWay(moment: Moment, command: Command): void {
  if (command.type !== 'basic.publish') return;
  const client = moment.client(command.channel);
  const isOpen = moment.broker.channels.has(command.channel);
  if (client !== undefined && isOpen) moment.putClient(withPublisher(client, command));
}

function publish(moment: Moment, command: Extract<Command, { type: 'basic.publish' }>): void {
  const client = moment.client(command.channel);
  const channel = moment.broker.channels.get(command.channel);
  if (client === undefined || channel === undefined) return;
  const message = (moment.broker.lastMessageId + 1) as typeof moment.broker.lastMessageId;
  const { publishCount } = channel;
  const sequence =
    publishCount === null ? null : ((publishCount + 1) as NonNullable<typeof publishCount>);
  moment.putClient(withPublish(withPublisher(client, command), command, message, sequence));
}

function fetch(moment: Moment, command: Extract<Command, { type: 'basic.get' }>): void {
  const client = moment.client(command.channel);
  const channel = moment.broker.channels.get(command.channel);
  if (client === undefined || channel === undefined) return;
  const queue = command.queue === '' ? channel.lastQueue : command.queue;
  if (moment.broker.vhosts.get(channel.vhost)?.queues.has(queue) === true)
    moment.putClient(fetching(client, command.channel, queue));
}

/** Who says goodbye is not cut off. */
function leave(
  moment: Moment,
  command: Extract<Command, { type: 'connection.close' | 'channel.close' }>,
): void {
  const channels =
    command.type === 'channel.close'
      ? [command.channel]
      : (moment.broker.connections.get(command.connection)?.channels ?? []);
  for (const channel of channels) {
    const client = moment.client(channel);
    if (client !== undefined && moment.broker.channels.has(channel))
      moment.putClient(ended(client, 'stopped'));
  }
}

function hear(moment: Moment, frame: Frame, channels: ReadonlyMap<string, ConnectionId>): void {
  const listeners =
    frame.channel === null
      ? [...channels.keys()].filter((name) => moment.client(name)?.connection === frame.connection)
      : [frame.channel];
  for (const name of listeners) {
    const client = moment.client(name);
    if (client === undefined || !channels.has(name)) continue;
    const heard = heardFlights(moment, client, frame, travelMs);
    const { scripted } = moment.simulation;
    if (scripted !== null && heard !== null) {
      const underWay = scripted.heard.filter(({ arrives }) => arrives > moment.at);
      moment.edit().scripted = { ...scripted, heard: [...underWay, heard] };
    }
    moment.putClient(hearFrame(client, moment.broker, frame, moment.at));
  }
}

function keepUp(moment: Moment, names: readonly string[]): void {
  const { broker, before, simulation } = moment;
  if (broker.channels !== before.broker.channels) {
    for (const name of names) keepClientUp(moment, name);
  }
  const isOtherTopology = simulation.topologyStep === simulation.stepCount;
  const isOtherSpec = names.some(
    (name) => before.clients.get(name)?.spec !== moment.client(name)?.spec,
  );
  if (isOtherTopology || isOtherSpec || simulation.body !== before.body) showInBody(moment, names);
}

function keepClientUp(moment: Moment, name: string): void {
  const client = moment.client(name);
  if (client === undefined) return;
  const id = name as ChannelId;
  const channel = moment.broker.channels.get(id);
  if (channel !== undefined) {
    if (channel !== moment.before.broker.channels.get(id) || client.status !== 'running')
      moment.putClient(asBrokerHas(client, channel));
    return;
  }
  // What was refused has been told already, and a client that left has said so.
  if (client.status !== 'running' || client.lastError !== null) return;
  moment.putClient(ended(client, 'disconnected'));
}

/** The document of a scripted run is what the broker has, with the clients that anybody has added. */
function showInBody(moment: Moment, names: readonly string[]): void {
  const { body } = moment.simulation;
  const owned = new Set(names);
  const clients = [
    ...names.flatMap((name) => moment.client(name)?.spec ?? []),
    ...body.clients.filter(({ name }) => !owned.has(name)),
  ];
  const next: ScenarioBody = { ...body, ...topologyOf(moment.broker), clients };
  moment.edit().body = next;
}

function flightsOf(simulation: Simulation, steps: readonly ScriptedStep[]): readonly Flight[] {
  const { scripted } = simulation;
  if (scripted === null) return [];
  const step = steps[scripted.next];
  const departing =
    step === undefined ? [] : departingFlights(simulation, step, scripted.next, travelMs);
  return [...departing, ...scripted.heard];
}

/**
 * A wait is hurried through: so long a step takes no more of one's time than an unhurried one. The
 * instants stay as they are, and with them all that is measured by them, a time to live for one.
 */
function playOn(
  instants: readonly Instant[],
  endsAt: Instant,
  playheadMs: number,
  ms: number,
): number {
  if (playheadMs >= endsAt) return playheadMs + ms;
  const from = instants.findLast((at) => at <= playheadMs) ?? 0;
  const to = instants.find((at) => at > playheadMs) ?? endsAt;
  const pace = Math.max(1, (to - from) / unhurriedMs);
  return Math.min(playheadMs + ms * pace, Math.max(to, playheadMs + ms), endsAt);
}
