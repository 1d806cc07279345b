/** All keys on one page, by what they are for. */
import type { JSX } from 'react';
import { actions } from '#app';
import type { Action } from '#app';
import { Dialog } from '../parts/Dialog.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import styles from './ShortcutsDialog.module.css';

interface KeyLine {
  readonly label: string;
  readonly shortcuts: readonly string[];
}

/** Keys that belong to the canvas itself and to the timeline. */
const placeKeys: Readonly<Record<string, readonly KeyLine[]>> = {
  'On the canvas': [
    { label: 'Go into the graph', shortcuts: ['Tab'] },
    {
      label: 'Walk from node to node',
      shortcuts: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
    },
    { label: 'Rename', shortcuts: ['Enter'] },
  ],
  'On the timeline': [
    { label: 'A second back, forward', shortcuts: ['ArrowLeft', 'ArrowRight'] },
    { label: 'To the start, to the end', shortcuts: ['Home', 'End'] },
  ],
};

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const keyed = actions.filter(hasKey);
  const names = [...new Set(keyed.map(({ group }) => group))];
  const lines = names.map(
    (name) => [name, keyed.filter(({ group }) => group === name).map(lineOf)] as const,
  );
  return (
    <Dialog title="Keyboard shortcuts" width="wide" onClose={onClose}>
      <div className={styles['groups']}>
        {[...lines, ...Object.entries(placeKeys)].map(([name, keys]) => (
          <section key={name} className={styles['group']}>
            <h3 className={styles['heading']}>{name}</h3>
            <dl>
              {keys.map(({ label, shortcuts }) => (
                <div key={label} className={styles['line']}>
                  <dt>{label}</dt>
                  <dd className={styles['keys']}>
                    {shortcuts.map((shortcut) => (
                      <Kbd key={shortcut} shortcut={shortcut} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

const hasKey = ({ shortcut, id }: Action): boolean => shortcut !== undefined || id === 'paste';

const lineOf = ({ label, shortcut, otherShortcuts = [] }: Action): KeyLine => ({
  label,
  shortcuts: [shortcut ?? 'Mod+V', ...otherShortcuts],
});
