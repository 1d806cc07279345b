/** The bar at the top: what is open, and what concerns all of it. */
import { Braces, Command, PanelLeft, PanelRight } from 'lucide-react';
import type { JSX } from 'react';
import { useView } from '../app-context.tsx';
import { Button } from '../parts/Button.tsx';
import { ActionButton } from './ActionButton.tsx';
import { FileMenu } from './FileMenu.tsx';
import { Logo } from './Logo.tsx';
import { NarrowMenu } from './NarrowMenu.tsx';
import { SavedChip } from './SavedChip.tsx';
import { ShareButton } from './ShareButton.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import { TitleField } from './TitleField.tsx';
import styles from './TopBar.module.css';
import { UndoButtons } from './UndoButtons.tsx';
import { useAction } from './use-action.ts';
import { VersionSelect } from './VersionSelect.tsx';

export function TopBar({ isNarrow }: { readonly isNarrow: boolean }): JSX.Element {
  return (
    <header className={styles['bar']}>
      <span className={styles['brand']}>
        <Logo />
        {!isNarrow && <span className={styles['name']}>Warren</span>}
      </span>
      {!isNarrow && <span className={styles['slash']} aria-hidden="true" />}
      <TitleField />
      {!isNarrow && <SavedChip />}
      <span className={styles['space']} />
      {isNarrow ? <NarrowControls /> : <WideControls />}
    </header>
  );
}

function NarrowControls(): JSX.Element {
  return (
    <>
      <UndoButtons />
      <NarrowMenu />
    </>
  );
}

function WideControls(): JSX.Element {
  const commands = useAction('commands');
  const left = useView(({ panels }) => panels.left.open);
  const right = useView(({ panels }) => panels.right);
  return (
    <>
      <ActionButton action="toggle-left" icon={<PanelLeft />} isPressed={left} />
      <ActionButton
        action="toggle-right"
        icon={<PanelRight />}
        isPressed={right.open && right.tab === 'inspector'}
      />
      <Divider />
      <VersionSelect />
      <Button
        className={styles['commands'] ?? ''}
        icon={<Command />}
        hint="Find and do anything"
        shortcut={commands.shortcut}
        aria-haspopup="dialog"
        onClick={commands.perform}
      >
        Commands
      </Button>
      <Divider />
      <UndoButtons />
      <Divider />
      <CodeButton />
      <FileMenu />
      <ThemeMenu />
      <ShareButton />
    </>
  );
}

function CodeButton(): JSX.Element {
  const { label, shortcut, perform } = useAction('toggle-code');
  const isOpen = useView(({ panels }) => panels.right.open && panels.right.tab === 'code');
  return (
    <Button
      icon={<Braces />}
      hint={label}
      shortcut={shortcut}
      aria-pressed={isOpen}
      onClick={perform}
    >
      Code
    </Button>
  );
}

const Divider = (): JSX.Element => <span className={styles['divider']} aria-hidden="true" />;
