/** What one can do to a thing during the run: stop and start, drop a connection, purge. */
import type { JSX } from 'react';
import { queueContents } from '#app';
import type { SelectedClient, SelectedQueue, SelectedThing } from '#app';
import { Button } from '../parts/Button.tsx';
import { countText } from './say.ts';
import { useIsScripted } from './use-is-scripted.ts';
import { useSimulation } from './use-simulation.ts';
import { useVerbs } from './use-verbs.ts';
import styles from './inspector.module.css';

export function FaultButtons({ thing }: { readonly thing: SelectedThing }): JSX.Element | null {
  if (thing.kind === 'client') return <ClientFaults client={thing} />;
  if (thing.kind === 'queue') return <PurgeButton queue={thing} />;
  return null;
}

function ClientFaults({ client }: { readonly client: SelectedClient }): JSX.Element | null {
  const state = useSimulation().clients.get(client.name);
  const { intervene } = useVerbs();
  const isScripted = useIsScripted(client.name);
  if (state === undefined || isScripted) return null;
  const isStopped = state.status === 'stopped';
  const { name } = client;
  return (
    <div className={styles['buttons']} role="group" aria-label="Faults">
      {isStopped ? (
        <Button
          size="small"
          onClick={() => intervene({ type: 'client.start', client: name }, `Start ${name}`)}
        >
          Start
        </Button>
      ) : (
        <Button
          size="small"
          onClick={() => intervene({ type: 'client.stop', client: name }, `Stop ${name}`)}
        >
          Stop
        </Button>
      )}
      {state.program !== null && !isStopped && (
        <Button
          size="small"
          onClick={() => {
            intervene({ type: 'client.stop', client: name }, `Restart ${name}`);
            intervene({ type: 'client.start', client: name }, `Start ${name}`);
          }}
        >
          Restart
        </Button>
      )}
      <Button
        size="small"
        disabled={isStopped || state.status === 'disconnected'}
        onClick={() =>
          intervene({ type: 'connection.drop', client: name }, `Drop the connection of ${name}`)
        }
      >
        Drop connection
      </Button>
    </div>
  );
}

function PurgeButton({ queue }: { readonly queue: SelectedQueue }): JSX.Element | null {
  const contents = queueContents(useSimulation(), queue.vhost, queue.name, 0);
  const { intervene } = useVerbs();
  if (contents === null) return null;
  const { name, vhost } = queue;
  return (
    <div className={styles['buttons']}>
      <Button
        size="small"
        disabled={contents.readyCount === 0}
        onClick={() => intervene({ type: 'queue.purge', vhost, queue: name }, `Purge ${name}`)}
      >
        {contents.readyCount === 0 ? 'Purge' : `Purge ${countText(contents.readyCount, 'message')}`}
      </Button>
    </div>
  );
}
