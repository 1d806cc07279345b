/** What routing keys a user may use with topic exchanges; without any, all of them. */
import type { JSX, ReactNode } from 'react';
import { allowedKeys } from '#app';
import type { TopicPermissionSpec } from '#scenario';
import { useDocument } from '../app-context.tsx';
import { DocsLink } from '../inspector/forms/DocsLink.tsx';
import { docsOf } from '../inspector/forms/known-arguments.ts';
import { RemoveButton } from '../inspector/forms/RemoveButton.tsx';
import { useDeclaredNames } from '../inspector/use-declared-names.ts';
import { expressionProblem } from '#app';
import { ExpressionEntry } from './ExpressionEntry.tsx';
import { useBrokerEdits } from './use-broker-edits.ts';
import styles from './broker.module.css';

interface TopicPermissionsProps {
  readonly user: string;
  readonly vhost: string;
}

export function TopicPermissions({ user, vhost }: TopicPermissionsProps): JSX.Element | null {
  const all = useDocument(({ scenario }) => scenario.topic_permissions);
  const exchanges = useDocument(({ scenario }) => scenario.exchanges);
  const { setTopicPermissions } = useBrokerEdits();
  const own = all.filter((one) => one.user === user && one.vhost === vhost);
  const free = exchanges.filter(
    ({ name, type, vhost: where }) =>
      type === 'topic' && where === vhost && !own.some(({ exchange }) => exchange === name),
  );
  if (own.length === 0 && free.length === 0) return null;
  return (
    <div className={styles['topics']} role="group" aria-label={`Topic permissions of ${user}`}>
      <h4>
        Topic permissions <DocsLink to={docsOf.topicPermissions} about="Topic permissions" />
      </h4>
      {own.map((permission) => (
        <TopicPermission key={permission.exchange} permission={permission} />
      ))}
      {free.length > 0 && (
        <select
          className={styles['picker']}
          aria-label={`Restrict the routing keys of ${user}`}
          value=""
          onChange={({ target }) =>
            setTopicPermissions({ user, vhost, exchange: target.value, write: '.*', read: '.*' })
          }
        >
          <option value="">Restrict routing keys of…</option>
          {free.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

const parts = [
  { part: 'write', label: 'Publish with' },
  { part: 'read', label: 'Bind with' },
] as const;

function TopicPermission({
  permission,
}: {
  readonly permission: TopicPermissionSpec;
}): JSX.Element {
  const { setTopicPermissions, clearTopicPermissions } = useBrokerEdits();
  const { user, vhost, exchange } = permission;
  const { routingKeys } = useDeclaredNames(vhost);
  const effectOf = (expression: string): ReactNode => {
    const allowed = allowedKeys(expression, routingKeys, { user, vhost });
    if (allowed === null || routingKeys.length === 0) return undefined;
    return allowed.length === 0 ? 'allows none of the keys in use' : `allows ${allowed.join(', ')}`;
  };
  return (
    <div className={styles['fields']} role="group" aria-label={`Routing keys of ${exchange}`}>
      <div className={styles['cardHead']}>
        <b data-kind="exchange">{exchange}</b>
        <RemoveButton
          label={`Lift the restriction of ${user} on ${exchange}`}
          onPress={() => clearTopicPermissions(permission)}
        />
      </div>
      {parts.map(({ part, label }) => (
        <ExpressionEntry
          key={part}
          label={label}
          value={permission[part]}
          problemOf={expressionProblem}
          effectOf={effectOf}
          onCommit={(expression) => setTopicPermissions({ ...permission, [part]: expression })}
        />
      ))}
    </div>
  );
}
