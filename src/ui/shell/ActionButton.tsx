/** A button for one of the app's actions: name, shortcut and condition come from the action. */
import type { JSX, ReactNode } from 'react';
import { IconButton } from '../parts/IconButton.tsx';
import { useAction } from './use-action.ts';

interface ActionButtonProps {
  readonly action: string;
  readonly icon: ReactNode;
  readonly look?: 'plain' | 'primary' | 'quiet';
  readonly size?: 'usual' | 'small' | 'large';
  readonly isPressed?: boolean;
  readonly className?: string;
}

export function ActionButton({ action, isPressed, ...rest }: ActionButtonProps): JSX.Element {
  const { label, shortcut, isEnabled, perform } = useAction(action);
  return (
    <IconButton
      {...rest}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      label={label}
      shortcut={shortcut}
      disabled={!isEnabled}
      onClick={perform}
    />
  );
}
