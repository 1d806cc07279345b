/** What holds for the scenario as a whole: broker version, latency, seed. */
import type { JSX } from 'react';
import { profileNames } from '#app';
import type { Scenario } from '#scenario';
import { useDocument } from '../../app-context.tsx';
import { ChoiceEntry } from '../forms/ChoiceEntry.tsx';
import { FormSection } from '../forms/FormSection.tsx';
import { NumberEntry } from '../forms/NumberEntry.tsx';
import { VirtualHosts } from './VirtualHosts.tsx';
import { useVerbs } from '../use-verbs.ts';

export function ScenarioSettings(): JSX.Element {
  const profile = useDocument(({ scenario }) => scenario.profile);
  const latency = useDocument(({ scenario }) => scenario.latency_ms);
  const seed = useDocument(({ scenario }) => scenario.seed);
  const { edit } = useVerbs();
  const set = (label: string, change: Partial<Scenario>): string | null =>
    edit(label, (scenario) => ({ ...scenario, ...change }));
  return (
    <FormSection title="Scenario">
      <ChoiceEntry
        label="Broker version"
        help="Another version begins the run anew."
        value={profile}
        choices={profileNames.map((name) => ({ value: name, label: `RabbitMQ ${name}` }))}
        onCommit={(version) => set('Set the broker version', { profile: version })}
      />
      <NumberEntry
        label="Latency"
        help="How long anything travels between a client and the broker, one way."
        unit="ms"
        bounds={{ min: 0, max: 60_000 }}
        value={latency}
        onCommit={(ms) => set('Set the latency', { latency_ms: ms })}
      />
      <NumberEntry
        label="Seed"
        help="Decides everything that is left to chance."
        bounds={{ min: 0, max: 2 ** 31 - 1 }}
        value={seed}
        onCommit={(number) => set('Set the seed', { seed: number })}
      />
      <VirtualHosts />
    </FormSection>
  );
}
