/** The form of whatever is selected, joined to the document: each change is one edit. */
import type { JSX } from 'react';
import { exchangeAt, queueContents } from '#app';
import type { SelectedClient, SelectedExchange, SelectedQueue, SelectedThing } from '#app';
import { BindingList } from './binding/BindingList.tsx';
import { ClientTrouble } from './client/ClientTrouble.tsx';
import { ClientProperties } from './client/ClientProperties.tsx';
import { DeclaredByProgram, useIsFound } from './DeclaredByProgram.tsx';
import { ExchangeProperties } from './exchange/ExchangeProperties.tsx';
import { LineProperties } from './LineProperties.tsx';
import { AppliedPolicies } from './policies/AppliedPolicies.tsx';
import { QueueProperties } from './queue/QueueProperties.tsx';
import { Undeclared } from './Undeclared.tsx';
import { useDeclaredNames } from './use-declared-names.ts';
import { useIsScripted } from './use-is-scripted.ts';
import { useSimulation } from './use-simulation.ts';
import { useThingEdits } from './use-thing-edits.ts';
import styles from './inspector.module.css';

export function ThingProperties({ thing }: { readonly thing: SelectedThing }): JSX.Element {
  const isFound = useIsFound(thing);
  if (isFound) return <DeclaredByProgram thing={thing} />;
  switch (thing.kind) {
    case 'queue':
      return <QueueForm queue={thing} />;
    case 'exchange':
      return <ExchangeForm exchange={thing} />;
    case 'client':
      return <ClientForms client={thing} />;
    case 'bindings':
      return <BindingList bindings={thing.bindings} />;
    case 'line':
      return <LineProperties line={thing} />;
  }
}

function QueueForm({ queue }: { readonly queue: SelectedQueue }): JSX.Element {
  const names = useDeclaredNames(queue.vhost);
  const simulation = useSimulation();
  const { rename, saveQueue } = useThingEdits();
  const { spec, key, vhost, name } = queue;
  if (spec === null) return <Undeclared thing={queue} />;
  const contents = queueContents(simulation, vhost, name, 0);
  // At the start of a run nothing is declared again: the run then begins otherwise.
  const isRunning = simulation.now > 0 && contents !== null;
  return (
    <>
      <AppliedPolicies kind="queue" vhost={vhost} name={name} />
      <QueueProperties
        spec={spec}
        names={names}
        messageCount={isRunning ? contents.readyCount + contents.unackedCount : null}
        onRename={(newName) => rename(key, newName)}
        save={saveQueue}
      />
    </>
  );
}

function ExchangeForm({ exchange }: { readonly exchange: SelectedExchange }): JSX.Element {
  const names = useDeclaredNames(exchange.vhost);
  const { rename, saveExchange } = useThingEdits();
  const simulation = useSimulation();
  const { spec, key, vhost, name } = exchange;
  if (spec === null) return <Undeclared thing={exchange} />;
  return (
    <>
      <AppliedPolicies kind="exchange" vhost={vhost} name={name} />
      <ExchangeProperties
        spec={spec}
        names={names}
        isDeclared={simulation.now > 0 && exchangeAt(simulation, vhost, name) !== undefined}
        onRename={(newName) => rename(key, newName)}
        save={saveExchange}
      />
    </>
  );
}

function ClientForms({ client }: { readonly client: SelectedClient }): JSX.Element {
  const isScripted = useIsScripted(client.name);
  if (!isScripted) return <ClientForm client={client} />;
  return (
    <section className={styles['section']}>
      <p className={styles['dim']}>
        A channel of the recorded case. It does what the case says, so there is nothing to set.
      </p>
    </section>
  );
}

function ClientForm({ client }: { readonly client: SelectedClient }): JSX.Element {
  const names = useDeclaredNames(client.vhost);
  const { rename, saveClient } = useThingEdits();
  return (
    <>
      <ClientTrouble spec={client.spec} />
      <ClientProperties
        spec={client.spec}
        names={names}
        onRename={(newName) => rename(client.key, newName)}
        save={saveClient}
      />
    </>
  );
}
