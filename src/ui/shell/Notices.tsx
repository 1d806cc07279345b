/** Sentences that come up at the edge of the screen, each with at most one thing to do about it. */
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { JSX } from 'react';
import type { Notice } from '#app';
import { useApp, useView } from '../app-context.tsx';
import { Button } from '../parts/Button.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import styles from './Notices.module.css';

const icons: Readonly<Record<Notice['tone'], JSX.Element>> = {
  info: <Info />,
  success: <CircleCheck />,
  warning: <TriangleAlert />,
  error: <CircleAlert />,
};

export function Notices(): JSX.Element {
  const notices = useView((view) => view.notices);
  return (
    <section className={styles['notices']} aria-label="Notices">
      {notices.map((notice) => (
        <NoticeBox key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeBox({ notice }: { readonly notice: Notice }): JSX.Element {
  const app = useApp();
  const { id, tone, text, action, lastsMs } = notice;
  const dismiss = (): void => app.view.getState().dismiss(id);
  const hold = useDismissal(lastsMs, dismiss);
  return (
    <div className={styles['notice']} data-tone={tone} {...hold}>
      <span className={styles['icon']}>{icons[tone]}</span>
      <p className={styles['text']}>{text}</p>
      {action !== null && (
        <Button
          size="small"
          onClick={() => {
            dismiss();
            action.perform();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton size="small" label="Close the notice" icon={<X />} onClick={dismiss} />
    </div>
  );
}

/** It waits for as long as somebody points at it or has the focus in it. */
function useDismissal(
  lastsMs: number | null,
  dismiss: () => void,
): Readonly<Record<'onPointerEnter' | 'onPointerLeave' | 'onFocus' | 'onBlur', () => void>> {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (lastsMs === null || isHeld) return;
    const timer = setTimeout(dismiss, lastsMs);
    return () => clearTimeout(timer);
  });
  const hold = (): void => setIsHeld(true);
  const release = (): void => setIsHeld(false);
  return { onPointerEnter: hold, onPointerLeave: release, onFocus: hold, onBlur: release };
}
