/** Why: what waits in a queue, where an exchange sends what, how a client stands. */
import type { JSX } from 'react';
import type { SelectedThing } from '#app';
import { exchangeTypeOf } from '../canvas/graph/thing.ts';
import { ClientWhy } from './client/ClientWhy.tsx';
import { RouteTrial } from './exchange/RouteTrial.tsx';
import { QueueWhy } from './queue/QueueWhy.tsx';
import { useDeclaredNames } from './use-declared-names.ts';

export function ThingWhy({ thing }: { readonly thing: SelectedThing }): JSX.Element | null {
  const names = useDeclaredNames('vhost' in thing ? thing.vhost : '/');
  switch (thing.kind) {
    case 'queue':
      return <QueueWhy vhost={thing.vhost} name={thing.name} />;
    case 'exchange':
      return (
        <RouteTrial
          vhost={thing.vhost}
          exchange={thing.name}
          type={exchangeTypeOf(thing)}
          suggestions={names.routingKeys}
        />
      );
    case 'client':
      return <ClientWhy spec={thing.spec} />;
    default:
      return null;
  }
}
