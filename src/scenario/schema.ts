/**
 * The scenario document: what people save, share and edit as text.
 *
 * Topology is written in the vocabulary of RabbitMQ's own definitions files, so that one can paste
 * from them; what goes beyond (clients, positions) follows their manner. The document takes no word
 * from the engine, because it must still open when the engine has long been rewritten:
 * `sim/load-scenario.ts` is the one place where the two vocabularies meet. The types, the checks and
 * the editor's completions all come from here.
 *
 * A change that makes any older document invalid takes a migration: see migrations/index.ts.
 *
 * https://www.rabbitmq.com/docs/definitions
 */
import * as v from 'valibot';
import { clientSchema } from './client-schema.ts';
import {
  permissionSchema,
  policySchema,
  topicPermissionSchema,
  userSchema,
  vhostSchema,
} from './operators-schema.ts';
import { argumentsField, described, flag, name, shortText } from './schema-parts.ts';
import type { ArgumentTable } from './schema-parts.ts';

export const currentVersion = 1;

/** Bounds that keep a document from a stranger harmless. */
export const limits = { things: 2_000, clients: 500, textMax: 100_000 } as const;

/** Those that bring types of exchanges. */
const pluginNames = [
  'rabbitmq_consistent_hash_exchange',
  'rabbitmq_delayed_message_exchange',
  'rabbitmq_random_exchange',
  'rabbitmq_recent_history_exchange',
  'rabbitmq_sharding',
] as const;

const vhostName = v.optional(described(name, 'The virtual host it is in.'), '/');

export const exchangeSchema = v.strictObject({
  name,
  vhost: vhostName,
  type: described(
    v.optional(
      v.picklist([
        'direct',
        'fanout',
        'topic',
        'headers',
        'x-consistent-hash',
        'x-random',
        'x-local-random',
        'x-delayed-message',
        'x-modulus-hash',
        'x-recent-history',
      ]),
      'direct',
    ),
    'How it chooses among its bindings.',
  ),
  durable: flag(true, 'It survives a restart of the broker.'),
  auto_delete: flag(false, 'It is deleted when its last binding is removed.'),
  internal: flag(false, 'Clients may not publish to it; other exchanges may.'),
  arguments: argumentsField('Such as alternate-exchange, x-delayed-type.'),
});

export const queueSchema = v.strictObject({
  name,
  vhost: vhostName,
  durable: flag(true, 'It survives a restart of the broker.'),
  auto_delete: flag(false, 'It is deleted when its last consumer is gone.'),
  arguments: argumentsField(
    'Such as x-message-ttl, x-max-length, x-dead-letter-exchange, x-max-priority.',
  ),
});

export const bindingSchema = v.strictObject({
  source: described(name, 'The exchange that messages come from.'),
  vhost: vhostName,
  destination: described(name, 'The queue or exchange that they go to.'),
  destination_type: described(
    v.optional(v.picklist(['queue', 'exchange']), 'queue'),
    'Which of the two the destination is.',
  ),
  routing_key: described(
    v.optional(shortText, ''),
    'The binding key: a routing key, or a pattern with * and # for a topic exchange.',
  ),
  arguments: argumentsField('What a headers exchange compares.'),
});

/** `queue:orders`, `exchange:orders`, `client:shop`; another virtual host than / is `queue:orders@vhost`. */
const coordinate = v.pipe(v.number(), v.finite());
const positions = v.record(v.string(), v.strictTuple([coordinate, coordinate]));

const list = <Item extends v.GenericSchema>(item: Item, max: number = limits.things) =>
  v.optional(v.pipe(v.array(item), v.maxLength(max)), []);

export const scenarioSchema = v.strictObject({
  version: v.literal(currentVersion),
  title: described(
    v.optional(v.pipe(v.string(), v.maxLength(200)), 'Untitled'),
    'What it is called.',
  ),
  notes: described(
    v.optional(v.pipe(v.string(), v.maxLength(limits.textMax)), ''),
    'What there is to see, in plain text; an empty line begins a paragraph.',
  ),
  profile: described(
    v.optional(v.picklist(['3.10', '4.0']), '4.0'),
    'The RabbitMQ version that it runs on.',
  ),
  plugins: described(
    v.optional(v.pipe(v.array(v.picklist(pluginNames)), v.maxLength(100)), [...pluginNames]),
    'The plugins that its broker has. Without one of them, its types of exchanges are unknown.',
  ),
  seed: described(
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1)), 1),
    'Decides everything that is left to chance.',
  ),
  latency_ms: described(
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60_000)), 400),
    'How long anything travels between a client and the broker, one way.',
  ),
  vhosts: described(
    v.optional(v.pipe(v.array(vhostSchema), v.maxLength(100)), [{ name: '/' }]),
    'Virtual hosts: what is in one knows nothing of the others.',
  ),
  users: described(
    list(userSchema, 100),
    'Who may connect, beside guest, who is an administrator and may do everything.',
  ),
  permissions: described(list(permissionSchema), 'What users may do in a virtual host.'),
  topic_permissions: described(
    list(topicPermissionSchema),
    'With which keys users may publish to topic exchanges and bind to them.',
  ),
  policies: described(
    list(policySchema, 200),
    'Settings for queues and exchanges by their names; they may come and go at any time.',
  ),
  operator_policies: described(
    list(policySchema, 200),
    'Limits that an operator sets on top of what policies and arguments say.',
  ),
  exchanges: described(
    list(exchangeSchema),
    'Where messages are published to. The amq.* ones and the default exchange are there anyway.',
  ),
  queues: described(list(queueSchema), 'Where messages wait for consumers.'),
  bindings: described(list(bindingSchema), 'Which messages of an exchange go where.'),
  clients: described(
    list(clientSchema, limits.clients),
    'Programs that publish, consume or do both.',
  ),
  positions: described(v.optional(positions, {}), 'Where things stand on the canvas, in pixels.'),
});

/** Arguments are read-only as they stand, and recursive: to go into them would never end. */
type DeepReadonly<T> = ArgumentTable extends T
  ? T
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

export type { ArgumentTable, ArgumentValue } from './schema-parts.ts';

export type Scenario = DeepReadonly<v.InferOutput<typeof scenarioSchema>>;
/** What a person may write: everything that has a default may be left out. */
export type ScenarioSpec = DeepReadonly<v.InferInput<typeof scenarioSchema>>;
export type ExchangeSpec = Scenario['exchanges'][number];
export type QueueSpec = Scenario['queues'][number];
export type VhostSpec = Scenario['vhosts'][number];
export type UserSpec = Scenario['users'][number];
export type PermissionSpec = Scenario['permissions'][number];
export type TopicPermissionSpec = Scenario['topic_permissions'][number];
export type PolicySpec = Scenario['policies'][number];
export type BindingSpec = Scenario['bindings'][number];
export type ClientSpec = Scenario['clients'][number];
export type PublisherSpec = ClientSpec['publishers'][number];
export type ConsumerSpec = ClientSpec['consumers'][number];
export type ReplySpec = ConsumerSpec['publishes'][number];
export type OutcomeSpec = ConsumerSpec['outcomes'][number];
export type MessagePropertiesSpec = PublisherSpec['properties'];

/** What of a scenario decides how a run goes; the rest is for the eye. */
export type ScenarioBody = Pick<
  Scenario,
  | 'vhosts'
  | 'users'
  | 'permissions'
  | 'topic_permissions'
  | 'policies'
  | 'operator_policies'
  | 'exchanges'
  | 'queues'
  | 'bindings'
  | 'clients'
  | 'latency_ms'
>;
