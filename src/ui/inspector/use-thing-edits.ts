/**
 * Edits of things, each one step of undo. What cannot be is said in a sentence, and the selection
 * follows a thing whose key changes with its name.
 */
import { useMemo } from 'react';
import {
  addExchange,
  addQueue,
  bindingKeyOf,
  changeBinding,
  changeClient,
  changeExchange,
  changeQueue,
  duplicateThings,
  nodeKeyOf,
  removeThings,
  renameThing,
  selectedNode,
  yoursOf,
} from '#app';
import type { App, SelectedExchange, SelectedQueue } from '#app';
import type { BindingSpec, ClientSpec, ExchangeSpec, QueueSpec } from '#scenario';
import { useApp } from '../app-context.tsx';
import { bindingKeyProblem, nameProblem } from '../canvas/gestures/name-problem.ts';
import type { Thing } from '../canvas/graph/thing.ts';
import type { Save } from './forms/names.ts';
import { useVerbs } from './use-verbs.ts';
import type { Verbs } from './use-verbs.ts';

export interface ThingEdits {
  readonly rename: (key: string, newName: string) => string | null;
  readonly saveQueue: Save<QueueSpec>;
  readonly saveExchange: Save<ExchangeSpec>;
  readonly saveClient: Save<ClientSpec>;
  readonly saveBinding: (before: BindingSpec, label: string, next: BindingSpec) => string | null;
  readonly removeBinding: (key: string, binding: BindingSpec) => void;
  readonly declare: (thing: SelectedQueue | SelectedExchange) => void;
  readonly remove: (keys: readonly string[]) => void;
  readonly duplicate: (keys: readonly string[]) => void;
}

export function useThingEdits(): ThingEdits {
  const app = useApp();
  const verbs = useVerbs();
  return useMemo(() => thingEdits(app, verbs), [app, verbs]);
}

function thingEdits(app: App, { edit, select }: Verbs): ThingEdits {
  return {
    rename: (key, newName) => renameNode(app, { edit, select }, key, newName),
    saveQueue: (label, next) =>
      edit(label, (scenario) =>
        changeQueue(scenario, nodeKeyOf('queue', next.name, next.vhost), () => next),
      ),
    saveExchange: (label, next) =>
      edit(label, (scenario) =>
        changeExchange(scenario, nodeKeyOf('exchange', next.name, next.vhost), () => next),
      ),
    saveClient: (label, next) =>
      edit(label, (scenario) => changeClient(scenario, nodeKeyOf('client', next.name), () => next)),
    saveBinding: (before, label, next) => saveBinding(app, { edit, select }, before, label, next),
    removeBinding: (key, { source, destination }) => {
      edit(`Remove the binding of ${destination} to ${source}`, (scenario) =>
        removeThings(scenario, [key]),
      );
    },
    declare: ({ kind, name, vhost }) => {
      edit(`Declare ${kind} ${name}`, (scenario) =>
        kind === 'queue'
          ? addQueue(scenario, { name, vhost })
          : addExchange(scenario, { name, vhost }),
      );
    },
    remove: (all) => {
      const keys = yoursOf(app, all);
      if (keys.length === 0) return;
      edit(`Delete ${keys.length} things`, (scenario) => removeThings(scenario, keys));
      select([]);
    },
    duplicate: (keys) => {
      edit(`Duplicate ${keys.length} things`, (scenario) => duplicateThings(scenario, keys));
    },
  };
}

type EditVerbs = Pick<Verbs, 'edit' | 'select'>;

function renameNode(
  app: App,
  { edit, select }: EditVerbs,
  key: string,
  newName: string,
): string | null {
  const { scenario } = app.document.getState();
  const node = selectedNode(scenario, key);
  if (node === null) return 'It is not in the document any more.';
  if (newName === node.name) return null;
  const thing = { ...node, kind: node.kind === 'client' ? node.standsAs : node.kind } as Thing;
  const problem = nameProblem(scenario, thing, newName);
  if (problem !== null) return problem;
  const refusal = edit(`Rename ${node.name} to ${newName}`, (before) =>
    renameThing(before, key, newName),
  );
  if (refusal === null) select([nodeKeyOf(node.kind, newName, node.vhost)]);
  return refusal;
}

/** A binding that is selected by its own key stays selected when the key changes. */
function saveBinding(
  app: App,
  { edit, select }: EditVerbs,
  before: BindingSpec,
  label: string,
  next: BindingSpec,
): string | null {
  const problem = bindingKeyProblem(app.document.getState().scenario, before, next.routing_key);
  if (problem !== null && next.routing_key !== before.routing_key) return problem;
  const key = bindingKeyOf(before);
  const refusal = edit(label, (scenario) => changeBinding(scenario, key, () => next));
  const { selection } = app.view.getState();
  if (refusal === null && selection.includes(key)) {
    select(selection.map((selected) => (selected === key ? bindingKeyOf(next) : selected)));
  }
  return refusal;
}
