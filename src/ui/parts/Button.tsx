/** A button with words on it. */
import type { ButtonHTMLAttributes, JSX, ReactNode, Ref } from 'react';
import styles from './Button.module.css';
import { tooltip } from './tooltip.ts';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One action on a screen is `primary`; most are `plain`; `quiet` has no box until pointed at. */
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'usual' | 'small';
  readonly icon?: ReactNode;
  /** What it does, for whoever lingers on it. */
  readonly hint?: string;
  readonly shortcut?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  look = 'plain',
  size = 'usual',
  icon,
  hint,
  shortcut,
  children,
  className,
  ...rest
}: ButtonProps): JSX.Element {
  return (
    <button
      type="button"
      {...tooltip(hint, shortcut)}
      {...rest}
      className={`${styles['button']} ${className ?? ''}`}
      data-look={look}
      data-size={size}
    >
      {icon}
      {children}
    </button>
  );
}
