/** The entry for an argument that RabbitMQ knows, of the kind that the argument has. */
import type { JSX } from 'react';
import type { ArgumentValue } from '#scenario';
import { ChoiceEntry } from './ChoiceEntry.tsx';
import type { Choice } from './ChoiceEntry.tsx';
import { FlagEntry } from './FlagEntry.tsx';
import type { KnownArgument } from './known-arguments.ts';
import { OptionalNumberEntry } from './OptionalNumberEntry.tsx';
import { OptionalTextEntry } from './OptionalTextEntry.tsx';
import type { Commit } from './use-draft.ts';

interface KnownArgumentEntryProps {
  readonly argument: KnownArgument;
  readonly value: ArgumentValue | undefined;
  readonly exchanges: readonly string[];
  readonly onCommit: Commit<ArgumentValue | undefined>;
}

export function KnownArgumentEntry(props: KnownArgumentEntryProps): JSX.Element {
  const { argument, value, exchanges, onCommit } = props;
  const text = { label: argument.name, help: argument.help, docs: argument.docs };
  switch (argument.kind) {
    case 'number':
      return (
        <OptionalNumberEntry
          {...text}
          bounds={argument.bounds}
          unit={argument.unit}
          value={typeof value === 'number' ? value : undefined}
          onCommit={onCommit}
        />
      );
    case 'text':
      return (
        <OptionalTextEntry
          {...text}
          value={typeof value === 'string' ? value : undefined}
          onCommit={onCommit}
        />
      );
    case 'flag':
      return (
        <FlagEntry
          {...text}
          value={value === true}
          onCommit={(isOn) => onCommit(isOn ? true : undefined)}
        />
      );
    case 'choice':
      return <OptionalChoice {...text} {...{ value, onCommit }} choices={argument.choices} />;
    case 'exchange':
      return (
        <OptionalChoice {...text} {...{ value, onCommit }} choices={exchangeChoices(exchanges)} />
      );
  }
}

/** A choice cannot have an empty value of its own: the default exchange's name is one. */
const notSet = '\u0000';

interface OptionalChoiceProps {
  readonly label: string;
  readonly help: string;
  readonly docs: string;
  readonly value: ArgumentValue | undefined;
  readonly choices: readonly Choice<string>[];
  readonly onCommit: Commit<ArgumentValue | undefined>;
}

function OptionalChoice({ value, choices, onCommit, ...text }: OptionalChoiceProps): JSX.Element {
  return (
    <ChoiceEntry
      {...text}
      value={typeof value === 'string' ? value : notSet}
      choices={[{ value: notSet, label: 'not set' }, ...choices]}
      onCommit={(chosen) => onCommit(chosen === notSet ? undefined : chosen)}
    />
  );
}

/** The exchanges of a virtual host, the one without a name first. */
export const exchangeChoices = (exchanges: readonly string[]): Choice<string>[] => [
  { value: '', label: '(default exchange)' },
  ...exchanges.map((name) => ({ value: name, label: name })),
];
