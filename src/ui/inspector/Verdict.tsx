/** A sentence with a sign before it: yes, no, waits, or neither. */
import type { JSX, ReactNode } from 'react';
import styles from './inspector.module.css';

type VerdictSign = 'yes' | 'no' | 'wait' | 'still';

interface VerdictProps {
  readonly is: VerdictSign;
  readonly children: ReactNode;
  /** Verdicts that follow from this one. */
  readonly then?: ReactNode;
}

const signs: Readonly<Record<VerdictSign, readonly [sign: string, word: string]>> = {
  yes: ['✓', 'Yes'],
  no: ['✗', 'No'],
  wait: ['…', 'Waits'],
  still: ['·', ''],
};

export function Verdict({ is, children, then }: VerdictProps): JSX.Element {
  const [sign, word] = signs[is];
  return (
    <li className={styles['verdict']}>
      <span
        className={styles['sign']}
        data-is={is}
        {...(word === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': word })}
      >
        {sign}
      </span>
      <div>
        <p>{children}</p>
        {then}
      </div>
    </li>
  );
}
