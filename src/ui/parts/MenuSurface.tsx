/** The menu that <Menu> and <PopupMenu> open, beside whatever element it is put into. */
import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { JSX } from 'react';
import { Kbd } from './Kbd.tsx';
import styles from './Menu.module.css';
import type { MenuAction, MenuEntry } from './menu-entry.ts';

interface MenuSurfaceProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly align: 'start' | 'end';
  readonly onClose: () => void;
}

export function MenuSurface({ label, entries, align, onClose }: MenuSurfaceProps): JSX.Element {
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span className={styles['place']} aria-hidden tabIndex={-1} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={styles['menu']}
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          loop
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {entries.map((entry, index) => (
            <EntryLine key={keyOf(entry, index)} entry={entry} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const keyOf = (entry: MenuEntry, index: number): string =>
  entry.kind === 'separator' ? `separator ${index}` : `${entry.kind} ${entry.label}`;

function EntryLine({ entry }: { readonly entry: MenuEntry }): JSX.Element {
  if (entry.kind === 'separator') return <DropdownMenu.Separator className={styles['separator']} />;
  if (entry.kind === 'heading')
    return <DropdownMenu.Label className={styles['heading']}>{entry.label}</DropdownMenu.Label>;
  const content = <ActionContent action={entry} />;
  const shared = {
    className: styles['item'],
    'data-danger': entry.isDanger === true,
    disabled: entry.isEnabled === false,
    onSelect: entry.perform,
  };
  return entry.isChecked === undefined ? (
    <DropdownMenu.Item {...shared}>{content}</DropdownMenu.Item>
  ) : (
    <DropdownMenu.CheckboxItem {...shared} checked={entry.isChecked}>
      {content}
    </DropdownMenu.CheckboxItem>
  );
}

function ActionContent({ action }: { readonly action: MenuAction }): JSX.Element {
  const { icon, isChecked, label, shortcut } = action;
  return (
    <>
      <span className={styles['icon']}>{isChecked === true ? <Check /> : icon}</span>
      <span className={styles['label']}>{label}</span>
      {shortcut !== undefined && <Kbd shortcut={shortcut} />}
    </>
  );
}
