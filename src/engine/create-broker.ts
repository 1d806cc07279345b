/** A broker as it is when new: one virtual host with its exchanges, and one user. */
import { PersistentMap } from '#base';
import { emptyBroker } from './broker.ts';
import type { Broker, Exchange, Vhost } from './broker.ts';
import { exchangeTypes } from './exchanges/index.ts';
import { emptyTable } from './field-table.ts';
import { defaultExchange, defaultVhost, guest } from './names.ts';
import type { ExchangeName, VhostName } from './names.ts';
import type { User } from './operator/operators-state.ts';
import { recordedPlugins } from './plugins.ts';
import type { PluginName } from './plugins.ts';
import type { BrokerProfile } from './profile.ts';

/** https://www.rabbitmq.com/docs/exchanges#predeclared */
const predeclared: readonly (readonly [name: string, type: string, internal: boolean])[] = [
  [defaultExchange, 'direct', false],
  ['amq.direct', 'direct', false],
  ['amq.fanout', 'fanout', false],
  ['amq.headers', 'headers', false],
  ['amq.match', 'headers', false],
  ['amq.rabbitmq.trace', 'topic', true],
  ['amq.topic', 'topic', false],
];

export interface BrokerOptions {
  /** Those of the recorded brokers where left out. */
  readonly plugins?: readonly PluginName[];
}

export function createBroker(
  profile: BrokerProfile,
  { plugins = recordedPlugins }: BrokerOptions = {},
): Broker {
  return {
    ...emptyBroker(profile, plugins),
    vhosts: PersistentMap.from([[defaultVhost, createVhost(defaultVhost)]]),
    users: PersistentMap.from([[guest, createGuest()]]),
  };
}

/** It may do everything in the first virtual host. */
function createGuest(): User {
  const everything = { configure: '.*', write: '.*', read: '.*' };
  return {
    name: guest,
    password: 'guest',
    tags: ['administrator'],
    permissions: PersistentMap.from([[defaultVhost, everything]]),
    topicPermissions: PersistentMap.empty(),
  };
}

export function createVhost(name: VhostName): Vhost {
  return {
    name,
    exchanges: PersistentMap.from(
      predeclared.map(([exchange, type, internal]) => [
        exchange as ExchangeName,
        predeclaredExchange(exchange as ExchangeName, type, internal),
      ]),
    ),
    queues: PersistentMap.empty(),
    bindingsTo: PersistentMap.empty(),
    policies: PersistentMap.empty(),
    operatorPolicies: PersistentMap.empty(),
    limits: { 'max-connections': null, 'max-queues': null },
  };
}

function predeclaredExchange(name: ExchangeName, type: string, internal: boolean): Exchange {
  return {
    name,
    type,
    durable: true,
    autoDelete: false,
    internal,
    arguments: emptyTable,
    alternateExchange: null,
    policy: null,
    operatorPolicy: null,
    bindings: PersistentMap.empty(),
    index: exchangeTypes[type as keyof typeof exchangeTypes].emptyIndex,
    delayedCount: 0,
    history: [],
  };
}
