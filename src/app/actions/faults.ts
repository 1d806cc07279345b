/** What can go wrong on purpose: with the broker, or with the clients that are selected. */
import type { Act } from '#sim';
import type { App } from '../app.ts';
import { selectedNode } from '../questions/selected-thing.ts';
import { always } from './action.ts';
import type { Action } from './action.ts';

export const restartBroker: Action = {
  id: 'restart-broker',
  label: 'Restart the broker',
  group: 'Faults',
  keywords: 'fault crash reboot',
  isEnabled: always,
  perform: (app) => intervene(app, { type: 'broker.restart' }, 'Restart the broker'),
};

type ClientAct = 'client.stop' | 'client.start' | 'connection.drop';

const ofClients = (id: string, label: string, type: ClientAct, keywords: string): Action => ({
  id,
  label,
  group: 'Faults',
  keywords,
  isEnabled: (app) => clientsOf(app).length > 0,
  perform: (app) => {
    for (const client of clientsOf(app)) intervene(app, { type, client }, `${label}: ${client}`);
  },
});

export const dropConnections = ofClients(
  'drop-connection',
  'Drop the connection of the selected client',
  'connection.drop',
  'fault network cut',
);
export const stopClients = ofClients(
  'stop-client',
  'Stop the selected client',
  'client.stop',
  'fault crash kill',
);
export const startClients = ofClients(
  'start-client',
  'Start the selected client',
  'client.start',
  'run again',
);

export const purgeQueues: Action = {
  id: 'purge-queue',
  label: 'Purge the selected queue',
  group: 'Faults',
  keywords: 'empty',
  isEnabled: (app) => queuesOf(app).length > 0,
  perform: (app) => {
    for (const { vhost, name } of queuesOf(app))
      intervene(app, { type: 'queue.purge', vhost, queue: name }, `Purge ${name}`);
  },
};

export function intervene({ playback, view }: App, act: Act, label: string): void {
  playback.getState().intervene(act, label);
  view.getState().announce(label);
}

export const selectedNodes = ({ document, view }: App) => {
  const { scenario } = document.getState();
  return view.getState().selection.flatMap((key) => selectedNode(scenario, key) ?? []);
};

const clientsOf = (app: App): readonly string[] =>
  selectedNodes(app).flatMap(({ kind, name }) => (kind === 'client' ? [name] : []));

const queuesOf = (app: App) => selectedNodes(app).filter(({ kind }) => kind === 'queue');
