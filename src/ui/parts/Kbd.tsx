/** A shortcut, as the keys of the reader's own machine are called. */
import type { JSX } from 'react';
import { shortcutText } from '#app';
import styles from './Kbd.module.css';

export function Kbd({ shortcut }: { readonly shortcut: string }): JSX.Element {
  return <kbd className={styles['kbd']}>{shortcutText(shortcut)}</kbd>;
}
