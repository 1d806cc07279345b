/** What a policy applies to, or would apply to, and where it has no effect although its pattern matches. */
import type { JSX } from 'react';
import type { PolicyMatch } from '#app';
import { exchangeText } from '../inspector/say.ts';
import { isBuiltIn } from './policy-text.ts';
import styles from './broker.module.css';

interface PolicyMatchesProps {
  readonly matches: readonly PolicyMatch[];
  /** The pattern cannot be read. */
  readonly isUnreadable?: boolean;
}

export function PolicyMatches({ matches, isUnreadable = false }: PolicyMatchesProps): JSX.Element {
  const named = matches.filter(({ kind, name }) => kind === 'queue' || !isBuiltIn(name));
  const builtInCount = matches.length - named.length;
  const passedBy = named.filter((match) => whyNot(match) !== null);
  const applied = named.filter((match) => whyNot(match) === null);
  return (
    <div className={styles['matches']} role="group" aria-label="Matches">
      <p className={styles['line']}>
        <span className={styles['word']}>matches: </span>
        {applied.length === 0 && (
          <span className={styles['none']}>{nothingText(isUnreadable, passedBy.length)}</span>
        )}
        {applied.map(({ kind, name }, index) => (
          <span key={`${kind} ${name}`}>
            {index > 0 && ', '}
            <b data-kind={kind}>{exchangeText(name)}</b>
          </span>
        ))}
        {builtInCount > 0 && (
          <span className={styles['none']}>
            {applied.length > 0 ? ', ' : ' '}
            {builtInCount === 1 ? '1 exchange' : `${builtInCount} exchanges`} of RabbitMQ’s own
          </span>
        )}
      </p>
      {passedBy.map((match) => (
        <p className={styles['passedBy']} key={`${match.kind} ${match.name}`}>
          <s data-kind={match.kind}>{match.name}</s> {whyNot(match)}
        </p>
      ))}
    </div>
  );
}

const nothingText = (isUnreadable: boolean, passedByCount: number): string =>
  isUnreadable || passedByCount === 0 ? 'nothing' : 'nothing that it can apply to';

function whyNot({ outrankedBy, unknownKeys }: PolicyMatch): string | null {
  if (unknownKeys.length > 0) {
    return `is passed by: a queue of its type knows no ${unknownKeys.join(', ')}`;
  }
  return outrankedBy === null ? null : `has ${outrankedBy}, which goes first`;
}
