/** What a policy defines: an entry for each key that is set, and what else can be set. */
import { useState } from 'react';
import type { JSX } from 'react';
import type { ArgumentTable, PolicySpec } from '#scenario';
import { ArgumentRows } from '../inspector/forms/ArgumentRows.tsx';
import { withEntry } from '../inspector/forms/argument-value.ts';
import { DocsLink } from '../inspector/forms/DocsLink.tsx';
import { KnownArgumentEntry } from '../inspector/forms/KnownArgumentEntry.tsx';
import { docsOf } from '../inspector/forms/known-arguments.ts';
import type { KnownArgument } from '../inspector/forms/known-arguments.ts';
import { useDeclaredNames } from '../inspector/use-declared-names.ts';
import { useSimulation } from '../inspector/use-simulation.ts';
import { policyKeysFor } from './policy-keys.ts';
import styles from './broker.module.css';

interface DefinitionFieldsProps {
  readonly spec: PolicySpec;
  readonly isOperators: boolean;
  readonly problem: string | null;
  readonly onChange: (definition: ArgumentTable) => void;
}

export function DefinitionFields(props: DefinitionFieldsProps): JSX.Element {
  const { spec, isOperators, problem, onChange } = props;
  const { profile } = useSimulation().broker;
  const { exchanges } = useDeclaredNames(spec.vhost);
  const known = policyKeysFor({ applyTo: spec['apply-to'], isOperators, profile });
  // A key that was chosen and has no value yet is in the form and not in the definition.
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { definition } = spec;
  const isShown = ({ name, kind }: KnownArgument): boolean =>
    definition[name] === undefined
      ? chosen.includes(name)
      : (typeof definition[name] === 'number') === (kind === 'number');
  const shown = known.filter(isShown);
  const commit = (next: ArgumentTable): null => {
    onChange(next);
    return null;
  };
  return (
    <fieldset className={styles['definitionFields']}>
      <legend>
        Definition <DocsLink to={docsOf.policies} about="Policies" />
      </legend>
      {shown.map((argument) => (
        <KnownArgumentEntry
          key={argument.name}
          argument={argument}
          value={definition[argument.name]}
          exchanges={exchanges}
          onCommit={(value) => commit(withEntry(definition, argument.name, value))}
        />
      ))}
      <KeyPicker
        keys={known.filter((argument) => !isShown(argument)).map(({ name }) => name)}
        onPick={(name) => setChosen([...chosen, name])}
      />
      <ArgumentRows
        word="other key"
        table={definition}
        reserved={known
          .map(({ name }) => name)
          .filter((name) => isReserved(shown, name, definition))}
        onCommit={(next) => commit(next)}
      />
      {problem !== null && <p className={styles['problem']}>{problem}</p>}
    </fieldset>
  );
}

/** A value of another kind than its key's is shown in the free table, where it can be mended. */
const isReserved = (
  shown: readonly KnownArgument[],
  name: string,
  definition: ArgumentTable,
): boolean => definition[name] === undefined || shown.some((argument) => argument.name === name);

interface KeyPickerProps {
  readonly keys: readonly string[];
  readonly onPick: (name: string) => void;
}

/** A menu that is back at its first line when something was picked. */
function KeyPicker({ keys, onPick }: KeyPickerProps): JSX.Element | null {
  if (keys.length === 0) return null;
  return (
    <select
      className={styles['picker']}
      aria-label="Add a key"
      value=""
      onChange={(event) => onPick(event.target.value)}
    >
      <option value="">Add a key…</option>
      {keys.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}
