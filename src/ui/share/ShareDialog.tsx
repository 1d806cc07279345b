/** The link that holds everything, ready to be copied; and the file, for where links are too short. */
import { Check, Copy, Download, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { JSX } from 'react';
import { countText, downloadRun, shareLinkOf, writeToClipboard } from '#app';
import type { ShareLink } from '#app';
import { useApp, usePlayback } from '../app-context.tsx';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { SwitchField } from '../parts/SwitchField.tsx';
import styles from './ShareDialog.module.css';

const copiedMs = 2_000;

export function ShareDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const app = useApp();
  const interventions = usePlayback(({ history }) => history.run.interventions);
  const [onlyScenario, setOnlyScenario] = useState(false);
  const link = useLink(onlyScenario);
  const { url, warning } = link ?? { url: '', warning: null };
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <Dialog
      title="Share"
      description="The link holds the scenario, its chance and what was done in the run. Whoever opens it sees the same, message for message; nothing is stored on a server."
      onClose={onClose}
    >
      <div className={styles['share']}>
        <textarea
          ref={field}
          className={styles['link']}
          aria-label="Link"
          readOnly
          rows={4}
          value={url}
          onFocus={(event) => event.target.select()}
        />
        <p className={styles['note']}>{link && `${countText(url.length)} characters`}</p>
        {warning !== null && (
          <p className={styles['warning']}>
            <TriangleAlert />
            {warning}
          </p>
        )}
        {interventions.length > 0 && (
          <SwitchField
            label="Only the scenario as it is now"
            help="Without what was done during the run: it begins anew for whoever opens the link."
            value={onlyScenario}
            onChange={setOnlyScenario}
          />
        )}
        <p className={styles['buttons']}>
          <CopyButton url={url} select={() => field.current?.select()} />
          <Button icon={<Download />} onClick={() => void downloadRun(app)}>
            Download as a file
          </Button>
        </p>
      </div>
    </Dialog>
  );
}

/** Null for the moment that it takes to make it. */
function useLink(onlyScenario: boolean): ShareLink | null {
  const app = useApp();
  const [link, setLink] = useState<ShareLink | null>(null);
  useEffect(() => {
    let isWanted = true;
    void shareLinkOf(app, { onlyScenario }).then((made) => isWanted && setLink(made));
    return () => {
      isWanted = false;
    };
  }, [app, onlyScenario]);
  return link;
}

function CopyButton(props: { readonly url: string; readonly select: () => void }): JSX.Element {
  const app = useApp();
  const [copied, setCopied] = useState<string | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), copiedMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (): Promise<void> => {
    if (await writeToClipboard(props.url)) {
      setCopied(props.url);
      app.view.getState().announce('Link copied');
    } else {
      // The next best: everything is marked, and one key copies it.
      props.select();
      app.view.getState().announce('The browser does not let the page copy. The link is marked.');
    }
  };
  const isCopied = copied === props.url;
  return (
    <Button look="primary" icon={isCopied ? <Check /> : <Copy />} onClick={() => void copy()}>
      {isCopied ? 'Copied' : 'Copy the link'}
    </Button>
  );
}
