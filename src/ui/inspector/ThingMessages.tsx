/** The messages that a queue or a client has. */
import type { JSX } from 'react';
import type { SelectedThing } from '#app';
import { ClientMessages } from './client/ClientMessages.tsx';
import { QueueMessages } from './queue/QueueMessages.tsx';

export function ThingMessages({ thing }: { readonly thing: SelectedThing }): JSX.Element | null {
  if (thing.kind === 'queue') return <QueueMessages vhost={thing.vhost} name={thing.name} />;
  return thing.kind === 'client' ? <ClientMessages spec={thing.spec} /> : null;
}
