/** The names that forms offer: what the document declares in a virtual host. */
import { useMemo } from 'react';
import type { Scenario } from '#scenario';
import { useDocument } from '../app-context.tsx';
import type { DeclaredNames } from './forms/names.ts';

export function useDeclaredNames(vhost: string): DeclaredNames {
  const scenario = useDocument((document) => document.scenario);
  return useMemo(() => declaredNames(scenario, vhost), [scenario, vhost]);
}

export function declaredNames(scenario: Scenario, vhost: string): DeclaredNames {
  const { exchanges, queues, bindings, clients } = scenario;
  const keys = new Set<string>();
  for (const client of clients) {
    for (const { routing_key: key } of client.publishers) {
      for (const text of typeof key === 'string' ? [key] : key.map((choice) => choice.key)) {
        keys.add(text);
      }
    }
  }
  for (const binding of bindings) {
    // A pattern is no routing key.
    if (!/[*#]/.test(binding.routing_key)) keys.add(binding.routing_key);
  }
  keys.delete('');
  const isHere = (thing: { readonly vhost: string }): boolean => thing.vhost === vhost;
  return {
    exchanges: exchanges.filter(isHere).map(({ name }) => name),
    queues: queues.filter(isHere).map(({ name }) => name),
    vhosts: scenario.vhosts.map(({ name }) => name),
    users: [...new Set(['guest', ...scenario.users.map(({ name }) => name)])],
    routingKeys: [...keys].filter((key) => !key.includes('{')),
  };
}
