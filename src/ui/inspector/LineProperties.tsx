/** A line that follows from how one of its ends is specified: that part of the end's form. */
import type { JSX } from 'react';
import type { SelectedClient, SelectedLine, SelectedNode } from '#app';
import type { ConsumerSpec, PublisherSpec } from '#scenario';
import { Button } from '../parts/Button.tsx';
import { ConsumerForm } from './client/ConsumerForm.tsx';
import { PublisherForm } from './client/PublisherForm.tsx';
import { FormSection } from './forms/FormSection.tsx';
import { KnownArgumentEntry } from './forms/KnownArgumentEntry.tsx';
import { exchangeArguments, queueArguments } from './forms/known-arguments.ts';
import { withEntry } from './forms/argument-value.ts';
import { AppliedPolicies } from './policies/AppliedPolicies.tsx';
import { SaidByProgram } from './SaidByProgram.tsx';
import { useDeclaredNames } from './use-declared-names.ts';
import { useThingEdits } from './use-thing-edits.ts';
import { useVerbs } from './use-verbs.ts';
import styles from './inspector.module.css';

export function LineProperties({ line }: { readonly line: SelectedLine }): JSX.Element {
  const { select } = useVerbs();
  const isSaid = [line.from, line.to].some(
    (node) => node.kind === 'client' && node.spec.program !== undefined,
  );
  return (
    <>
      <div className={styles['buttons']}>
        {[line.from, line.to].map((node) => (
          <Button size="small" key={node.key} onClick={() => select([node.key])}>
            {node.name}
          </Button>
        ))}
      </div>
      {isSaid ? <SaidByProgram lineKey={line.key} /> : <LineForm line={line} />}
    </>
  );
}

function LineForm({ line }: { readonly line: SelectedLine }): JSX.Element | null {
  const { lineKind, from, to } = line;
  switch (lineKind) {
    case 'publish':
    case 'default-publish':
      return from.kind === 'client' ? <PublisherParts client={from} to={to} /> : null;
    case 'subscription':
      return to.kind === 'client' ? (
        <ConsumerParts client={to} isPart={({ queue }) => queue === from.name} />
      ) : null;
    case 'reply':
      return from.kind === 'client' ? (
        <ConsumerParts client={from} isPart={({ publishes }) => publishes.length > 0} />
      ) : null;
    case 'dead-letter':
      return <DeadLetterPart node={from} />;
    case 'alternate':
      return <AlternatePart node={from} />;
  }
}

interface PublisherPartsProps {
  readonly client: SelectedClient;
  readonly to: SelectedNode;
}

function PublisherParts({ client, to }: PublisherPartsProps): JSX.Element {
  const names = useDeclaredNames(client.vhost);
  const { saveClient } = useThingEdits();
  const { spec } = client;
  return (
    <>
      {spec.publishers.map(
        (publisher, index) =>
          leadsTo(publisher, to) && (
            <FormSection key={index} title={`Publisher of ${client.name}`}>
              <PublisherForm
                spec={publisher}
                names={names}
                save={(label, next) =>
                  saveClient(`${label} of ${client.name}`, {
                    ...spec,
                    publishers: spec.publishers.with(index, next),
                  })
                }
              />
            </FormSection>
          ),
      )}
    </>
  );
}

function leadsTo({ exchange, routing_key: key }: PublisherSpec, to: SelectedNode): boolean {
  if (to.kind === 'exchange') return exchange === to.name;
  if (exchange !== '') return false;
  return typeof key === 'string' ? key === to.name : key.some((choice) => choice.key === to.name);
}

interface ConsumerPartsProps {
  readonly client: SelectedClient;
  readonly isPart: (consumer: ConsumerSpec) => boolean;
}

function ConsumerParts({ client, isPart }: ConsumerPartsProps): JSX.Element {
  const names = useDeclaredNames(client.vhost);
  const { saveClient } = useThingEdits();
  const { spec } = client;
  return (
    <>
      {spec.consumers.map(
        (consumer, index) =>
          isPart(consumer) && (
            <FormSection key={index} title={`Consumer of ${consumer.queue}`}>
              <ConsumerForm
                spec={consumer}
                names={names}
                save={(label, next) =>
                  saveClient(`${label} of ${client.name}`, {
                    ...spec,
                    consumers: spec.consumers.with(index, next),
                  })
                }
              />
            </FormSection>
          ),
      )}
    </>
  );
}

function DeadLetterPart({ node }: { readonly node: SelectedNode }): JSX.Element | null {
  const names = useDeclaredNames(node.vhost);
  const { saveQueue } = useThingEdits();
  if (node.kind !== 'queue' || node.spec === null) return null;
  const { spec } = node;
  return (
    <>
      <AppliedPolicies kind="queue" vhost={spec.vhost} name={spec.name} />
      <FormSection title={`Dead-lettering of ${spec.name}`}>
        {queueArguments
          .filter(({ name }) => name.startsWith('x-dead-letter'))
          .map((argument) => (
            <KnownArgumentEntry
              key={argument.name}
              argument={argument}
              value={spec.arguments[argument.name]}
              exchanges={names.exchanges}
              onCommit={(value) =>
                saveQueue(`Set ${argument.name} of ${spec.name}`, {
                  ...spec,
                  arguments: withEntry(spec.arguments, argument.name, value),
                })
              }
            />
          ))}
      </FormSection>
    </>
  );
}

function AlternatePart({ node }: { readonly node: SelectedNode }): JSX.Element | null {
  const names = useDeclaredNames(node.vhost);
  const { saveExchange } = useThingEdits();
  if (node.kind !== 'exchange' || node.spec === null) return null;
  const { spec } = node;
  return (
    <>
      <AppliedPolicies kind="exchange" vhost={spec.vhost} name={spec.name} />
      <FormSection title={`Alternate exchange of ${spec.name}`}>
        {exchangeArguments.map((argument) => (
          <KnownArgumentEntry
            key={argument.name}
            argument={argument}
            value={spec.arguments[argument.name]}
            exchanges={names.exchanges.filter((name) => name !== spec.name)}
            onCommit={(value) =>
              saveExchange(`Set ${argument.name} of ${spec.name}`, {
                ...spec,
                arguments: withEntry(spec.arguments, argument.name, value),
              })
            }
          />
        ))}
      </FormSection>
    </>
  );
}
