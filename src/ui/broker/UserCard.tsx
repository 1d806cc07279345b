/** One user: its tags, its permissions in a virtual host, and which clients connect as it. */
import type { JSX } from 'react';
import { allowedNames } from '#app';
import type { PermissionSpec, UserSpec } from '#scenario';
import { useDocument } from '../app-context.tsx';
import { RemoveButton } from '../inspector/forms/RemoveButton.tsx';
import { TextEntry } from '../inspector/forms/TextEntry.tsx';
import { useSimulation } from '../inspector/use-simulation.ts';
import { Button } from '../parts/Button.tsx';
import { ExpressionEntry } from './ExpressionEntry.tsx';
import { MatchedNames } from './MatchedNames.tsx';
import { TopicPermissions } from './TopicPermissions.tsx';
import { useBrokerEdits } from './use-broker-edits.ts';
import styles from './broker.module.css';

interface UserCardProps {
  readonly user: UserSpec;
  readonly vhost: string;
}

export function UserCard({ user, vhost }: UserCardProps): JSX.Element {
  const permissions = useDocument(({ scenario }) => scenario.permissions);
  const clients = useDocument(({ scenario }) => scenario.clients);
  const { removeUser, setTags, setPermissions } = useBrokerEdits();
  const { name } = user;
  const own = permissions.find((one) => one.user === name && one.vhost === vhost);
  const names = clients.filter((client) => client.user === name).map((client) => client.name);
  return (
    <li className={styles['card']} aria-label={`User ${name}`}>
      <div className={styles['cardHead']}>
        <h3>{name}</h3>
        <RemoveButton label={`Remove user ${name}`} onPress={() => removeUser(name)} />
      </div>
      <p className={styles['line']}>
        <span className={styles['word']}>clients: </span>
        {names.length === 0 ? <span className={styles['none']}>none</span> : names.join(', ')}
      </p>
      <div className={styles['fields']}>
        <TextEntry
          label="Tags"
          placeholder="such as administrator, monitoring"
          value={user.tags.join(', ')}
          onCommit={(text) => setTags(user, tagsIn(text))}
        />
        {own === undefined ? (
          <>
            <p className={styles['problem']}>
              No permissions in {vhost}: it cannot even connect to it.
            </p>
            <Button
              size="small"
              onClick={() =>
                setPermissions({ user: name, vhost, configure: '.*', write: '.*', read: '.*' })
              }
            >
              Allow everything in {vhost}
            </Button>
          </>
        ) : (
          <Permissions own={own} />
        )}
      </div>
      {own !== undefined && <TopicPermissions user={name} vhost={vhost} />}
    </li>
  );
}

const tagsIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');

const parts = [
  { part: 'configure', label: 'Configure' },
  { part: 'write', label: 'Write' },
  { part: 'read', label: 'Read' },
] as const;

function Permissions({ own }: { readonly own: PermissionSpec }): JSX.Element {
  const simulation = useSimulation();
  const { setPermissions, clearPermissions } = useBrokerEdits();
  const { user, vhost } = own;
  const namesFor = (expression: string) => allowedNames(simulation, vhost, expression);
  return (
    <>
      {parts.map(({ part, label }) => (
        <ExpressionEntry
          key={part}
          label={label}
          value={own[part]}
          problemOf={(expression) => namesFor(expression).problem}
          effectOf={(expression) => <MatchedNames names={namesFor(expression)} />}
          onCommit={(expression) => setPermissions({ ...own, [part]: expression })}
        />
      ))}
      <Button size="small" look="quiet" onClick={() => clearPermissions(user, vhost)}>
        Take away all permissions in {vhost}
      </Button>
    </>
  );
}
