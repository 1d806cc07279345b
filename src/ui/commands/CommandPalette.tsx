/** Everything that can be done and every scenario and thing there is, found by typing. */
import { Command } from 'cmdk';
import { Dialog as RadixDialog } from 'radix-ui';
import type { JSX } from 'react';
import { actions, libraryEntries, nodeKeysOf, openLibraryScenario, selectedNode } from '#app';
import type { Action, ActionGroup, App } from '#app';
import { useApp } from '../app-context.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import styles from './CommandPalette.module.css';

const groups: readonly ActionGroup[] = [
  'Run',
  'Edit',
  'Add',
  'Arrange',
  'Faults',
  'Scenario',
  'View',
];

export function CommandPalette({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const app = useApp();
  /** The dialog is gone before anything is done, so that what is done finds the page as it was. */
  const run = (perform: () => void): void => {
    onClose();
    setTimeout(perform);
  };
  return (
    <RadixDialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={styles['scrim']} />
        <RadixDialog.Content className={styles['palette']} aria-describedby={undefined}>
          <RadixDialog.Title className={styles['hidden']}>Commands</RadixDialog.Title>
          <Command label="Commands" loop>
            <Command.Input className={styles['input']} placeholder="What do you want to do?" />
            <Command.List className={styles['list']}>
              <Command.Empty className={styles['empty']}>Nothing is called that.</Command.Empty>
              {groups.map((group) => (
                <ActionGroupItems key={group} app={app} group={group} run={run} />
              ))}
              <ThingItems app={app} run={run} />
              <LibraryItems app={app} run={run} />
            </Command.List>
          </Command>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

interface ItemsProps {
  readonly app: App;
  readonly run: (perform: () => void) => void;
}

const labelOf = (app: App, action: Action): string => action.labelNow?.(app) ?? action.label;

function ActionGroupItems(props: ItemsProps & { readonly group: ActionGroup }): JSX.Element | null {
  const { app, group, run } = props;
  const offered = actions.filter(
    (action) => action.group === group && action.id !== 'commands' && action.isEnabled(app),
  );
  if (offered.length === 0) return null;
  return (
    <Command.Group className={styles['group'] ?? ''} heading={group}>
      {offered.map((action) => (
        <Command.Item
          key={action.id}
          className={styles['item'] ?? ''}
          value={`${labelOf(app, action)} ${action.id}`}
          keywords={[action.keywords ?? '', action.label]}
          onSelect={() => run(() => action.perform(app))}
        >
          {labelOf(app, action)}
          {action.shortcut !== undefined && <Kbd shortcut={action.shortcut} />}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function ThingItems({ app, run }: ItemsProps): JSX.Element | null {
  const { scenario } = app.document.getState();
  const nodes = nodeKeysOf(scenario).flatMap((key) => selectedNode(scenario, key) ?? []);
  if (nodes.length === 0) return null;
  return (
    <Command.Group className={styles['group'] ?? ''} heading="Go to">
      {nodes.map((node) => (
        <Command.Item
          key={node.key}
          className={styles['item'] ?? ''}
          value={`${node.name} ${node.key}`}
          keywords={[node.kind]}
          onSelect={() =>
            run(() => {
              app.view.getState().select([node.key]);
              app.view.getState().setPanel('right', { open: true, tab: 'inspector' });
            })
          }
        >
          {node.name}
          <span className={styles['kind']}>
            {node.kind === 'client' ? node.standsAs : node.kind}
          </span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function LibraryItems({ app, run }: ItemsProps): JSX.Element {
  return (
    <Command.Group className={styles['group'] ?? ''} heading="Open from the library">
      {libraryEntries.map(({ id, title, sentence }) => (
        <Command.Item
          key={id}
          className={styles['item'] ?? ''}
          value={`open ${title} ${id}`}
          keywords={[sentence]}
          onSelect={() => run(() => openLibraryScenario(app, id))}
        >
          {title}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
