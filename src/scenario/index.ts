/** The document people save, share and edit as text. */
export { bindingKeyOf } from './binding-key.ts';
export { clientKindOf } from './client-kind.ts';
export type { ClientKind } from './client-kind.ts';
export { completeScenario } from './complete-scenario.ts';
export { addBinding, addClient, addExchange, addQueue } from './edits/add.ts';
export { changeBinding, changeClient, changeExchange, changeQueue } from './edits/change.ts';
export { duplicateThings } from './edits/duplicate.ts';
export { moveThings } from './edits/move.ts';
export { removeThings } from './edits/remove.ts';
export { renameThing } from './edits/rename.ts';
export { uniqueName } from './edits/unique-name.ts';
export { whyNotWire } from './edits/why-not-wire.ts';
export { wire } from './edits/wire.ts';
export type { WireOptions } from './edits/wire.ts';
export { scenarioJsonSchema } from './json-schema.ts';
export { nodeKeyOf, parseNodeKey } from './node-key.ts';
export type { NodeKind, NodeName } from './node-key.ts';
export { checkScenario, parseScenario } from './parse-scenario.ts';
export type { ParseResult } from './parse-scenario.ts';
export type { ScenarioProblem } from './scenario-problem.ts';
export { writeScenario } from './write-scenario.ts';
export { currentVersion, limits, scenarioSchema } from './schema.ts';
export type {
  ArgumentTable,
  ArgumentValue,
  BindingSpec,
  ClientSpec,
  ConsumerSpec,
  ExchangeSpec,
  MessagePropertiesSpec,
  OutcomeSpec,
  PublisherSpec,
  QueueSpec,
  ReplySpec,
  PermissionSpec,
  PolicySpec,
  Scenario,
  ScenarioBody,
  TopicPermissionSpec,
  UserSpec,
  VhostSpec,
  ScenarioSpec,
} from './schema.ts';
export {
  interventionsMax,
  interventionsSchema,
} from './intervention-schema.ts';
export type { ActSpec, InterventionSpec } from './intervention-schema.ts';
export { decodeShareLink, encodeShareLink } from './share-link.ts';
export type { OpenedLink, SharedRun } from './share-link.ts';
export {
  addPolicy,
  addUser,
  changePermissions,
  changePolicy,
  changeTopicPermissions,
  changeUser,
  changeVhostLimits,
  clearPermissions,
  clearTopicPermissions,
  removePolicy,
  removeUser,
  removeVhost,
} from './edits/operators.ts';
export type { PolicyKind } from './edits/operators.ts';
