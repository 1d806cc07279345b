/** The names that a permission's regular expression allows, among those there are. */
import type { JSX } from 'react';
import type { AllowedNames } from '#app';
import { isBuiltIn } from './policy-text.ts';
import styles from './broker.module.css';

const shownMax = 8;

export function MatchedNames({ names }: { readonly names: AllowedNames }): JSX.Element {
  const { queues, exchanges, problem } = names;
  if (problem !== null) return <span className={styles['problem']}>{problem}</span>;
  const own = [
    ...queues.map((name) => ({ kind: 'queue', name })),
    ...exchanges.filter((name) => !isBuiltIn(name)).map((name) => ({ kind: 'exchange', name })),
  ];
  const builtInCount = exchanges.filter(isBuiltIn).length;
  if (own.length + builtInCount === 0)
    return <span className={styles['none']}>allows nothing</span>;
  const rest = own.length - shownMax;
  return (
    <span>
      allows{' '}
      {own.slice(0, shownMax).map(({ kind, name }, index) => (
        <span key={`${kind} ${name}`}>
          {index > 0 && ', '}
          <b data-kind={kind}>{name}</b>
        </span>
      ))}
      <span className={styles['none']}>
        {rest > 0 && ` and ${rest} more`}
        {builtInCount > 0 && `${own.length > 0 ? ', ' : ''}${builtInCount} of RabbitMQ’s own`}
      </span>
    </span>
  );
}
