/**
 * A dialog over the page: it takes the focus, gives it back, and closes with Escape or a click beside
 * it. Load what is in it lazily: Radix's part comes along with it.
 */
import { X } from 'lucide-react';
import * as m from 'motion/react-m';
import { Dialog as RadixDialog } from 'radix-ui';
import type { JSX, ReactNode } from 'react';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';
import { Motion } from './Motion.tsx';
import { useLeaving } from './use-leaving.ts';

interface DialogProps {
  readonly title: string;
  /** A sentence under the title. */
  readonly description?: string;
  readonly width?: 'narrow' | 'usual' | 'wide';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const hidden = { opacity: 0, y: 12, scale: 0.985 };
const shown = { opacity: 1, y: 0, scale: 1 };

export function Dialog(props: DialogProps): JSX.Element {
  const { title, description, width = 'usual', onClose, children } = props;
  const { isLeaving, leave } = useLeaving(onClose);
  return (
    <Motion>
      <RadixDialog.Root open onOpenChange={(isOpen) => !isOpen && leave()}>
        <RadixDialog.Portal>
          <RadixDialog.Overlay asChild>
            <m.div
              className={styles['scrim']}
              initial={{ opacity: 0 }}
              animate={{ opacity: isLeaving ? 0 : 1 }}
              transition={{ duration: 0.15 }}
            />
          </RadixDialog.Overlay>
          <RadixDialog.Content
            asChild
            onOpenAutoFocus={focusDialog}
            {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          >
            <m.div
              className={styles['dialog']}
              data-width={width}
              initial={hidden}
              animate={isLeaving ? hidden : shown}
              transition={{ duration: isLeaving ? 0.12 : 0.18, ease: [0.2, 0, 0, 1] }}
            >
              <header className={styles['header']}>
                <RadixDialog.Title className={styles['title']}>{title}</RadixDialog.Title>
                <RadixDialog.Close asChild>
                  <IconButton label="Close" icon={<X />} />
                </RadixDialog.Close>
              </header>
              {description !== undefined && (
                <RadixDialog.Description className={styles['description']}>
                  {description}
                </RadixDialog.Description>
              )}
              <div className={styles['content']}>{children}</div>
            </m.div>
          </RadixDialog.Content>
        </RadixDialog.Portal>
      </RadixDialog.Root>
    </Motion>
  );
}

/** The dialog itself, so that its title is read first and no button looks as if it were chosen. */
function focusDialog(event: Event): void {
  event.preventDefault();
  (event.currentTarget as HTMLElement | null)?.focus();
}
