/**
 * The plugins of RabbitMQ that bring types of exchanges. Which of them a broker has is decided when it
 * is made; nothing else in the engine depends on it.
 *
 * https://www.rabbitmq.com/docs/plugins
 */
export const pluginNames = [
  'rabbitmq_consistent_hash_exchange',
  'rabbitmq_delayed_message_exchange',
  'rabbitmq_random_exchange',
  'rabbitmq_recent_history_exchange',
  'rabbitmq_sharding',
] as const;

export type PluginName = (typeof pluginNames)[number];

/** Those of the brokers that were recorded. */
export const recordedPlugins: readonly PluginName[] = [
  'rabbitmq_consistent_hash_exchange',
  'rabbitmq_random_exchange',
];
