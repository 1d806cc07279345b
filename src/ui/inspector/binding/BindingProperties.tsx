/** A binding: the key or the headers that it lets through, as its exchange understands them. */
import type { JSX, ReactNode } from 'react';
import type { BindingSpec, ExchangeSpec } from '#scenario';
import { ArgumentRows } from '../forms/ArgumentRows.tsx';
import { withEntry } from '../forms/argument-value.ts';
import { ChoiceEntry } from '../forms/ChoiceEntry.tsx';
import type { Choice } from '../forms/ChoiceEntry.tsx';
import { FoldedSection } from '../forms/FoldedSection.tsx';
import { FormSection } from '../forms/FormSection.tsx';
import { docsOf } from '../forms/known-arguments.ts';
import type { Save } from '../forms/names.ts';
import { TextEntry } from '../forms/TextEntry.tsx';

interface BindingPropertiesProps {
  readonly spec: BindingSpec;
  /** Of the exchange it comes from; null where nobody declares that. */
  readonly sourceType: string | null;
  /** Buttons at the heading's right. */
  readonly actions?: ReactNode;
  readonly save: Save<BindingSpec>;
}

export function BindingProperties(props: BindingPropertiesProps): JSX.Element {
  const { spec, sourceType, actions, save } = props;
  const key = (
    <TextEntry
      label="Binding key"
      help={keyHelp[sourceType ?? '']}
      docs={sourceType === 'topic' ? docsOf.topic : docsOf.bindings}
      value={spec.routing_key}
      onCommit={(routingKey) =>
        save(`Bind ${spec.destination} with “${routingKey}”`, { ...spec, routing_key: routingKey })
      }
    />
  );
  if (sourceType === 'headers') {
    return (
      <>
        <HeadersMatch spec={spec} actions={actions} save={save} />
        <FormSection title="Binding">{key}</FormSection>
      </>
    );
  }
  const names = Object.keys(spec.arguments);
  return (
    <FormSection title="Binding" actions={actions}>
      {key}
      <FoldedSection
        title="Arguments"
        summary={names.length === 0 ? 'none' : names.join(', ')}
        isOpenAtFirst={names.length > 0}
      >
        <ArgumentRows
          word="argument"
          table={spec.arguments}
          onCommit={(table, name) =>
            save(`Set ${name} of the binding to ${spec.destination}`, { ...spec, arguments: table })
          }
        />
      </FoldedSection>
    </FormSection>
  );
}

const matchChoices: readonly Choice<string>[] = [
  { value: 'all', label: 'all: every header below' },
  { value: 'any', label: 'any: one header below is enough' },
  { value: 'all-with-x', label: 'all-with-x: also those that begin with x-' },
  { value: 'any-with-x', label: 'any-with-x: also those that begin with x-' },
];

type HeadersMatchProps = Omit<BindingPropertiesProps, 'sourceType'>;

function HeadersMatch({ spec, actions, save }: HeadersMatchProps): JSX.Element {
  const match = spec.arguments['x-match'];
  const set = (table: BindingSpec['arguments'], name: string): string | null =>
    save(`Set ${name} of the binding to ${spec.destination}`, { ...spec, arguments: table });
  return (
    <FormSection title="Headers to match" actions={actions}>
      <ChoiceEntry
        label="x-match"
        help="Whether all of the headers must be there with these values, or any; all where not set."
        docs={docsOf.headersExchange}
        value={typeof match === 'string' ? match : 'all'}
        choices={matchChoices}
        onCommit={(chosen) => set(withEntry(spec.arguments, 'x-match', chosen), 'x-match')}
      />
      <ArgumentRows word="header" table={spec.arguments} reserved={['x-match']} onCommit={set} />
    </FormSection>
  );
}

/** By type; nothing is said of types that nobody knows. */
const keyHelp: Readonly<Record<string, string>> & Readonly<Record<ExchangeSpec['type'], string>> = {
  direct: 'Messages with exactly this routing key pass.',
  fanout: 'A fanout exchange does not look at it: every message passes.',
  topic: 'Words between dots; * stands for exactly one word, # for any number of words.',
  headers: 'A headers exchange does not look at it.',
  'x-consistent-hash': 'A whole number: the weight of this binding.',
  'x-random': 'A random exchange does not look at it.',
  'x-local-random': 'A local random exchange does not look at it.',
  'x-delayed-message': 'What it means is up to the type in x-delayed-type.',
  'x-modulus-hash': 'Only puts the bindings in their order.',
  'x-recent-history': 'A recent history exchange does not look at it: every message passes.',
};
