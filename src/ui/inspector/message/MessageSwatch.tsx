/** A message's token: its colour, the same wherever it shows. Its number always stands beside it. */
import type { JSX } from 'react';
import { colourIndexOf } from '#app';
import type { MessageId } from '#engine';
import styles from './message.module.css';

interface MessageSwatchProps {
  readonly message: MessageId;
  readonly size?: 'small' | 'large';
  /** Delivered and not acknowledged: an outline, as in the queue on the canvas. */
  readonly isOutlined?: boolean;
}

export function MessageSwatch({
  message,
  size = 'small',
  isOutlined = false,
}: MessageSwatchProps): JSX.Element {
  return (
    <span
      className={styles['swatch']}
      data-size={size}
      data-outlined={isOutlined}
      style={{ ['--colour' as string]: `var(--message-${colourIndexOf(message)})` }}
      aria-hidden="true"
    />
  );
}
