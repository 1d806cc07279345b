/** A button with a picture on it; its name is its hint. */
import type { ButtonHTMLAttributes, JSX, ReactNode, Ref } from 'react';
import styles from './IconButton.module.css';
import { tooltip } from './tooltip.ts';

interface IconButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'children'> {
  readonly label: string;
  readonly icon: ReactNode;
  readonly shortcut?: string | undefined;
  readonly look?: 'plain' | 'primary' | 'quiet';
  readonly size?: 'usual' | 'small' | 'large';
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({
  label,
  icon,
  shortcut,
  look = 'quiet',
  size = 'usual',
  className,
  ...rest
}: IconButtonProps): JSX.Element {
  return (
    <button
      type="button"
      {...tooltip(label, shortcut)}
      {...rest}
      aria-label={label}
      className={`${styles['button']} ${className ?? ''}`}
      data-look={look}
      data-size={size}
    >
      {icon}
    </button>
  );
}
