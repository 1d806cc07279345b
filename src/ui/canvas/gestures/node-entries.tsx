/** What can be done with a node, as lines of its menu. */
import { clientAt, keepFound, queueAt, whyNotKeep, whyNotYours } from '#app';
import type { App } from '#app';
import type { MenuAction, MenuEntry } from '../../parts/menu-entry.ts';
import type { CanvasStore } from '../canvas-store.ts';
import { isPredeclared, titleOf } from '../graph/thing.ts';
import type { ClientThing, ExchangeThing, QueueThing, Thing } from '../graph/thing.ts';
import { dropConnection, publishByHand, purgeQueue, startClient, stopClient } from './acts.ts';
import { makeWired } from './create.ts';
import { duplicateOnCanvas, removeFromCanvas } from './edits.ts';
import { inspect } from './select.ts';
import { startWiring } from './wiring.ts';

export function nodeEntries(app: App, canvas: CanvasStore, key: string): readonly MenuEntry[] {
  const thing = canvas.getState().graph.nodes.get(key)?.thing;
  if (thing === undefined) return [];
  const { selection } = app.view.getState();
  const several = selection.includes(key) && selection.length > 1 ? selection : [key];
  return [
    { kind: 'heading', label: titleOf(thing) },
    ...ownEntries(app, canvas, thing),
    { kind: 'separator' },
    { kind: 'action', label: 'Inspect', shortcut: 'Enter', perform: () => inspect(app, key) },
    ...(isPredeclared(thing)
      ? []
      : whyNotYours(app, key) !== null
        ? foundEntries(app, key)
        : documentEntries(app, canvas, thing, several)),
  ];
}

/** What a program has declared is nothing of the document yet. */
const foundEntries = (app: App, key: string): readonly MenuEntry[] => [
  {
    kind: 'action',
    label: 'Keep it in the scenario',
    isEnabled: whyNotKeep(app, key) === null,
    perform: () => keepFound(app, key),
  },
];

function documentEntries(
  app: App,
  canvas: CanvasStore,
  { key, spec }: Thing,
  several: readonly string[],
): readonly MenuEntry[] {
  const isOne = several.length === 1;
  const isDeclared = spec !== null;
  return [
    {
      kind: 'action',
      label: 'Rename',
      shortcut: 'F2',
      isEnabled: isOne && isDeclared,
      perform: () => canvas.getState().edit(key),
    },
    {
      kind: 'action',
      label: isOne ? 'Duplicate' : `Duplicate ${several.length} things`,
      isEnabled: isDeclared,
      perform: () => duplicateOnCanvas(app, several),
    },
    { kind: 'separator' },
    {
      kind: 'action',
      label: isOne ? 'Delete' : `Delete ${several.length} things`,
      shortcut: 'Delete',
      isDanger: true,
      perform: () => removeFromCanvas(app, several, canvas),
    },
  ];
}

function ownEntries(app: App, canvas: CanvasStore, thing: Thing): readonly MenuEntry[] {
  if (thing.kind === 'queue') return queueEntries(app, canvas, thing);
  if (thing.kind === 'exchange') return exchangeEntries(app, canvas, thing);
  return clientEntries(app, canvas, thing);
}

function wireEntry(
  app: App,
  canvas: CanvasStore,
  key: string,
  seeks: 'target' | 'source',
  label: string,
): MenuAction {
  return {
    kind: 'action',
    label,
    shortcut: 'W',
    // The menu gives the focus back when it closes; the list must take it after that.
    perform: () => setTimeout(() => startWiring(app, canvas, key, seeks, 'keys'), 30),
  };
}

function queueEntries(app: App, canvas: CanvasStore, thing: QueueThing): readonly MenuEntry[] {
  const queue = queueAt(app.playback.getState().history.present, thing.vhost, thing.name);
  return [
    {
      kind: 'action',
      label: 'Add a consumer',
      perform: () => makeWired(app, canvas, 'consumer', thing.key, 'target'),
    },
    { ...wireEntry(app, canvas, thing.key, 'source', 'Bind to an exchange…'), shortcut: undefined },
    wireEntry(app, canvas, thing.key, 'target', 'Wire to a consumer…'),
    {
      kind: 'action',
      label: 'Purge',
      isEnabled: (queue?.readyCount ?? 0) > 0,
      isDanger: true,
      perform: () => purgeQueue(app, thing),
    },
  ];
}

function exchangeEntries(
  app: App,
  canvas: CanvasStore,
  { key }: ExchangeThing,
): readonly MenuEntry[] {
  return [
    wireEntry(app, canvas, key, 'target', 'Bind a queue or exchange…'),
    {
      kind: 'action',
      label: 'Add a bound queue',
      perform: () => makeWired(app, canvas, 'queue', key, 'target'),
    },
    {
      kind: 'action',
      label: 'Add a producer',
      perform: () => makeWired(app, canvas, 'producer', key, 'source'),
    },
  ];
}

function clientEntries(
  app: App,
  canvas: CanvasStore,
  { key, name, kind, spec }: ClientThing,
): readonly MenuEntry[] {
  const { history } = app.playback.getState();
  if (history.run.script?.owns(name) === true) return [];
  const client = clientAt(history.present, name);
  const isStopped = client === undefined || client.status === 'stopped';
  const isRunning = client?.status === 'running';
  // What a program does is in its text.
  const isProgram = spec.program !== undefined;
  return [
    ...(isProgram ? [] : spec.publishers).map(
      ({ exchange }, index): MenuEntry => ({
        kind: 'action',
        label:
          spec.publishers.length === 1
            ? 'Publish a message'
            : `Publish to ${exchange || 'the default exchange'}`,
        isEnabled: isRunning,
        perform: () => publishByHand(app, name, index),
      }),
    ),
    {
      kind: 'action',
      label: isStopped ? 'Start' : 'Stop',
      isEnabled: client !== undefined,
      perform: () => (isStopped ? startClient(app, name) : stopClient(app, name)),
    },
    ...(isProgram && !isStopped
      ? [
          {
            kind: 'action',
            label: 'Restart',
            perform: () => {
              stopClient(app, name);
              startClient(app, name);
            },
          } as const,
        ]
      : []),
    {
      kind: 'action',
      label: 'Drop the connection',
      isEnabled: isRunning,
      perform: () => dropConnection(app, name),
    },
    ...(kind === 'consumer' || isProgram
      ? []
      : [wireEntry(app, canvas, key, 'target', 'Wire to…')]),
    ...(kind === 'producer' || isProgram
      ? []
      : [wireEntry(app, canvas, key, 'source', 'Consume from…')]),
  ];
}
