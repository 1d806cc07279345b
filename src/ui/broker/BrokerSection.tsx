/** A part of the broker panel: folded until it is opened, or until a link leads to it. */
import { useEffect, useRef } from 'react';
import type { JSX, ReactNode } from 'react';
import { useView } from '../app-context.tsx';
import { readBrokerTab } from './broker-place.ts';
import type { BrokerSectionName } from './broker-place.ts';
import styles from './broker.module.css';

interface BrokerSectionProps {
  readonly name: BrokerSectionName;
  readonly title: string;
  /** What there is in it, said beside the title. */
  readonly summary?: string;
  /** Something in it needs a look. */
  readonly isAlarming?: boolean;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}

export function BrokerSection(props: BrokerSectionProps): JSX.Element {
  const { name, title, summary = '', isAlarming = false, isOpenAtFirst = false } = props;
  const details = useRef<HTMLDetailsElement>(null);
  const tab = useView(({ panels }) => panels.left.tab);
  useEffect(() => {
    if (details.current === null || readBrokerTab(tab).section !== name) return;
    details.current.open = true;
    details.current.scrollIntoView({ block: 'start' });
  }, [tab, name]);
  return (
    <details ref={details} className={styles['section']} open={isOpenAtFirst}>
      <summary className={styles['summary']}>
        <h2>{title}</h2>
        <span className={styles['summaryText']} data-alarming={isAlarming}>
          {summary}
        </span>
      </summary>
      <div className={styles['body']}>{props.children}</div>
    </details>
  );
}
