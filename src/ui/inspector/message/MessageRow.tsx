/** A line that stands for a message: click opens it. */
import type { JSX, ReactNode } from 'react';
import type { MessageId } from '#engine';
import { useView } from '../../app-context.tsx';
import { useVerbs } from '../use-verbs.ts';
import { MessageSwatch } from './MessageSwatch.tsx';
import styles from '../inspector.module.css';

interface MessageRowProps {
  readonly message: MessageId;
  readonly routingKey: string;
  readonly isOutlined?: boolean;
  /** What else there is to say of it. */
  readonly children?: ReactNode;
}

export function MessageRow(props: MessageRowProps): JSX.Element {
  const { message, routingKey, isOutlined = false, children } = props;
  const isOpen = useView((view) => view.message === message);
  const { inspect } = useVerbs();
  return (
    <button
      type="button"
      className={styles['row']}
      aria-current={isOpen}
      onClick={() => inspect(message)}
    >
      <MessageSwatch message={message} isOutlined={isOutlined} />
      <span className={styles['number']}>#{message}</span>
      <span className={styles['key']}>{routingKey}</span>
      {children}
    </button>
  );
}
