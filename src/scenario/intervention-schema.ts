/**
 * What a person did during a run, as it is saved and shared with the document. It is structurally the
 * simulation's Intervention, which this layer must not know; the two are held together where the app
 * makes runs of documents.
 */
import * as v from 'valibot';
import { limits, scenarioSchema } from './schema.ts';
import type { ScenarioBody } from './schema.ts';
import { count, name, shortText, wholeMs } from './schema-parts.ts';

const { vhosts, exchanges, queues, bindings, clients, latency_ms } = scenarioSchema.entries;
const { users, permissions, topic_permissions, policies, operator_policies } =
  scenarioSchema.entries;

/** The parts of a document that decide how a run goes, with the checks of the document itself. */
export const bodyEntries = {
  vhosts,
  users,
  permissions,
  topic_permissions,
  policies,
  operator_policies,
  exchanges,
  queues,
  bindings,
  clients,
  latency_ms,
};

const text = v.pipe(v.string(), v.maxLength(limits.textMax));
const index = v.pipe(count, v.maxValue(1_000));
const headers = v.record(shortText, v.union([text, v.pipe(v.number(), v.finite()), v.boolean()]));

/** All that can be done but edits; links write those in a shorter way. */
export const handActSchemas = [
  v.strictObject({
    type: v.literal('publish'),
    client: name,
    publisher: index,
    routingKey: v.exactOptional(shortText),
    body: v.exactOptional(text),
    headers: v.exactOptional(headers),
  }),
  v.strictObject({
    type: v.literal('settle'),
    client: name,
    consumer: index,
    deliveryTag: v.pipe(count, v.minValue(1)),
    answer: v.picklist(['ack', 'reject', 'requeue']),
  }),
  v.strictObject({ type: v.literal('client.stop'), client: name }),
  v.strictObject({ type: v.literal('client.start'), client: name }),
  v.strictObject({ type: v.literal('connection.drop'), client: name }),
  v.strictObject({ type: v.literal('queue.purge'), vhost: name, queue: name }),
  v.strictObject({ type: v.literal('broker.restart') }),
  v.strictObject({
    type: v.literal('alarm'),
    alarm: v.picklist(['memory', 'disk']),
    isRaised: v.boolean(),
  }),
  v.strictObject({ type: v.literal('trace'), vhost: name, isOn: v.boolean() }),
] as const;

const edit = v.strictObject({ type: v.literal('edit'), body: v.strictObject(bodyEntries) });

export const interventionSchema = v.strictObject({
  at: wholeMs,
  act: v.variant('type', [edit, ...handActSchemas]),
});

/** No one does more by hand in one run; a stranger's document might say so. */
export const interventionsMax = 10_000;

/** Its type is written down: to work it out anew wherever it is used is too much for the compiler. */
export const interventionsSchema: v.GenericSchema<unknown, readonly InterventionSpec[]> = v.pipe(
  v.array(interventionSchema),
  v.maxLength(interventionsMax),
) as v.GenericSchema<unknown, readonly InterventionSpec[]>;

type HandAct = v.InferOutput<(typeof handActSchemas)[number]>;

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

export type ActSpec =
  | { readonly type: 'edit'; readonly body: ScenarioBody }
  | DeepReadonly<HandAct>;

export interface InterventionSpec {
  readonly at: number;
  readonly act: ActSpec;
}
