/** What operators have set up in a broker: users, what they may do, policies and limits. */
import type { PersistentMap } from '#base';
import type { FieldTable } from '../field-table.ts';
import type { ExchangeName, UserName, VhostName } from '../names.ts';

/** https://www.rabbitmq.com/docs/access-control#authorisation */
export type Permission = 'configure' | 'write' | 'read';

/** That a channel may do something to a queue or an exchange. */
export interface Permit {
  readonly permission: Permission;
  readonly kind: 'queue' | 'exchange';
  readonly name: string;
}

/** That a channel may publish to a topic exchange, or bind to it, with a routing key. */
export interface TopicPermit {
  readonly permission: Permission;
  readonly exchange: ExchangeName;
  readonly routingKey: string;
}

export interface User {
  readonly name: UserName;
  /** Empty where nobody can log in with one. */
  readonly password: string;
  readonly tags: readonly string[];
  /** By virtual host; without any, the user cannot even connect to it. */
  readonly permissions: PersistentMap<VhostName, Permissions>;
  readonly topicPermissions: PersistentMap<
    VhostName,
    PersistentMap<ExchangeName, TopicPermissions>
  >;
}

/** Regular expressions; a name that one of them matches is allowed. */
export interface Permissions extends TopicPermissions {
  readonly configure: string;
}

export interface TopicPermissions {
  readonly write: string;
  readonly read: string;
}

/** https://www.rabbitmq.com/docs/policies */
export interface Policy {
  readonly name: string;
  /** A regular expression for the names of queues and exchanges. */
  readonly pattern: string;
  readonly applyTo: string;
  readonly definition: FieldTable;
  readonly priority: number;
}

/** https://www.rabbitmq.com/docs/vhosts#limits */
export interface VhostLimits {
  readonly 'max-connections': number | null;
  readonly 'max-queues': number | null;
}
