/**
 * An edit while the run goes on: from the clients that were to those that shall be. A client whose
 * specification has not changed goes on untouched. One that has changed in what the broker need not
 * know (a rate, a working time) goes on differently; any other change is a new version of the
 * program, which connects anew.
 */
import { after as laterBy, millis } from '#engine';
import type { ClientSpec, ScenarioBody } from '#scenario';
import {
  createClient,
  createConsumer,
  createPublisher,
  latencyOf,
} from './clients/client-state.ts';
import type { ClientState } from './clients/client-state.ts';
import { replaceClient, startClient } from './clients/connection.ts';
import { keepsSubscription, respecifyConsumer } from './clients/consumer.ts';
import { respecifyPublisher, startPublisher } from './clients/publisher.ts';
import type { Turn } from './clients/turn.ts';
import type { Moment } from './moment.ts';
import { sameData } from './same-data.ts';

export function changeClients(moment: Moment, body: ScenarioBody): void {
  const isProgram = ({ program }: ClientSpec): boolean => program !== undefined;
  const kept = new Set(body.clients.filter((spec) => !isProgram(spec)).map(({ name }) => name));
  const { scripted } = moment.simulation;
  for (const name of [...moment.simulation.clients.keys()].sort()) {
    const isOwn = moment.client(name)?.program === null && scripted?.script.owns(name) !== true;
    if (isOwn && !kept.has(name)) removeClient(moment, name);
  }
  moment.simulation.programs?.player.change(moment, body);
  for (const spec of body.clients) {
    if (isProgram(spec)) continue;
    const client = moment.client(spec.name);
    if (client === undefined) addClient(moment, spec, body);
    else changeClient(moment, client, spec, body);
  }
}

/** Its connection is closed at once: what it has on its way goes nowhere. */
function removeClient(moment: Moment, name: string): void {
  const { connection } = moment.client(name) as ClientState;
  const simulation = moment.edit();
  simulation.clients = simulation.clients.delete(name);
  if (moment.broker.connections.has(connection))
    moment.ask({ type: 'connection.close', connection });
}

function addClient(moment: Moment, spec: ClientSpec, body: ScenarioBody): void {
  moment.putClient(createClient(spec, body, moment.simulation.seed));
  if (spec.starts) moment.takeTurn(spec.name, startClient);
}

function changeClient(
  moment: Moment,
  client: ClientState,
  spec: ClientSpec,
  body: ScenarioBody,
): void {
  const latency = latencyOf(spec, body);
  if (latency === client.latency && sameData(spec, client.spec)) return;
  moment.takeTurn(spec.name, (turn) => {
    if (keepsConnection(client.spec, spec)) respecify(turn, spec);
    else replaceClient(turn, (inner) => rebuild(inner, spec));
    if (latency === client.latency) return;
    const next = turn.edit();
    next.latency = latency;
    // What travels at the old pace is not to be overtaken.
    next.arrivesNotBefore = laterBy(turn.at, millis(Math.max(latency, client.latency)));
  });
}

/** Whether the broker sees nothing of the difference between two specifications. */
function keepsConnection(one: ClientSpec, other: ClientSpec): boolean {
  return (
    one.vhost === other.vhost &&
    one.user === other.user &&
    one.publishers.length === other.publishers.length &&
    one.consumers.length === other.consumers.length &&
    one.publishers.every(
      ({ confirms }, index) => (confirms === null) === (other.publishers[index]?.confirms === null),
    ) &&
    one.consumers.every((consumer, index) => {
      const counterpart = other.consumers[index];
      return counterpart !== undefined && keepsSubscription(consumer, counterpart);
    })
  );
}

function respecify(turn: Turn, spec: ClientSpec): void {
  const before = turn.client.spec;
  turn.edit().spec = spec;
  if (turn.client.status === 'stopped') return;
  for (const [index, publisher] of before.publishers.entries()) {
    if (!sameData(publisher, spec.publishers[index])) respecifyPublisher(turn, index, publisher);
  }
  for (const [index, consumer] of before.consumers.entries()) {
    if (!sameData(consumer, spec.consumers[index])) respecifyConsumer(turn, index);
  }
}

/** New parts for a new specification. A publisher goes on counting where it was. */
function rebuild(turn: Turn, spec: ClientSpec): void {
  const { connection, publishers, status } = turn.client;
  const client = turn.edit();
  client.spec = spec;
  client.consumers = spec.consumers.map((_, index) => createConsumer(spec, connection, index));
  client.publishers = spec.publishers.map((_, index) => ({
    ...createPublisher(connection, index),
    sentCount: publishers[index]?.sentCount ?? 0,
  }));
  client.lastError = null;
  if (status === 'stopped') return;
  for (const index of spec.publishers.keys()) startPublisher(turn, index);
}
