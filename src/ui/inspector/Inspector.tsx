/**
 * The inspector: what is selected, in tabs, and beside them the message that was opened last. With
 * nothing selected it tells how the run stands.
 */
import { lazy, Suspense, useState } from 'react';
import type { JSX } from 'react';
import { useStore } from 'zustand';
import { selectedThing } from '#app';
import type { SelectedClient, SelectedThing } from '#app';
import type { MessageId } from '#engine';
import { Tabs } from '../parts/Tabs.tsx';
import { useApp, useDocument, useView } from '../app-context.tsx';
import { shownPlaceOf } from '../programs/shown-place.ts';
import { MessageInspector } from './message/MessageInspector.tsx';
import { Overview } from './overview/Overview.tsx';
import { SeveralSelected } from './SeveralSelected.tsx';
import { ThingHead } from './ThingHead.tsx';
import { ThingMessages } from './ThingMessages.tsx';
import { ThingProperties } from './ThingProperties.tsx';
import { ThingWhy } from './ThingWhy.tsx';
import { useVerbs } from './use-verbs.ts';
import styles from './inspector.module.css';

const ProgramPanel = lazy(async () => ({
  default: (await import('../programs/ProgramPanel.tsx')).ProgramPanel,
}));

type TabName = 'overview' | 'selection' | 'program' | 'properties' | 'messages' | 'why' | 'message';

interface Tab {
  readonly name: TabName;
  readonly label: string;
}

export function Inspector(): JSX.Element {
  const selection = useView((view) => view.selection);
  const scenario = useDocument((document) => document.scenario);
  const message = useView((view) => view.message);
  const keptMessage = useKeptMessage(selection, message);
  const { inspect } = useVerbs();
  // Whoever reads the messages of one queue wants to read those of the next one.
  const [ofThings, setOfThings] = useState<TabName>('properties');
  const [ofPrograms, setOfPrograms] = useProgramTab();

  const things = selection.flatMap((key) => selectedThing(scenario, key) ?? []);
  const tabs = tabsFor(things, keptMessage);
  const [preferred, setPreferred] = tabs.some(({ name }) => name === 'program')
    ? [ofPrograms, setOfPrograms]
    : [ofThings, setOfThings];
  const chosen = message === null ? preferred : 'message';
  const shown = tabs.find(({ name }) => name === chosen) ?? (tabs[0] as Tab);
  const choose = (name: TabName): void => {
    if (name === 'message') return inspect(keptMessage);
    inspect(null);
    setPreferred(name);
  };
  return (
    <section className={styles['inspector']} aria-label="Inspector">
      <Tabs
        label="Parts of the inspector"
        tabs={tabs.map(({ name, label }) => ({ id: name, label }))}
        current={shown.name}
        onChange={(name) => choose(name as TabName)}
      >
        <div className={styles['scroll']} data-fills={shown.name === 'program'}>
          <TabContent name={shown.name} things={things} message={keptMessage} />
        </div>
      </Tabs>
    </section>
  );
}

/** Whoever asks for a line of a program is shown its text, whatever they looked at before. */
function useProgramTab(): readonly [TabName, (name: TabName) => void] {
  const asked = useStore(shownPlaceOf(useApp()), (shown) => shown.asked?.number ?? 0);
  const [chosen, setChosen] = useState<{ readonly name: TabName; readonly after: number }>({
    name: 'program',
    after: asked,
  });
  return [
    chosen.after === asked ? chosen.name : 'program',
    (name) => setChosen({ name, after: asked }),
  ];
}

/** A message that was opened keeps its tab until something else is selected. */
function useKeptMessage(selection: readonly string[], message: MessageId | null): MessageId | null {
  const [kept, setKept] = useState({ selection, message });
  if (message !== null && (kept.message !== message || kept.selection !== selection)) {
    setKept({ selection, message });
  }
  return message ?? (kept.selection === selection ? kept.message : null);
}

function tabsFor(things: readonly SelectedThing[], message: MessageId | null): readonly Tab[] {
  const ofMessage: readonly Tab[] =
    message === null ? [] : [{ name: 'message', label: `Message #${message}` }];
  return [...tabsOfThings(things), ...ofMessage];
}

function tabsOfThings(things: readonly SelectedThing[]): readonly Tab[] {
  const [first, second] = things;
  if (first === undefined) return [{ name: 'overview', label: 'Overview' }];
  if (second !== undefined) return [{ name: 'selection', label: `${things.length} selected` }];
  const properties: Tab = { name: 'properties', label: 'Properties' };
  switch (first.kind) {
    case 'queue':
    case 'client': {
      const usual: readonly Tab[] = [
        properties,
        { name: 'messages', label: 'Messages' },
        { name: 'why', label: 'Why' },
      ];
      return isProgram(first) ? [{ name: 'program', label: 'Program' }, ...usual] : usual;
    }
    case 'exchange':
      return [properties, { name: 'why', label: 'Routing' }];
    case 'bindings':
    case 'line':
      return [properties];
  }
}

const isProgram = (thing: SelectedThing): thing is SelectedClient =>
  thing.kind === 'client' && thing.spec.program !== undefined;

interface TabContentProps {
  readonly name: TabName;
  readonly things: readonly SelectedThing[];
  readonly message: MessageId | null;
}

function TabContent({ name, things, message }: TabContentProps): JSX.Element | null {
  const [thing] = things;
  if (name === 'message') return message === null ? null : <MessageInspector message={message} />;
  if (thing === undefined) return <Overview />;
  if (name === 'selection') return <SeveralSelected things={things} />;
  return (
    <article aria-label={labelOf(thing)}>
      <ThingHead thing={thing} />
      {/* A form must not carry a half-typed value over to another thing. */}
      {name === 'program' && isProgram(thing) && (
        <Suspense fallback={null}>
          <ProgramPanel key={thing.key} client={thing} />
        </Suspense>
      )}
      {name === 'properties' && <ThingProperties key={thing.key} thing={thing} />}
      {name === 'messages' && <ThingMessages key={thing.key} thing={thing} />}
      {name === 'why' && <ThingWhy key={thing.key} thing={thing} />}
    </article>
  );
}

const labelOf = (thing: SelectedThing): string =>
  'name' in thing ? `${thing.kind} ${thing.name}` : 'Connection';
