/**
 * What those who run a broker ask of it, as the command line tools and the HTTP API let them. Where a
 * command cannot be carried out, an `operator.refused` tells why.
 *
 * https://www.rabbitmq.com/docs/man/rabbitmqctl.8
 */
import type { FieldTable, FieldValue } from '../field-table.ts';
import type { ExchangeName, UserName, VhostName } from '../names.ts';

/** Stops the broker and starts it again: connections are gone, and so is what was not durable. */
export interface BrokerRestart {
  readonly type: 'broker.restart';
}

interface OfUser {
  readonly user: UserName;
}

interface InVhost {
  /** `/` where left out. */
  readonly vhost?: VhostName;
}

export interface UserSet extends OfUser {
  readonly type: 'user.set';
  /** Where left out it stays as it is; a new user without one cannot log in with any. */
  readonly password?: string;
  /** `administrator`, `impersonator` and others; https://www.rabbitmq.com/docs/management#permissions */
  readonly tags?: readonly string[];
}

export interface UserDelete extends OfUser {
  readonly type: 'user.delete';
}

/** Regular expressions for the names of queues and exchanges; an empty one matches no name. */
export interface PermissionsSet extends OfUser, InVhost {
  readonly type: 'permissions.set';
  readonly configure: string;
  readonly write: string;
  readonly read: string;
}

export interface PermissionsClear extends OfUser, InVhost {
  readonly type: 'permissions.clear';
}

/** Regular expressions for the routing keys used with a topic exchange. */
export interface TopicPermissionsSet extends OfUser, InVhost {
  readonly type: 'topic-permissions.set';
  readonly exchange: ExchangeName;
  readonly write: string;
  readonly read: string;
}

export interface TopicPermissionsClear extends OfUser, InVhost {
  readonly type: 'topic-permissions.clear';
  /** Those of all exchanges where left out. */
  readonly exchange?: ExchangeName;
}

export interface VhostCreate {
  readonly type: 'vhost.create';
  readonly vhost: VhostName;
}

export interface VhostDelete {
  readonly type: 'vhost.delete';
  readonly vhost: VhostName;
}

export interface VhostLimitSet extends InVhost {
  readonly type: 'vhost-limit.set';
  /** `max-connections` or `max-queues`. */
  readonly name: string;
  readonly value: FieldValue;
}

export interface VhostLimitClear extends InVhost {
  readonly type: 'vhost-limit.clear';
  readonly name: string;
}

export interface PolicyParts extends InVhost {
  readonly name: string;
  /** A regular expression for the names of the queues and exchanges it applies to. */
  readonly pattern: string;
  readonly definition: FieldTable;
  /** `all` where left out. */
  readonly applyTo?: string;
  readonly priority?: FieldValue;
}

export interface PolicySet extends PolicyParts {
  readonly type: 'policy.set';
}

export interface PolicyClear extends InVhost {
  readonly type: 'policy.clear';
  readonly name: string;
}

export interface OperatorPolicySet extends PolicyParts {
  readonly type: 'operator-policy.set';
}

export interface OperatorPolicyClear extends InVhost {
  readonly type: 'operator-policy.clear';
  readonly name: string;
}

/** A resource is low; https://www.rabbitmq.com/docs/alarms */
export interface AlarmSet {
  readonly type: 'alarm.set';
  readonly alarm: 'memory' | 'disk';
}

export interface AlarmClear {
  readonly type: 'alarm.clear';
  readonly alarm: 'memory' | 'disk';
}

/** Turns the firehose on or off; https://www.rabbitmq.com/docs/firehose */
export interface TraceSet extends InVhost {
  readonly type: 'trace.set';
  readonly on: boolean;
}

/** What is asked of the broker by those who run it, and not by a client. */
export type OperatorCommand =
  | BrokerRestart
  | UserSet
  | UserDelete
  | PermissionsSet
  | PermissionsClear
  | TopicPermissionsSet
  | TopicPermissionsClear
  | VhostCreate
  | VhostDelete
  | VhostLimitSet
  | VhostLimitClear
  | PolicySet
  | PolicyClear
  | OperatorPolicySet
  | OperatorPolicyClear
  | AlarmSet
  | AlarmClear
  | TraceSet;
