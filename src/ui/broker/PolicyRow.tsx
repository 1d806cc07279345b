/** One policy: what it says, and what it applies to at the playhead. */
import { Pencil } from 'lucide-react';
import { useMemo } from 'react';
import type { JSX } from 'react';
import { policyEffect } from '#app';
import type { PolicySpec } from '#scenario';
import { RemoveButton } from '../inspector/forms/RemoveButton.tsx';
import { useSimulation } from '../inspector/use-simulation.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { PolicyMatches } from './PolicyMatches.tsx';
import { policyWord, valueText } from './policy-text.ts';
import type { PolicyKind } from './policy-text.ts';
import styles from './broker.module.css';

interface PolicyRowProps {
  readonly spec: PolicySpec;
  readonly kind: PolicyKind;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

export function PolicyRow({ spec, kind, onEdit, onRemove }: PolicyRowProps): JSX.Element {
  const simulation = useSimulation();
  const isOperators = kind === 'operator_policies';
  const { matches, problems } = useMemo(
    () => policyEffect(simulation, { spec, isOperators, replaces: null }),
    [simulation, spec, isOperators],
  );
  const problem = Object.values(problems).find((one) => one !== null) ?? null;
  return (
    <li className={styles['card']} aria-label={`${policyWord(kind)} ${spec.name}`}>
      <div className={styles['cardHead']}>
        <h3>{spec.name}</h3>
        {spec.priority !== 0 && <span className={styles['tag']}>priority {spec.priority}</span>}
        <IconButton
          size="small"
          label={`Edit ${policyWord(kind)} ${spec.name}`}
          icon={<Pencil aria-hidden />}
          onClick={onEdit}
        />
        <RemoveButton label={`Remove ${policyWord(kind)} ${spec.name}`} onPress={onRemove} />
      </div>
      <p className={styles['line']}>
        <code>{spec.pattern === '' ? '(every name)' : spec.pattern}</code>{' '}
        <span className={styles['none']}>
          of {targetWords[spec['apply-to']] ?? spec['apply-to']}
        </span>
      </p>
      <dl className={styles['definition']}>
        {Object.entries(spec.definition).map(([key, value]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{valueText(key, value)}</dd>
          </div>
        ))}
      </dl>
      {problem === null ? (
        <PolicyMatches matches={matches} />
      ) : (
        <p className={styles['problem']}>The broker refuses it: {problem}</p>
      )}
    </li>
  );
}

const targetWords: Readonly<Record<string, string>> = {
  all: 'exchanges and queues',
  classic_queues: 'classic queues',
  quorum_queues: 'quorum queues',
};
