/** Users, and what each may do in a virtual host. */
import { useState } from 'react';
import type { FormEvent, JSX } from 'react';
import { useDocument } from '../app-context.tsx';
import { DocsLink } from '../inspector/forms/DocsLink.tsx';
import { docsOf } from '../inspector/forms/known-arguments.ts';
import { nameText } from '../inspector/forms/reading.ts';
import { Button } from '../parts/Button.tsx';
import { TextField } from '../parts/TextField.tsx';
import { BrokerSection } from './BrokerSection.tsx';
import { useBrokerEdits } from './use-broker-edits.ts';
import { UserCard } from './UserCard.tsx';
import styles from './broker.module.css';

/** RabbitMQ's own first user. */
const guest = { name: 'guest', tags: ['administrator'] } as const;

export function UsersSection({ vhost }: { readonly vhost: string }): JSX.Element {
  const users = useDocument(({ scenario }) => scenario.users);
  const hasGuest = users.some(({ name }) => name === guest.name);
  return (
    <BrokerSection
      name="users"
      title="Users & permissions"
      summary={[...(hasGuest ? [] : [guest.name]), ...users.map(({ name }) => name)].join(', ')}
    >
      <p className={styles['help']}>
        Regular expressions for the names that a user may configure, write to and read from.{' '}
        <DocsLink to={docsOf.permissions} about="Permissions" />
      </p>
      <ul className={styles['cards']}>
        {!hasGuest && (
          <li className={styles['card']} aria-label="User guest">
            <div className={styles['cardHead']}>
              <h3>{guest.name}</h3>
              <span className={styles['tag']}>administrator</span>
            </div>
            <p className={styles['line']}>
              Every broker begins with it; it may do everything. Clients that name no user are it.
            </p>
          </li>
        )}
        {users.map((user) => (
          <UserCard key={user.name} user={user} vhost={vhost} />
        ))}
      </ul>
      <NewUser taken={[guest.name, ...users.map(({ name }) => name)]} />
    </BrokerSection>
  );
}

function NewUser({ taken }: { readonly taken: readonly string[] }): JSX.Element {
  const { addUser } = useBrokerEdits();
  const [draft, setDraft] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const reading = nameText(draft);
    if (!reading.ok) return setProblem(reading.problem);
    if (taken.includes(reading.value)) return setProblem(`There is a ${reading.value} already.`);
    const refusal = addUser(reading.value);
    setProblem(refusal);
    if (refusal === null) setDraft('');
  };
  return (
    <form className={styles['inlineForm']} aria-label="New user" onSubmit={add}>
      <TextField
        label="Name of the new user"
        isMono
        value={draft}
        problem={problem}
        onChange={(text) => {
          setDraft(text);
          setProblem(null);
        }}
      />
      <Button type="submit">Add</Button>
    </form>
  );
}
