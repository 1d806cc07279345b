/** Everything a queue is declared with. */
import type { JSX } from 'react';
import type { QueueSpec } from '#scenario';
import { ArgumentsForm } from '../forms/ArgumentsForm.tsx';
import { ChoiceEntry } from '../forms/ChoiceEntry.tsx';
import { FlagEntry } from '../forms/FlagEntry.tsx';
import { FormSection } from '../forms/FormSection.tsx';
import { docsOf } from '../forms/known-arguments.ts';
import type { DeclaredNames, Save } from '../forms/names.ts';
import { Note } from '../forms/Note.tsx';
import { argumentsOf, queueTypeChoices, queueTypeIn, withQueueType } from '../forms/queue-type.ts';
import type { QueueTypeChoice } from '../forms/queue-type.ts';
import { nameText } from '../forms/reading.ts';
import { TextEntry } from '../forms/TextEntry.tsx';
import type { Commit } from '../forms/use-draft.ts';

interface QueuePropertiesProps {
  readonly spec: QueueSpec;
  readonly names: DeclaredNames;
  /** How many messages it holds at the playhead; null while it is not declared yet. */
  readonly messageCount: number | null;
  readonly onRename: Commit<string>;
  readonly save: Save<QueueSpec>;
}

export function QueueProperties(props: QueuePropertiesProps): JSX.Element {
  const { spec, names, messageCount, onRename, save } = props;
  const type = queueTypeIn(spec);
  return (
    <>
      <FormSection title="Queue">
        {messageCount !== null && <Note>{lossSentence(messageCount)}</Note>}
        <TextEntry label="Name" value={spec.name} read={nameText} onCommit={onRename} />
        <ChoiceEntry
          label="Type"
          help="Quorum queues and streams are always durable; changing it drops what they refuse."
          docs={docsOf.queueTypes}
          choices={queueTypeChoices}
          value={type}
          onCommit={(next) =>
            save(`Make ${spec.name} a ${next} queue`, withQueueType(spec, next as QueueTypeChoice))
          }
        />
        <FlagEntry
          label="Durable"
          help="It survives a restart of the broker; its persistent messages do, too."
          docs={docsOf.durability}
          value={spec.durable}
          onCommit={(durable) =>
            save(`Make ${spec.name} ${durable ? 'durable' : 'transient'}`, { ...spec, durable })
          }
        />
        <FlagEntry
          label="Auto-delete"
          help="It is deleted when its last consumer is gone."
          docs={docsOf.queues}
          value={spec.auto_delete}
          onCommit={(autoDelete) =>
            save(`Set auto-delete of ${spec.name}`, { ...spec, auto_delete: autoDelete })
          }
        />
      </FormSection>
      <FormSection title="Arguments">
        <ArgumentsForm
          known={argumentsOf(type)}
          table={spec.arguments}
          exchanges={names.exchanges}
          onCommit={(table, name) =>
            save(`Set ${name} of ${spec.name}`, { ...spec, arguments: table })
          }
        />
      </FormSection>
    </>
  );
}

function lossSentence(messageCount: number): string {
  const rule =
    'RabbitMQ cannot change a declared queue: a change here deletes it and declares it again';
  if (messageCount === 0) return `${rule}.`;
  return messageCount === 1
    ? `${rule}, and the message in it is lost.`
    : `${rule}, and the ${messageCount} messages in it are lost.`;
}
