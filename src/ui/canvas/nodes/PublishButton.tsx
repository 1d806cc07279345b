/** Publishes one message by hand, as the publisher is specified. */
import type { JSX } from 'react';
import { useApp } from '../../app-context.tsx';
import { publishByHand } from '../gestures/acts.ts';
import { KindGlyph } from './KindGlyph.tsx';
import styles from './node.module.css';

interface PublishButtonProps {
  readonly client: string;
  readonly publisher: number;
  /** Nothing is published unless somebody presses it. */
  readonly isPrimary: boolean;
  readonly size: 'round' | 'tiny';
  readonly isDisabled: boolean;
}

export function PublishButton({
  client,
  publisher,
  isPrimary,
  size,
  isDisabled,
}: PublishButtonProps): JSX.Element {
  const app = useApp();
  return (
    <button
      type="button"
      className={`nodrag nopan ${styles['button']}`}
      data-primary={isPrimary}
      data-round={size === 'round'}
      data-tiny={size === 'tiny'}
      disabled={isDisabled}
      aria-label={`Publish a message from ${client}`}
      title="Publish a message"
      onClick={() => publishByHand(app, client, publisher)}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <KindGlyph kind="producer" />
    </button>
  );
}
