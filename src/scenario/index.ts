/** The document people save, share and edit as text. */
export { currentVersion, limits, scenarioSchema } from './schema.ts';
export type {
  BindingSpec,
  ClientSpec,
  ConsumerSpec,
  ExchangeSpec,
  MessagePropertiesSpec,
  OutcomeSpec,
  PublisherSpec,
  QueueSpec,
  ReplySpec,
  Scenario,
  ScenarioBody,
  ScenarioSpec,
} from './schema.ts';
