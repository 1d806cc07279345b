/**
 * What happens when something arrives: a method at the broker, a frame at its client. Both take the
 * latency of the client's link, in order; what is on its way when the connection is cut is lost.
 */
import { onFrame } from './clients/connection.ts';
import type { Moment } from './moment.ts';
import type { FrameArrives, MethodArrives } from './simulation-state.ts';

export function methodArrives(moment: Moment, flight: MethodArrives): void {
  const { client: name, method, message, session } = flight;
  const client = moment.client(name);
  const { connections, channels } = moment.broker;
  const isLost = client === undefined || session <= client.severedSession;
  const isConnected =
    method.type === 'connection.open' ||
    ('connection' in method ? connections.has(method.connection) : channels.has(method.channel));
  if (isLost || !isConnected) {
    if (message !== null) moment.note({ type: 'publish.lost', client: name, message });
    return;
  }
  if (method.type === 'connection.open') {
    const { connection } = method;
    if (connections.has(connection)) moment.ask({ type: 'connection.drop', connection });
    moment.putClient({ ...client, servedSession: session });
  }
  const events = moment.ask(method, message);
  if (message === null) return;
  for (const event of events) {
    if (event.type !== 'method.refused') continue;
    const { replyText } = event;
    moment.note({ type: 'publish.refused', client: name, message, replyText });
  }
}

export function frameArrives(moment: Moment, flight: FrameArrives): void {
  const { client: name, frame, session } = flight;
  const client = moment.client(name);
  if (client === undefined) return;
  if (client.program !== null) {
    moment.simulation.programs?.player.hear(moment, flight);
    return;
  }
  const isConnected = client.status === 'running' || client.status === 'connecting';
  if (isConnected && session === client.session) {
    moment.takeTurn(name, (turn) => onFrame(turn, frame));
    return;
  }
  if (frame.type !== 'basic.deliver') return;
  // What has to be acknowledged the broker still has; the rest is lost with its connection.
  const index = client.consumers.findIndex(({ channel }) => channel === frame.channel);
  if (client.spec.consumers[index]?.acknowledgement !== 'automatic') return;
  moment.note({ type: 'delivery.lost', client: name, message: frame.message });
}
