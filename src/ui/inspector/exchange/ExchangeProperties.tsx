/** Everything an exchange is declared with. */
import type { JSX } from 'react';
import type { ExchangeSpec } from '#scenario';
import { ArgumentsForm } from '../forms/ArgumentsForm.tsx';
import { ChoiceEntry } from '../forms/ChoiceEntry.tsx';
import type { Choice } from '../forms/ChoiceEntry.tsx';
import { FlagEntry } from '../forms/FlagEntry.tsx';
import { FormSection } from '../forms/FormSection.tsx';
import { docsOf, exchangeArguments } from '../forms/known-arguments.ts';
import type { DeclaredNames, Save } from '../forms/names.ts';
import { Note } from '../forms/Note.tsx';
import { nameText } from '../forms/reading.ts';
import { TextEntry } from '../forms/TextEntry.tsx';
import type { Commit } from '../forms/use-draft.ts';

interface ExchangePropertiesProps {
  readonly spec: ExchangeSpec;
  readonly names: DeclaredNames;
  /** It is declared at the playhead, in a run that has begun. */
  readonly isDeclared: boolean;
  readonly onRename: Commit<string>;
  readonly save: Save<ExchangeSpec>;
}

export function ExchangeProperties(props: ExchangePropertiesProps): JSX.Element {
  const { spec, names, isDeclared, onRename, save } = props;
  const set = (what: string, change: Partial<ExchangeSpec>): string | null =>
    save(`${what} of ${spec.name}`, { ...spec, ...change });
  return (
    <>
      <FormSection title="Exchange">
        {isDeclared && (
          <Note>
            RabbitMQ cannot change a declared exchange: a change here deletes it, declares it again,
            and binds it anew.
          </Note>
        )}
        <TextEntry label="Name" value={spec.name} read={nameText} onCommit={onRename} />
        <ChoiceEntry
          label="Type"
          help={typeHelp[spec.type]}
          docs={docsOf.exchangeTypes}
          value={spec.type}
          choices={typeChoices}
          onCommit={(type) => save(`Make ${spec.name} a ${type} exchange`, { ...spec, type })}
        />
        <FlagEntry
          label="Durable"
          help="It survives a restart of the broker."
          docs={docsOf.exchanges}
          value={spec.durable}
          onCommit={(durable) =>
            save(`Make ${spec.name} ${durable ? 'durable' : 'transient'}`, { ...spec, durable })
          }
        />
        <FlagEntry
          label="Auto-delete"
          help="It is deleted when its last binding is removed."
          docs={docsOf.exchanges}
          value={spec.auto_delete}
          onCommit={(autoDelete) => set('Set auto-delete', { auto_delete: autoDelete })}
        />
        <FlagEntry
          label="Internal"
          help="Clients may not publish to it; other exchanges may."
          docs={docsOf.exchanges}
          value={spec.internal}
          onCommit={(internal) => set('Set internal', { internal })}
        />
      </FormSection>
      <FormSection title="Arguments">
        <ArgumentsForm
          known={exchangeArguments}
          table={spec.arguments}
          exchanges={names.exchanges.filter((name) => name !== spec.name)}
          onCommit={(table, name) => set(`Set ${name}`, { arguments: table })}
        />
      </FormSection>
    </>
  );
}

type ExchangeType = ExchangeSpec['type'];

const typeHelp: Readonly<Record<ExchangeType, string>> = {
  direct: 'To every binding whose key equals the routing key.',
  fanout: 'To every binding, whatever the routing key.',
  topic: 'To bindings whose pattern matches: * is one word, # any number of words.',
  headers: 'To bindings whose arguments match the headers; the routing key does not count.',
  'x-consistent-hash':
    'To one binding, by a hash of the routing key; the binding key is its weight.',
  'x-random': 'To one binding, by chance.',
  'x-local-random': 'To one queue on the same node, by chance.',
  'x-delayed-message':
    'Later, by the header x-delay, and then as an exchange of the type in x-delayed-type.',
  'x-modulus-hash': 'To one binding, by a hash of the routing key modulo their number.',
  'x-recent-history': 'To every binding; a new one gets the last messages, 20 of them by default.',
};

const typeChoices: readonly Choice<ExchangeType>[] = (Object.keys(typeHelp) as ExchangeType[]).map(
  (type) => ({ value: type, label: type }),
);
