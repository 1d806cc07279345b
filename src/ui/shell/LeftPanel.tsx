/**
 * What can be added, the library, and the notes of the scenario that is open; in a tab of its own,
 * what operators set up in the broker. Where the run plays a recorded case, its steps stand first.
 */
import { lazy, Suspense, useId } from 'react';
import type { JSX, ReactNode } from 'react';
import { useApp, usePlayback, useView } from '../app-context.tsx';
import { isBrokerTab } from '../broker/broker-place.ts';
import { Tabs } from '../parts/Tabs.tsx';
import { AddPalette } from './AddPalette.tsx';
import styles from './LeftPanel.module.css';
import { LibraryList } from './LibraryList.tsx';
import { LoadingText } from './LoadingText.tsx';
import { Notes } from './Notes.tsx';
import { useIsNarrow } from './use-is-narrow.ts';

const CasePanel = lazy(async () => ({
  default: (await import('../cases/CasePanel.tsx')).CasePanel,
}));
const BrokerPanel = lazy(async () => ({
  default: (await import('../broker/BrokerPanel.tsx')).BrokerPanel,
}));

const tabs = [
  { id: 'add', label: 'Scenario' },
  { id: 'broker', label: 'Broker' },
] as const;

export function LeftPanel(): JSX.Element {
  const app = useApp();
  const script = usePlayback(({ history }) => history.run.script);
  const isNarrow = useIsNarrow();
  const isBroker = useView(({ panels }) => isBrokerTab(panels.left.tab)) && script === undefined;
  if (script !== undefined) {
    return (
      <aside className={styles['panel']} aria-label="Add, library and notes">
        <Suspense fallback={null}>
          <CasePanel key={script.name} />
        </Suspense>
        <Palette />
        <Library />
      </aside>
    );
  }
  const content = isBroker ? (
    <Suspense fallback={<LoadingText>Loading the broker’s settings…</LoadingText>}>
      <BrokerPanel />
    </Suspense>
  ) : (
    <div className={styles['panel']}>
      <Palette />
      <Section title="Notes">
        <Notes />
      </Section>
      <Library />
    </div>
  );
  return (
    <aside className={styles['tabbed']} aria-label={isBroker ? 'Broker' : 'Add, library and notes'}>
      {/* On a phone the bar at the bottom chooses between the two. */}
      {isNarrow ? (
        content
      ) : (
        <Tabs
          label="Parts of the left panel"
          tabs={tabs}
          current={isBroker ? 'broker' : 'add'}
          onChange={(tab) => app.view.getState().setPanel('left', { tab })}
        >
          {content}
        </Tabs>
      )}
    </aside>
  );
}

const Palette = (): JSX.Element => (
  <Section title="Add">
    <AddPalette />
  </Section>
);

const Library = (): JSX.Element => (
  <Section title="Library">
    <LibraryList />
  </Section>
);

function Section(props: { readonly title: string; readonly children: ReactNode }): JSX.Element {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 className={styles['heading']} id={id}>
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}
