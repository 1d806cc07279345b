/** How often a publisher publishes, when it begins and when it has done. */
import type { JSX } from 'react';
import type { PublisherSpec } from '#scenario';
import { ChoiceEntry } from '../forms/ChoiceEntry.tsx';
import { NumberEntry } from '../forms/NumberEntry.tsx';
import { OptionalNumberEntry } from '../forms/OptionalNumberEntry.tsx';
import type { Save } from '../forms/names.ts';
import { anyCount, anyMs } from '../forms/reading.ts';

interface RateFormProps {
  readonly spec: PublisherSpec;
  readonly save: Save<PublisherSpec>;
}

type Rate = PublisherSpec['rate'];

export function RateForm({ spec, save }: RateFormProps): JSX.Element {
  const setRate = (rate: Rate): string | null => save('Set the rate', { ...spec, rate });
  return (
    <>
      <ChoiceEntry
        label="Rate"
        value={spec.rate.kind}
        choices={[
          { value: 'steady', label: 'steady' },
          { value: 'poisson', label: 'Poisson: by chance, so many on average' },
          { value: 'bursts', label: 'bursts' },
          { value: 'by_hand', label: 'by hand' },
        ]}
        onCommit={(kind) => setRate(rateOf(kind, spec.rate))}
      />
      <RateNumbers rate={spec.rate} setRate={setRate} />
      {spec.rate.kind !== 'by_hand' && (
        <>
          <NumberEntry
            label="Starts after"
            unit="ms"
            bounds={anyMs}
            value={spec.starts_after_ms}
            onCommit={(startsAfter) =>
              save('Set when it starts', { ...spec, starts_after_ms: startsAfter })
            }
          />
          <OptionalNumberEntry
            label="Limit"
            help="It stops after so many messages."
            unit="messages"
            placeholder="none"
            bounds={anyCount}
            value={spec.limit ?? undefined}
            onCommit={(limit) => save('Set the limit', { ...spec, limit: limit ?? null })}
          />
        </>
      )}
    </>
  );
}

interface RateNumbersProps {
  readonly rate: Rate;
  readonly setRate: (rate: Rate) => string | null;
}

function RateNumbers({ rate, setRate }: RateNumbersProps): JSX.Element | null {
  switch (rate.kind) {
    case 'by_hand':
      return null;
    case 'bursts':
      return (
        <>
          <NumberEntry
            label="Messages in a burst"
            bounds={{ min: 1, max: 10_000 }}
            value={rate.size}
            onCommit={(size) => setRate({ ...rate, size })}
          />
          <NumberEntry
            label="A burst every"
            unit="ms"
            bounds={{ min: 1, max: anyMs.max }}
            value={rate.every_ms}
            onCommit={(everyMs) => setRate({ ...rate, every_ms: everyMs })}
          />
        </>
      );
    case 'steady':
    case 'poisson':
      return (
        <NumberEntry
          label="Messages per second"
          isDecimal
          bounds={{ min: 0.001, max: 100_000 }}
          value={rate.per_second}
          onCommit={(perSecond) => setRate({ ...rate, per_second: perSecond })}
        />
      );
  }
}

/** A rate of another kind that comes to about as many messages. */
function rateOf(kind: Rate['kind'], before: Rate): Rate {
  if (kind === 'by_hand') return { kind };
  const perSecond = perSecondOf(before);
  if (kind !== 'bursts') return { kind, per_second: perSecond };
  const size = 5;
  return { kind, size, every_ms: Math.max(1, Math.round((size * 1_000) / perSecond)) };
}

function perSecondOf(rate: Rate): number {
  if (rate.kind === 'by_hand') return 1;
  if (rate.kind !== 'bursts') return rate.per_second;
  const perSecond = (rate.size * 1_000) / rate.every_ms;
  return Math.min(100_000, Math.max(0.001, Math.round(perSecond * 1_000) / 1_000));
}
