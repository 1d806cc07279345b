/** Copies a link with one click; the arrow beside it shows the link and the other ways to share. */
import { ChevronDown, Link } from 'lucide-react';
import type { JSX } from 'react';
import { loadShareCodec } from '#app';
import { Button } from '../parts/Button.tsx';
import { tooltip } from '../parts/tooltip.ts';
import styles from './TopBar.module.css';
import { useAction } from './use-action.ts';

export function ShareButton(): JSX.Element {
  const copy = useAction('copy-link');
  const share = useAction('share');
  return (
    <span className={styles['share']}>
      <Button
        look="primary"
        icon={<Link />}
        hint="Copy a link to this scenario and its run"
        shortcut={copy.shortcut}
        onPointerEnter={() => void loadShareCodec()}
        onFocus={() => void loadShareCodec()}
        onClick={copy.perform}
      >
        Share link
      </Button>
      <button
        type="button"
        className={styles['shareMore']}
        aria-label={share.label}
        aria-haspopup="dialog"
        onClick={share.perform}
        {...tooltip(share.label)}
      >
        <ChevronDown />
      </button>
    </span>
  );
}
