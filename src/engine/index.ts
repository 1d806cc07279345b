/** The engine's public API: RabbitMQ's behaviour as one pure function. The rest is private. */
export { apply } from './apply.ts';
export type {
  Alarm,
  Binding,
  Broker,
  Channel,
  Connection,
  Consumer,
  Destination,
  Exchange,
  Holder,
  Queue,
  QueueSettings,
  QueueTypeName,
  Unacked,
  Vhost,
} from './broker.ts';
export type * from './command.ts';
export type * from './operator/operator-command.ts';
export type { Permissions, Policy, TopicPermissions, User } from './operator/operators-state.ts';
export { createBroker } from './create-broker.ts';
export type { BrokerOptions } from './create-broker.ts';
export type * from './event.ts';
export { hashOfArguments } from './exchanges/arguments-hash.ts';
export { exchangeTypes, findExchangeType } from './exchanges/index.ts';
export type * from './field-table.ts';
export { after, instantOf, millis, runStart } from './instant.ts';
export type { Instant, Millis } from './instant.ts';
export type { Death, DeathReason, Message, Properties, QueuedMessage } from './message.ts';
export * from './names.ts';
export { pluginNames, recordedPlugins } from './plugins.ts';
export type { PluginName } from './plugins.ts';
export { profiles } from './profile.ts';
export type { BrokerProfile, ProfileName } from './profile.ts';
export { explainRoute } from './exchanges/explain-route.ts';
export type { BindingVerdict, RouteExplanation } from './exchanges/explain-route.ts';
export { explainExchangeSettings, explainQueueSettings } from './rules/explain-settings.ts';
export type {
  EffectiveSetting,
  SettingOrigin,
  SettingSource,
  SettingsExplanation,
} from './rules/explain-settings.ts';
export { isAllowed } from './rules/permissions.ts';
export { matchesPattern } from './patterns/matches-pattern.ts';
export { expressionProblem } from './operator/check-expressions.ts';
export { acceptedPolicies } from './operator/read-policy.ts';
export { policyDefinitionOf } from './rules/operator-policies.ts';
export { policyOfExchange, policyOfQueue } from './rules/policy-matching.ts';
export { previewPolicy } from './operator/preview-policy.ts';
export type { PolicyMatch, PolicyPreview } from './operator/preview-policy.ts';
export { deliveryLimitOf } from './queue-types/quorum/delivery-count.ts';
export { explainWait } from './rules/explain-wait.ts';
export type { ConsumerVerdict, WaitExplanation } from './rules/explain-wait.ts';
export {
  bindingKeyOf,
  bindingsOf,
  consumerCountOf,
  consumersOf,
  exchangeOf,
  queueOf,
  readyMessages,
  unackedMessages,
} from './inspect.ts';
export type { Outcome } from './transaction.ts';
export { nextDeadline } from './wake.ts';
