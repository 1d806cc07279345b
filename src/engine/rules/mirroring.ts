/**
 * Mirroring of classic queues, by policies with `ha-mode`. There is one node here, and so nothing to
 * mirror to; but what RabbitMQ would refuse is refused, and it applies to classic queues alone.
 *
 * https://www.rabbitmq.com/docs/3.13/ha
 */
import { erlangTerm } from '../erlang-term.ts';
import type { FieldTable, FieldValue } from '../field-table.ts';
import type { BrokerProfile } from '../profile.ts';

export const haKeys = [
  'ha-mode',
  'ha-params',
  'ha-sync-mode',
  'ha-sync-batch-size',
  'ha-promote-on-shutdown',
  'ha-promote-on-failure',
];

/** The keys of policies that are about mirroring; operators have none, nor has a version without. */
export const mirroringKeys = (
  isOperators: boolean,
  { mirrorsClassicQueues }: BrokerProfile,
): readonly string[] => (mirrorsClassicQueues && !isOperators ? haKeys : []);

/** The first thing wrong with what a policy says of mirroring; null where nothing is. */
export function mirroringProblem(
  definition: FieldTable,
  isOperators: boolean,
  profile: BrokerProfile,
): string | null {
  const keys = mirroringKeys(isOperators, profile).filter((key) => definition[key] !== undefined);
  if (keys.length === 0) return null;
  const mode = definition['ha-mode'];
  if (mode === undefined) {
    return 'ha-mode must be specified to specify ha-params, ha-sync-mode or ha-promote-on-shutdown';
  }
  return (
    modeProblem(mode, definition['ha-params']) ??
    choiceProblem(definition, 'ha-sync-mode', ['manual', 'automatic']) ??
    batchProblem(definition['ha-sync-batch-size']) ??
    choiceProblem(definition, 'ha-promote-on-shutdown', ['always', 'when-synced']) ??
    choiceProblem(definition, 'ha-promote-on-failure', ['always', 'when-synced'])
  );
}

function modeProblem(mode: FieldValue, params: FieldValue | undefined): string | null {
  const given = params === undefined ? 'none' : erlangTerm(params);
  if (mode === 'all') return params === undefined ? null : 'ha-mode="all" does not take parameters';
  if (mode === 'exactly') {
    const isCount = typeof params === 'number' && Number.isInteger(params) && params > 0;
    return isCount ? null : `ha-mode="exactly" takes an integer, ${given} given`;
  }
  if (mode !== 'nodes') return `${erlangTerm(mode)} is not a valid ha-mode value`;
  if (!Array.isArray(params)) return `ha-mode="nodes" takes a list, ${given} given`;
  if (params.length === 0) return 'ha-mode="nodes" list must be non-empty';
  const others = params.filter((node) => typeof node !== 'string');
  if (others.length === 0) return null;
  return `ha-mode="nodes" takes a list of strings, ${erlangTerm(others)} was not a string`;
}

function batchProblem(size: FieldValue | undefined): string | null {
  if (size === undefined || (typeof size === 'number' && Number.isInteger(size) && size > 0)) {
    return null;
  }
  return `ha-sync-batch-size takes an integer, ${erlangTerm(size)} given`;
}

function choiceProblem(
  definition: FieldTable,
  key: string,
  choices: readonly [string, string],
): string | null {
  const value = definition[key];
  if (value === undefined || choices.includes(value as string)) return null;
  return `${key} must be "${choices[0]}" or "${choices[1]}", got ${erlangTerm(value)}`;
}
